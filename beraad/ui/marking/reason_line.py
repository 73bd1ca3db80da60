"""The quiet line that says why something is underlined, while the cursor stands in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from beraad.ui.announce import announce
from beraad.ui.widgets.parts import label, row
from beraad.ui.widgets.text_field import TextField


class ReasonLine(QFrame):
    """Lies over the lower edge of what scrolls, or the upper one when the cursor is down there.

    It moves nothing on the page, takes no focus, and the mouse goes through it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", "bar")
        self.setObjectName("reason")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = label(role="small")
        inside = row(self)
        inside.setContentsMargins(20, 6, 20, 6)
        inside.addWidget(self._text)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty when it is out of sight."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, field: TextField) -> None:
        """Say this near a field, also to a screen reader; an empty text hides the line."""
        around = _scrolling(field)
        if not text or around is None:
            self.hide()
            return
        is_new = text != self.text
        if self.parentWidget() is not around:
            self.setParent(around)
        self._text.setText(text)
        self.setGeometry(self._place(around, field))
        self.raise_()
        self.show()
        if is_new:
            announce(field, text)

    def _place(self, around: QScrollArea, field: TextField) -> QRect:
        ground = around.viewport().geometry()
        height = self.heightForWidth(ground.width())
        low = QRect(ground.left(), ground.bottom() + 1 - height, ground.width(), height)
        line = field.cursorRect()
        top_left = field.viewport().mapTo(around, line.topLeft())
        if not low.intersects(QRect(top_left, line.size())):
            return low
        return QRect(QPoint(ground.left(), ground.top()), low.size())


def _scrolling(field: TextField) -> QScrollArea | None:
    around = field.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
