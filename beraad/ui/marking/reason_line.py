"""The quiet line that says why something is underlined, while the cursor stands in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QWidget

from beraad.ui.announce import announce
from beraad.ui.hearing.marks import silent
from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.parts import label, row
from beraad.ui.widgets.text_field import TextField

_MUCH = 1 / 3
"""Of the height of a page: a line that takes more leaves no room to write beside it."""

_ELSEWHERE = frozenset({QEvent.Type.Resize, QEvent.Type.Move})


class ReasonLine(QFrame):
    """Lies over the lower edge of what scrolls, or the upper one when the field is down there.

    Where a page is too low for a field and this line, it is as wide as the screen, and may lie over
    what is below the page. It moves nothing, takes no focus, and the mouse goes through it.
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
        for watched in filter(None, (around.viewport(), around.widget())):
            watched.installEventFilter(self)
        self._text.setText(text)
        self.setGeometry(self._place(around.viewport(), field))
        self.raise_()
        self.show()
        if is_new:
            announce(field, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ELSEWHERE and self._field is not None:
            around = next(pages_around(self._field), None)
            if around is not None and watched in {around.viewport(), around.widget()}:
                self.setGeometry(self._place(around.viewport(), self._field))
        return False

    def _place(self, ground: QWidget, field: TextField) -> QRect:
        edge = self._on_screen(ground, ground.rect())
        is_low = self.heightForWidth(edge.width()) > _MUCH * edge.height()
        if is_low:
            edge = QRect(0, edge.top(), self._screen.width(), edge.height())
        high = QRect(edge.topLeft(), QSize(edge.width(), self.heightForWidth(edge.width())))
        low, under = QRect(high), QRect(high)
        low.moveBottom(edge.bottom())
        under.moveBottom(self._screen.rect().bottom())
        words = self._on_screen(field.viewport(), field.cursorRect())
        places = [low, high, *[under] * is_low]
        beside = [place for place in places if not place.intersects(words)] or [high]
        return min(beside, key=partial(_covered, self._on_screen(field, field.rect()) & edge))

    def _on_screen(self, widget: QWidget, area: QRect) -> QRect:
        return QRect(widget.mapTo(self._screen, area.topLeft()), area.size())


def _covered(field: QRect, place: QRect) -> int:
    """How much of a field would be out of sight."""
    both = field & place
    return max(0, both.width()) * max(0, both.height())
