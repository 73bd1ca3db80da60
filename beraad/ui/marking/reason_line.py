"""The quiet line that says why something is underlined, while the cursor stands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from beraad.ui.announce import announce
from beraad.ui.hearing.marks import silent
from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.parts import label, row
from beraad.ui.widgets.text_field import TextField


class ReasonLine(QFrame):
    """Lies over the lower edge of what scrolls, or the upper one when the cursor is down there.

    It moves nothing on the screen, takes no focus, and the mouse goes through it.
    """

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._field: TextField | None = None
        self.setProperty("panel", "bar")
        self.setObjectName("reason")
        silent(self)  # It is said, and lies over what it is about.
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

    def put_away(self) -> None:
        """Say nothing."""
        self._field = None
        self.hide()

    def say(self, text: str, field: TextField) -> None:
        """Say this about the words at the cursor in a field, also to a screen reader."""
        around = next(pages_around(field), None)
        if around is None:
            return
        is_new = text != self.text
        self._field = field
        around.viewport().installEventFilter(self)
        self._text.setText(text)
        self.setGeometry(self._place(around.viewport(), field))
        self.raise_()
        self.show()
        if is_new:
            announce(field, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = event.type() is QEvent.Type.Resize
        if resized and self._field is not None and isinstance(watched, QWidget):
            self.setGeometry(self._place(watched, self._field))
        return False

    def _place(self, ground: QWidget, field: TextField) -> QRect:
        edge = QRect(ground.mapTo(self._screen, QPoint(0, 0)), ground.size())
        height = self.heightForWidth(edge.width())
        low = QRect(edge.left(), edge.bottom() + 1 - height, edge.width(), height)
        words = field.cursorRect()
        words.moveTopLeft(field.viewport().mapTo(self._screen, words.topLeft()))
        return QRect(edge.topLeft(), low.size()) if low.intersects(words) else low
