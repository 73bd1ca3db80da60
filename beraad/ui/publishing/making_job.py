"""Making the files of the open beraad, whatever screen is in sight."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.publishing.making import Making, write
from beraad.publishing.proving import Proven
from beraad.records import Version
from beraad.report.formats import Format
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.publishing.numbering import give_back, take_number
from beraad.ui.workspace import Workspace

Outcome = Proven | Solvable | None
"""What was written and read back, what went wrong, or None when it was stopped in time."""

_CUT_OFF = Solvable(
    "Het document is niet gemaakt: het beraad ging dicht voordat het klaar was.",
    kept="Er is niets geschreven, en je beraad is bewaard.",
    way_out="Open het beraad en maak het document opnieuw.",
)


class MakingJob(QObject):
    """Belongs to the open beraad: a screen may go while files are made, and another shows the end.

    Its number is kept before the first file gets its name, and given back when none did: what lies
    in a folder as “concept 1” is concept 1. `changed` tells that something began or ended, `failed`
    that something went wrong while no screen showed it, also when the beraad is being closed,
    `made` that a document is there, and `told` that a screen showed it after all.
    """

    changed = Signal()
    made = Signal()
    failed = Signal(object)
    told = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._number: Version | None = None
        self._is_closing = False
        self._untold: list[Outcome] = []
        self._beside = OneAtATime(self)
        self._beside.done.connect(self._on_done)
        self._beside.failed.connect(self._on_failed)
        self._beside.stopped.connect(self._on_stopped)
        workspace.closing.connect(self._on_closing)

    @property
    def runs(self) -> bool:
        """Whether files are being made."""
        return self._beside.runs

    def start(self, made: Making, formats: tuple[Format, ...], folder: Path) -> None:
        """Write this document in these formats, unless something else is being written.

        Raises Solvable when the number of its version cannot be kept.
        """
        if self.runs:
            return
        self._number = take_number(self._workspace, made)
        self._untold.clear()
        self._beside.start(partial(_run, made, formats, folder))
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Stop wanting it: nothing is written that was not written yet."""
        self._beside.stop()

    @Slot()
    def _on_closing(self) -> None:
        """See to it that nothing is under way any more, and that its end was told."""
        self._is_closing = True
        self._beside.settle()
        self._is_closing = False

    def tell_outcome(self, show: Callable[[Outcome], None]) -> None:
        """Show how the last one ended, when that was not shown yet."""
        while self._untold:
            outcome = self._untold.pop()
            show(outcome)
            if isinstance(outcome, Solvable):
                self.told.emit(outcome)

    @Slot(object)
    def _on_done(self, proven: Proven) -> None:
        self.made.emit()
        self._end(proven)

    @Slot()
    def _on_stopped(self) -> None:
        self._on_failed(_CUT_OFF if self._is_closing else None)

    @Slot(object)
    def _on_failed(self, problem: Solvable | None) -> None:
        give_back(self._workspace, self._number)
        self._end(problem)

    def _end(self, outcome: Outcome) -> None:
        self._number = None
        self._untold.append(outcome)
        self.changed.emit()
        if isinstance(outcome, Solvable) and (self._untold or self._is_closing):
            self.failed.emit(outcome)


def _run(made: Making, formats: tuple[Format, ...], folder: Path, asker: Asker) -> Proven | None:
    """Runs beside the window."""
    return write(made, formats, folder, unwanted=asker.unwanted)
