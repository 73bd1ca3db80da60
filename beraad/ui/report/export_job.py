"""Making files beside the window, so that a long beraad never freezes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.ui.background import Background


class Work(Protocol):
    """Makes and writes the files; asks before writing whether that is still wanted."""

    def __call__(self, *, unwanted: Callable[[], bool]) -> object:
        """Return what was written; None when it was not wanted any more."""
        ...


class ExportJob(QObject):
    """Runs one export at a time and tells how it ended."""

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: Background | None = None

    @property
    def runs(self) -> bool:
        """Whether an export is under way."""
        return self._running is not None

    def start(self, work: Work) -> None:
        """Begin an export."""
        self._running = Background(lambda unwanted: work(unwanted=unwanted))
        self._running.finished.connect(self._on_finished)
        self._running.start()

    def cancel(self) -> None:
        """Stop wanting it: nothing is written after this."""
        if self._running is not None:
            self._running.requestInterruption()

    @Slot()
    def _on_finished(self) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        match running.outcome:
            case None:
                self.cancelled.emit()
            case Solvable() as problem:
                self.failed.emit(problem)
            case BaseException() as defect:
                raise defect
            case result:
                self.done.emit(result)
