"""Making backups by themselves, beside the window; before that a vault leaves nothing readable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from beraad.errors import Solvable
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.desk import Desk
from beraad.ui.settings import Settings

_CALM = 1500
"""Milliseconds on the list before a backup begins: nobody waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    """What came of making a backup.

    Attributes:
        seen_to: the folder, when nothing in it had to be left as it can be read.
        is_whole: everything lies in every place where it was wished.
    """

    seen_to: Path | None
    is_whole: bool


class BackingUp(QObject):
    """Copies what changed whenever nobody has had a beraad open for a moment.

    `failed` carries a Solvable, once until it works again; then `worked` carries the same.
    """

    failed = Signal(object)
    worked = Signal(object)

    def __init__(self, parent: QObject, desk: Desk, settings: Settings) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._told: Solvable | None = None
        self._seen_to: Path | None = None
        self._job = OneAtATime(self)
        self._job.failed.connect(self._on_failed)
        self._job.done.connect(self._on_done)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._begin)

    @property
    def runs(self) -> bool:
        """Whether a backup is being made, or will be soon."""
        return self._calm.isActive() or self._job.runs

    def wish(self) -> None:
        """Make a backup as soon as it is calm."""
        self._calm.start()

    def leave_off(self) -> None:
        """Somebody opens a beraad, or puts one back: end what is under way, and make room."""
        self._calm.stop()
        self._job.settle()

    @Slot()
    def _begin(self) -> None:
        folder, second = self._desk.folder, self._settings.copies_folder
        lifts = folder != self._seen_to
        self._job.start(partial(_back_up, folder, second, self._desk.now(), lifts))

    @Slot(object)
    def _on_done(self, came: _Came | None) -> None:
        if came is None:
            return
        self._seen_to = came.seen_to or self._seen_to
        told = self._told
        if told is not None and came.is_whole:
            self._told = None
            self.worked.emit(told)

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        if self._told is None:
            self._told = problem
            self.failed.emit(problem)


def _back_up(
    folder: Path,
    second: Path | None,
    now: datetime,
    lifts: bool,  # noqa: FBT001
    asker: Asker,
) -> _Came | None:
    """Returns None when there was nothing to do."""
    from beraad.store.copies.folder import FOLDER, copies_folder, kept_files
    from beraad.store.copies.making import back_up
    from beraad.store.copies.owing import settle
    from beraad.store.copies.places import remember_place
    from beraad.store.keys import is_locked, is_vault

    if is_locked(folder):
        return None
    settle(folder)  # Also when nothing is left here: what was erased lies on a drive that was away.
    if not kept_files(folder):
        return None
    seen_to = None
    if lifts and is_vault(folder):
        from beraad.store.vault.lifting import lift_rest

        seen_to = folder if lift_rest(folder, unwanted=asker.unwanted) else None
    back_up(folder, now=now, place=copies_folder(folder), unwanted=asker.unwanted)
    is_there = second is not None and second.is_dir()
    if second is not None and is_there and not asker.unwanted():
        place = second if second.name == FOLDER else second / FOLDER
        remember_place(folder, place)
        back_up(folder, now=now, place=place, unwanted=asker.unwanted)
    is_whole = not asker.unwanted() and (second is None or is_there)
    return _Came(seen_to=seen_to, is_whole=is_whole)
