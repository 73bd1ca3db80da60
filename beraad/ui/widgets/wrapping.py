"""The text of a button on as many lines as a narrow window asks for."""

from __future__ import annotations

from math import inf

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from shiboken6 import isValid

from beraad.ui.collecting import is_emptied
from beraad.ui.widgets.around import pages_around

_LONG = 20
"""Letters; a shorter text fits on one line of any window."""

ANY_WIDTH = (1 << 24) - 1
"""Pixels that a widget may be wide of which nothing is said; Qt calls it QWIDGETSIZE_MAX."""

_SHARE = 0.58
"""The part of the window that one line may take: the rail and the edges need the rest."""

_AROUND = 4
"""Lines of text that what stands around a text takes of its width: edges, a tick, a menu."""

_PADDING = 3
"""Lines of text that a button keeps between its own edges and its text."""


class Wrapped(QObject):
    """Breaks the text of one button into lines when it is too long for its window.

    The button goes on saying its text as a whole.
    """

    def __init__(self, button: QAbstractButton, whole: str) -> None:
        super().__init__(button)
        self._button = button
        self._rooms: list[_Room] = []
        self._watches = False
        self.whole = ""
        self.become(whole)

    def become(self, whole: str) -> None:
        """Be this text from now on; only a long one is worth watching its window for."""
        self.whole = whole
        if len(whole) > _LONG and not self._watches:
            self._watches = True
            self._button.installEventFilter(self)

    def lines(self) -> str:
        """The text with its line breaks, for the window as wide as it is now."""
        window = self._button.window()
        if len(self.whole) <= _LONG or window is self._button:
            return self.whole
        metrics = self._button.fontMetrics()
        page = self._column() - metrics.height() * _AROUND
        inside = self._inside() - metrics.height() * _PADDING
        room = round(min(window.width() * _SHARE, page, inside))
        return broken(self.whole, metrics, room)

    def _column(self) -> float:
        """How wide the page is that the button scrolls with."""
        page = next(pages_around(self._button), None)
        return inf if page is None else page.viewport().width()

    def _inside(self) -> float:
        """How much of its page, or of a card that stays narrow, is left between the edges."""
        edges = 0
        around = self._button.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            layout = around.layout()
            if layout is not None:
                margins = layout.contentsMargins()
                edges += margins.left() + margins.right()
            if around.maximumWidth() < ANY_WIDTH:
                return around.maximumWidth() - edges
            around = around.parentWidget()
        return inf if around is None else around.viewport().width() - edges

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        kind = event.type()
        if kind in {QEvent.Type.Show, QEvent.Type.FontChange} and not is_emptied(self):
            self._follow()
            self._break()
        return False

    def _follow(self) -> None:
        """Break anew when the window gets another size, or the page alone: beside the guide."""
        window = self._button.window()
        if window is self._button:
            return
        page = next(pages_around(self._button), None)
        rooms = [_Room.of(each) for each in (window, page and page.viewport()) if each is not None]
        if rooms != self._rooms:
            for room in filter(isValid, self._rooms):
                room.resized.disconnect(self._break)
            self._rooms = rooms
            for room in rooms:
                room.resized.connect(self._break)

    @Slot()
    def _break(self) -> None:
        lines = self.lines()
        if lines != QAbstractButton.text(self._button):
            QAbstractButton.setText(self._button, lines)


class _Room(QObject):
    """Tells all long texts in one window or page that it has another size.

    One looks for all of them: whoever looks at the events of a window is asked about every key and
    every picture.
    """

    resized = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    @classmethod
    def of(cls, widget: QWidget) -> _Room:
        """The one of this window, or of what shows this page."""
        known = (each for each in widget.children() if isinstance(each, cls))
        return next(known, None) or cls(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() is QEvent.Type.Resize and not is_emptied(self):
            self.resized.emit()
        return False


def broken(text: str, metrics: QFontMetrics, room: int) -> str:
    """The text on lines no wider than this, broken between words."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip() if lines[-1] else word
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines) if len(lines) > 1 else text
