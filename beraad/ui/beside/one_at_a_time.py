"""One thing at a time, to its end."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from beraad.ui.beside.asking import Asking
from beraad.ui.beside.task import Task, Work


class OneAtATime(Asking):
    """Does one piece of work; a second is refused until the first is over.

    `stopped` says that it was stopped before anything came of it. Work that was stopped too late
    gives its answer all the same: what was done was done.
    """

    stopped = Signal()

    def start(self, work: Work) -> bool:
        """Begin this work; returns False, and does nothing, while other work is under way."""
        if self.runs:
            return False
        self._begin(work)
        return True

    @Slot()
    def stop(self) -> None:
        """Ask what is under way to stop."""
        self._at_hand.break_off()

    @Slot()
    def settle(self) -> None:
        """Ask what is under way to stop, and wait; when this returns its outcome was told."""
        task = self._at_hand.task
        if task is not None:
            task.break_off()
            task.settle()

    def _take(self, task: Task) -> None:
        if task.unwanted() and task.error is None and task.answer is None:
            self.stopped.emit()
        else:
            super()._take(task)
