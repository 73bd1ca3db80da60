"""Knowing when Qt has painted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic, perf_counter

from PySide6.QtCore import QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE = 30.0
_LOADED_LAST = "beraad.privacy.finding.rehearsal"


class FirstPaint(QObject):
    """Calls `then` once, after the widget was painted with `ready` true."""

    def __init__(
        self, widget: QWidget, then: Callable[[], None], *, ready: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        self._ready = ready
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() is QEvent.Type.Paint and self._ready():
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


class Stillness(QObject):
    """Measures how long something takes until the window stands still again."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._painted = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() is QEvent.Type.UpdateRequest:
            self._painted += 1
        return False

    def after(self, action: Callable[[], object], *, changing: Callable[[], object]) -> float:
        """Do this and return the milliseconds until everything it changed has been painted.

        Raises RuntimeError when it did not change what it should: nothing was measured then.
        """
        self.settle()
        before = changing()
        begun = perf_counter()
        action()
        self.settle()
        took = (perf_counter() - begun) * 1000
        if changing() == before:
            raise RuntimeError(before)
        return took

    def settle(self) -> None:
        """Let Qt work until there is nothing left to paint."""
        before = -1
        while self._painted != before:
            before = self._painted
            self.turn()

    def wait_for(self, reached: Callable[[], bool]) -> None:
        """Let Qt work until this holds. Raises TimeoutError when that takes too long."""
        deadline = monotonic() + _PATIENCE
        while not reached():
            if monotonic() > deadline:
                raise TimeoutError(self._painted)
            self.turn()
        self.settle()

    def wait_until_warm(self) -> None:
        """Wait until what the next screen needs was loaded beside the window, as in a second."""
        self.wait_for(lambda: _LOADED_LAST in sys.modules and not self._app.findChildren(QThread))

    def turn(self) -> float:
        """Let Qt do what is due now; returns how many milliseconds that took."""
        begun = perf_counter()
        self._app.processEvents()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return (perf_counter() - begun) * 1000
