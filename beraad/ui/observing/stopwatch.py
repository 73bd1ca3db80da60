"""The observer's own clock: seconds in the ronde at hand, by a time that never runs back."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_KEEP_EVERY = 5
"""Seconds after which what was counted is said to be kept."""
_ASLEEP = 120
"""Seconds without a tick after which the laptop slept."""


class Stopwatch(QObject):
    """Counts on from what was counted before; `counted` carries seconds that are to be kept."""

    ticked = Signal()
    counted = Signal(int)

    def __init__(self, parent: QObject, *, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._before = 0
        self._since: float | None = None
        self._last = 0.0
        self._kept = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    @property
    def runs(self) -> bool:
        """Whether it counts."""
        return self._since is not None

    @property
    def total(self) -> int:
        """Seconds in the ronde at hand."""
        if self._since is None:
            return self._before
        return self._before + int(self._seconds() - self._since)

    def turn_to(self, seconds: int) -> None:
        """Go on in another ronde, in which so many were counted before."""
        self.settle()
        self._before = self._kept = seconds
        if self._since is not None:
            self._since = self._last = self._seconds()
        self.ticked.emit()

    @Slot()
    def toggle(self) -> None:
        """Start or pause."""
        if self._since is None:
            self._since = self._last = self._seconds()
            self._timer.start()
        else:
            self.settle()
            self._before, self._since = self.total, None
            self._timer.stop()
        self.ticked.emit()

    def stop(self) -> None:
        """Count no more, and ask for nothing to be kept."""
        self._before, self._since = self.total, None
        self._kept = self._before
        self._timer.stop()

    def settle(self) -> None:
        """Say what was counted, to be kept."""
        if self.total != self._kept:
            self._kept = self.total
            self.counted.emit(self._kept)

    @Slot()
    def tick(self) -> None:
        """Look how late it is."""
        if self._since is None:
            return
        now = self._seconds()
        if now - self._last > _ASLEEP:
            self._since += now - self._last
        self._last = now
        if self.total - self._kept >= _KEEP_EVERY:
            self.settle()
        self.ticked.emit()
