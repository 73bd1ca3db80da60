"""Making files beside the window, so that a long beraad never freezes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot

from beraad.errors import Solvable
from beraad.report.export import ExportResult


class Work(Protocol):
    """Makes and writes the files; asks before writing whether that is still wanted."""

    def __call__(self, *, unwanted: Callable[[], bool]) -> ExportResult | None:
        """Return what was written; None when it was not wanted any more."""
        ...


class ExportJob(QObject):
    """Runs one export at a time and tells how it ended."""

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None

    @property
    def runs(self) -> bool:
        """Whether an export is under way."""
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Begin an export."""
        self._thread = _Thread(work, self)
        self._thread.finished.connect(self._on_finished)
        self._thread.start()

    def cancel(self) -> None:
        """Stop wanting it: nothing is written after this."""
        if self._thread is not None:
            self._thread.requestInterruption()

    def wait(self) -> None:
        """Wait until nothing is under way; for closing down."""
        if self._thread is not None:
            self._thread.wait()

    @Slot()
    def _on_finished(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        outcome = thread.outcome
        thread.deleteLater()
        match outcome:
            case None:
                self.cancelled.emit()
            case Solvable():
                self.failed.emit(outcome)
            case ExportResult():
                self.done.emit(outcome)
            case _:
                raise outcome


class _Thread(QThread):
    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.outcome: ExportResult | Exception | None = None

    def run(self) -> None:
        try:
            self.outcome = self._work(unwanted=self.isInterruptionRequested)
        except Exception as error:  # noqa: BLE001 - handed over to the window, never swallowed
            self.outcome = error
