"""Making the files of the open beraad, whatever screen is in sight."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.publishing.making import Making, write
from beraad.publishing.proving import Proven
from beraad.report.formats import Format
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.workspace import Workspace

Outcome = Proven | Solvable | None
"""What was written and read back, what went wrong, or None when it was stopped in time."""


class MakingJob(QObject):
    """Belongs to the open beraad: a screen may go while files are made, and another shows the end.

    A version is kept as soon as its files are there, also when nobody looks and when the beraad is
    being closed: what lies in a folder as “concept 1” is concept 1. `changed` tells that something
    began or ended.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._made: Making | None = None
        self._untold: list[Outcome] = []
        self._beside = OneAtATime(self)
        self._beside.done.connect(self._on_done)
        self._beside.failed.connect(self._end)
        self._beside.stopped.connect(self._on_stopped)
        workspace.closing.connect(self._beside.settle)

    @property
    def runs(self) -> bool:
        """Whether files are being made."""
        return self._beside.runs

    def start(self, made: Making, formats: tuple[Format, ...], folder: Path) -> None:
        """Write this document in these formats, unless something else is being written."""
        if self.runs:
            return
        self._workspace.keep()
        self._made = made
        self._untold.clear()
        self._beside.start(partial(_run, made, formats, folder))
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Stop wanting it: nothing is written that was not written yet."""
        self._beside.stop()

    def tell_outcome(self, show: Callable[[Outcome], None]) -> None:
        """Show how the last one ended, when that was not shown yet."""
        while self._untold:
            show(self._untold.pop())

    @Slot(object)
    def _on_done(self, proven: Proven) -> None:
        if self._made is not None:
            keep_version(self._workspace, self._made)
        self._end(proven)

    @Slot()
    def _on_stopped(self) -> None:
        self._end(None)

    @Slot(object)
    def _end(self, outcome: Outcome) -> None:
        self._made = None
        self._untold.append(outcome)
        self.changed.emit()


def keep_version(workspace: Workspace, made: Making) -> None:
    """Keep what was given out, when it was not given out before."""
    if (given_out := made.as_version()) is not None:
        workspace.editor.issue(given_out)
        workspace.keep()


def _run(made: Making, formats: tuple[Format, ...], folder: Path, asker: Asker) -> Proven | None:
    """Runs beside the window."""
    return write(made, formats, folder, unwanted=asker.unwanted)
