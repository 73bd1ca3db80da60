"""Of everything that is asked for, only the last."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from beraad.ui.beside.asking import Asking
from beraad.ui.beside.task import Task, Work


class LatestWish(Asking):
    """Does what was wished last. Earlier work is broken off, and its answer is dropped.

    The next begins when the one before it has ended: no two of them ever run together.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Work | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._go_on)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way or waiting."""
        return self._wanted is None and not self.runs

    def wish(self, work: Work, *, calm: int = 0) -> None:
        """Do this from now on; begins after `calm` milliseconds without another wish."""
        self._at_hand.break_off()
        self._wanted = work
        if calm:
            self._calm.start(calm)
        else:
            self._calm.stop()
            self._go_on()

    def forget(self) -> None:
        """Wish for nothing any more."""
        self._at_hand.break_off()
        self._calm.stop()
        self._wanted = None

    def settle(self) -> None:
        """Wait for what was wished last; when this returns its outcome was told."""
        self._calm.stop()
        self._go_on()
        while (task := self._at_hand.task) is not None:
            task.settle()

    def _take(self, task: Task) -> None:
        if not task.unwanted():
            super()._take(task)
        if not self._calm.isActive():
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        if self._wanted is not None and not self.runs:
            work, self._wanted = self._wanted, None
            self._begin(work)
