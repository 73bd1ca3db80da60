"""Where the cursor goes when what had it is gone: to its neighbour, never to a way out.

Qt moves the focus on when a control is hidden, disabled or deleted, and comes back at the first
control of the window when there is none after it: the button that leaves the beraad.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from beraad.ui.collecting import is_emptied
from beraad.ui.widgets.reading_order import takes_focus

_ARROWS = ("←", "→")
"""How the text of a button that leads away begins or ends."""

_WHOLE = frozenset({"screen", "canvas"})
"""Object names of what holds a whole screen: inside them everything is near everything."""


class FocusKeeper(QObject):
    """Watches one window. What sets the focus itself is left alone."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._around: list[QWidget] = []
        self._place = QPoint()
        self._screen: QWidget | None = None
        self._written: QWidget | None = None
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if is_emptied(self) or not isValid(self._window):
            return
        if self._around and (old is self._around[0] or self._comes_back(old, new)):
            # Only afterwards it is known whether it stays away, and whether somebody chose.
            around, place, screen = self._around, self._place, self._screen
            QTimer.singleShot(0, partial(self._mend, around, place, screen, new))
        if new is not None and self._window.isAncestorOf(new):
            self._around = list(_upwards(new, self._window))
            self._screen = _screen_of(self._around)
            self._place = new.mapTo(self._window, new.rect().center())
            if isinstance(new, QLineEdit | QPlainTextEdit):
                self._written = new

    def _comes_back(self, old: QWidget | None, new: QWidget | None) -> bool:
        """From a dialog or another program: what had the cursor may have gone meanwhile.

        Qt tells nobody when the focus moves in a window that is not the active one.
        """
        here = new is not None and self._window.isAncestorOf(new)
        return here and (old is None or not self._window.isAncestorOf(old))

    def _mend(
        self,
        around: list[QWidget],
        place: QPoint,
        screen: QWidget | None,
        went_to: QWidget | None,
    ) -> None:
        lost, *outside = around
        if not isValid(self) or not isValid(self._window):
            return
        if isValid(lost) and lost.isVisible() and lost.isEnabled():
            return
        here = QApplication.focusWidget()
        if here is not None and here is not went_to:
            return
        if here is not None and screen is not None and self._is_on_another(screen, here):
            return  # A screen that takes the place of another says itself where one begins.
        for container in outside:
            if not isValid(container) or not container.isVisible():
                continue
            if container.objectName() in _WHOLE or container.parentWidget() is self._window:
                break
            if here is not None and _is_stop(here) and container in _upwards(here, container):
                return
            near = list(_stops(container))
            if near:
                _nearest(near, place, self._window).setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._back_to_writing(place)

    def _is_on_another(self, screen: QWidget, here: QWidget) -> bool:
        now = _screen_of(_upwards(here, self._window))
        return now is not None and now is not screen

    def _back_to_writing(self, place: QPoint) -> None:
        written = self._written
        if written is not None and isValid(written) and written.isVisible() and written.isEnabled():
            written.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        stops = list(_stops(self._window))
        if stops:
            _nearest(stops, place, self._window).setFocus(Qt.FocusReason.OtherFocusReason)


def _screen_of(around: Iterable[QWidget]) -> QWidget | None:
    return next((each for each in around if each.objectName() == "screen"), None)


def _upwards(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    while widget is not window:
        yield widget
        above = widget.parentWidget()
        if above is None:
            return
        widget = above
    yield window


def _stops(container: QWidget) -> Iterator[QWidget]:
    """What in it can be reached by Tab and stays where one is.

    Where nothing is in sight it does not look: the pages of other rondes hold thousands of widgets.
    """
    for child in container.children():
        if isinstance(child, QWidget) and child.isVisible():
            if _is_stop(child):
                yield child
            yield from _stops(child)


def _is_stop(widget: QWidget) -> bool:
    return takes_focus(widget) and widget.isVisible() and not _leads_away(widget)


def _leads_away(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton):
        return False
    text = widget.text()
    return text.startswith(_ARROWS) or text.endswith(_ARROWS)


def _nearest(stops: list[QWidget], place: QPoint, window: QWidget) -> QWidget:
    """The one nearest to where the cursor was; what one writes in goes before a button."""

    def distance(each: QWidget) -> tuple[int, bool]:
        there = each.mapTo(window, each.rect().center())
        lines = abs(there.y() - place.y()) // _LINE
        return (lines, not isinstance(each, QLineEdit | QPlainTextEdit))

    return min(stops, key=distance)


_LINE = 40
"""Pixels within which two controls stand on one line."""
