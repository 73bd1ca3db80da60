"""Making backups by themselves, beside the window; before that a vault leaves nothing readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from beraad import untrusted
from beraad.errors import Solvable
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.desk import Desk
from beraad.ui.settings import Settings

if TYPE_CHECKING:
    from beraad.store.vault.lifting import Lifted

_CALM = 1500
"""Milliseconds on the list before a backup begins: nobody waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    """What came of making a backup.

    Attributes:
        seen_to: the folder, when nothing in it can be read without a key any more.
        plain: what there is to say of what still can.
        is_whole: everything lies in every place where it was wished.
        forgotten: what there is to say of copies of erased beraden that lay in a place still.
    """

    seen_to: Path | None
    plain: Solvable | None
    is_whole: bool
    forgotten: Solvable | None = None


class BackingUp(QObject):
    """Copies what changed whenever nobody has had a beraad open for a moment.

    `failed` carries a Solvable, once until it works again; then `worked` carries the same. So do
    they for what could not be put under the key of the vault.
    """

    failed = Signal(object)
    worked = Signal(object)

    def __init__(self, parent: QObject, desk: Desk, settings: Settings) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._told: Solvable | None = None
        self._seen_to: Path | None = None
        self._plain: Solvable | None = None
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

    def look_anew(self) -> None:
        """The vault was shut for a while: something may have come that can be read by all."""
        self._seen_to = None

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
        self._tell_plain(came.plain)
        if came.forgotten is not None:
            self.failed.emit(came.forgotten)
        told = self._told
        if told is not None and came.is_whole:
            self._told = None
            self.worked.emit(told)

    def _tell_plain(self, plain: Solvable | None) -> None:
        before, self._plain = self._plain, plain
        if (before and before.happened) == (plain and plain.happened):
            return
        if before is not None:
            self.worked.emit(before)
        if plain is not None:
            self.failed.emit(plain)

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
    from beraad.store.audit import note_came_back
    from beraad.store.copies.folder import copies_folder, kept_files
    from beraad.store.copies.laptops import place_of_this
    from beraad.store.copies.making import back_up, told_of_forgotten
    from beraad.store.copies.owing import settle
    from beraad.store.copies.places import remember_place
    from beraad.store.keys import is_locked, is_vault

    if is_locked(folder):
        return None
    settle(folder)  # Also when nothing is left here: what was erased lies on a drive that was away.
    if not kept_files(folder):
        return None
    seen_to, plain, forgotten = None, None, None
    if lifts and is_vault(folder):
        from beraad.store.vault.lifting import lift_rest

        left = lift_rest(folder, unwanted=asker.unwanted)
        seen_to = folder if left == () else None
        plain = _still_plain(left or ())
    back_up(folder, now=now, place=copies_folder(folder), unwanted=asker.unwanted)
    is_there = second is not None and second.is_dir()
    if second is not None and is_there and not asker.unwanted():
        place = place_of_this(second, folder)
        remember_place(folder, place)
        made = back_up(folder, now=now, place=place, unwanted=asker.unwanted)
        note_came_back(folder, made.forgotten, now=now)
        forgotten = told_of_forgotten(made, place)
    is_whole = not asker.unwanted() and (second is None or is_there)
    return _Came(seen_to=seen_to, plain=plain, is_whole=is_whole, forgotten=forgotten)


def _still_plain(left: Sequence[Lifted]) -> Solvable | None:
    """What to say of beraden that could not be put under the key of the vault."""
    if not left:
        return None
    first = left[0]
    assert first.problem is not None  # noqa: S101 - else it would not be left
    name = untrusted.shown(first.path.name)
    rest = f" en nog {len(left) - 1}" if left[1:] else ""
    return Solvable(
        f"Dit ligt nog zonder slot: {name}{rest}. {first.problem.happened}",
        kept="Er is niets weg.",
        way_out=f"{first.problem.way_out} Beraad probeert het ook vanzelf weer.".strip(),
    )
