"""Letting nothing change place while a mouse button is down: a click lands where it was aimed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

_AGAIN = 30
"""Milliseconds until it is looked again whether the button is up."""


class Steady(QObject):
    """Does what moves others at once, or when the mouse button is up again.

    `settle` brings `owner` to how it should be then, whatever was wished meanwhile.
    """

    def __init__(self, owner: QWidget, settle: Callable[[], None]) -> None:
        super().__init__(owner)
        self._settle = settle
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AGAIN)
        self._later.timeout.connect(self.settle)

    @Slot()
    def settle(self) -> None:
        """Settle now, or as soon as nobody is in the middle of a click."""
        if QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._later.stop()
            self._settle()
        else:
            self._later.start()
