"""Where the window opens: where it stood last, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from beraad.ui.settings import Settings

USUAL = QSize(1366, 768)
"""The size of a window that never stood anywhere, in logical pixels."""

_FRAME = QSize(32, 64)
"""More than any window manager takes for a frame; it tells its frame too late to be asked."""


class WindowPlace:
    """Puts one window in its place before it is shown, and remembers where it was.

    Qt brings a window whose screen is gone, or became smaller, back in sight.
    """

    def __init__(self, window: QWidget, settings: Settings) -> None:
        self._window = window
        self._settings = settings

    def take(self) -> None:
        """Put the window where it stood; the first time as usual, or on the whole screen."""
        kept = self._settings.window_place
        if kept and self._window.restoreGeometry(kept):
            return
        self._first(self._window.screen().availableGeometry())

    def remember(self) -> None:
        """Remember size, place, and whether the window fills the screen."""
        self._settings.window_place = bytes(self._window.saveGeometry().data())

    def _first(self, free: QRect) -> None:
        room = free.size() - _FRAME
        size = USUAL.boundedTo(room)
        place = QRect(free.topLeft(), size)
        place.moveCenter(free.center())
        self._window.setGeometry(place)
        if size != USUAL:
            self._window.setWindowState(self._window.windowState().WindowMaximized)
