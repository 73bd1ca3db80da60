"""What gets the cursor comes in sight, and stays there while its page is still being made.

Qt does so for Tab. A screen that sets the cursor itself does so before it is laid out, and pages
are made bit by bit.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from beraad.ui.collecting import is_emptied
from beraad.ui.widgets.around import pages_around

_ABOVE = 1.5
"""Lines of text above and below what has the cursor: its name stands there."""

_ARRIVED = 400
"""Milliseconds without growing after which a page no longer pushes the cursor out of sight."""


class SightKeeper(QObject):
    """Watches the page with the cursor in one window. What is clicked stays under the mouse.

    A page that was left for another window is found as it was left: the click that brings one back
    falls where one aimed.
    """

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._page: QScrollArea | None = None
        self._high = 0
        self._left: QWidget | None = None
        self._soon = QTimer(self)  # What is in the page is laid out first.
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show)
        self._arriving = QTimer(self)
        self._arriving.setSingleShot(True)
        self._arriving.setInterval(_ARRIVED)
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if is_emptied(self) or not isValid(self._window):
            return
        if now is None or not self._window.isAncestorOf(now):
            if before is not None and not self._window.isActiveWindow():
                self._left = before if self._window.isAncestorOf(before) else self._left
            return
        left, self._left = self._left, None
        if now is left:
            return  # Nothing moved the cursor: another window was in between.
        self._watch(next(pages_around(now), None))
        if QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._arriving.start()
            self._soon.start()

    def _watch(self, page: QScrollArea | None) -> None:
        if page is self._page:
            return
        if self._page is not None and isValid(self._page):
            self._page.verticalScrollBar().rangeChanged.disconnect(self._on_grown)
            self._page.verticalScrollBar().actionTriggered.disconnect(self._arriving.stop)
        self._page = page
        if page is not None:
            page.verticalScrollBar().rangeChanged.connect(self._on_grown)
            page.verticalScrollBar().actionTriggered.connect(self._arriving.stop)

    @Slot()
    def _on_grown(self) -> None:
        """The page is longer, or there is less room for it."""
        if self._page is None or not isValid(self._page):
            return
        if self._arriving.isActive():
            self._arriving.start()
            self._soon.start()
        elif self._page.viewport().height() != self._high:
            self._soon.start()

    @Slot()
    def _show(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not isValid(self._window) or not self._window.isAncestorOf(focus):
            return
        if self._page is not None and isValid(self._page):
            self._high = self._page.viewport().height()
        for page in pages_around(focus):
            _bring_in_sight(page, focus)


def _bring_in_sight(page: QScrollArea, focus: QWidget) -> None:
    inner = page.widget()
    if inner is None or not inner.isAncestorOf(focus):
        return
    high = page.viewport().height()
    if focus.height() < high:
        for whole in _around(focus, within=inner):
            if whole.height() <= high:
                page.ensureWidgetVisible(whole, 0, 0)
        above = int(_ABOVE * focus.fontMetrics().height())
        page.ensureWidgetVisible(focus, 0, min(above, high // 4))
    elif focus.visibleRegion().isEmpty():
        top = focus.mapTo(inner, QPoint())
        page.ensureVisible(top.x(), top.y() + high // 2, 0, high // 2)


def _around(focus: QWidget, *, within: QWidget) -> Iterator[QWidget]:
    """The cards that it stands on: they begin with whose or what it is."""
    around = focus.parentWidget()
    while around is not None and around is not within:
        if around.property("panel") == "card":
            yield around
        around = around.parentWidget()
