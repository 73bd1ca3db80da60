"""Making a backup of everything that changed, and letting go of what is too many."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.private import make_folder
from beraad.records import Id
from beraad.store.address import is_written_down
from beraad.store.copies.emptying import empty_in, gone_from
from beraad.store.copies.finished import empty_finished_in
from beraad.store.copies.folder import copies_folder, kept_files
from beraad.store.copies.moments import (
    Item,
    Moment,
    copies_in,
    damaged_lists,
    digest_of,
    free_second,
    kind_of,
    moments,
    name_of_copy,
    named,
    stamp,
    write,
)
from beraad.store.copies.places import forgotten_in, is_erased
from beraad.store.copies.thinning import to_keep
from beraad.store.copies.unlisted import adopt, gone_for_good
from beraad.store.driver import copy_to, look
from beraad.store.glance import glance, glance_at_all
from beraad.store.keys import is_vault, open_keys
from beraad.store.kinds import SESSION_FILE, FileKind
from beraad.store.log import log_of, read_log
from beraad.store.places import REGISTER_NAME, is_identity
from beraad.store.shredding import key_name_of, without_beside
from beraad.store.tidying import HOUR, is_old, is_young
from beraad.store.trouble import NewestUnread, damaged, explained, unnamable, unwritable
from beraad.store.whole_file import whole_file

_TRIES = 5
_ASIDE_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A file that could not be copied now; an earlier copy of it, if any, is named again."""

    name: str
    why: str
    has_copy: bool
    way_out: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a backup came to.

    Attributes:
        moment: None when nothing changed since the last one.
        copied: how many files were copied, the others being as they were.
        missed: what could not be.
        gone: files that are not here, and whose copy is there no more either.
        renewed: files that were copied again, as their copy was there no more.
        mended: moments of which the list was damaged or gone; it was made anew of their copies.
        forgotten: erased beraden of which copies lay there, that are gone now.
    """

    moment: Moment | None
    copied: int = 0
    missed: tuple[Missed, ...] = ()
    gone: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    mended: tuple[Moment, ...] = ()
    forgotten: tuple[Id, ...] = ()


def told_of_forgotten(made: Made, place: Path) -> Solvable | None:
    """What to say of copies of erased beraden that lay in a folder with backups; None of none."""
    if not made.forgotten:
        return None
    beraden = counted(len(made.forgotten), "beraad dat", "beraden die")
    is_erased_here = "is" if len(made.forgotten) == 1 else "zijn"
    return Solvable(
        f"In {place} lagen nog kopieën van {beraden} hier {is_erased_here} gewist.",
        kept="Beraad wiste ze daar ook.",
    )


def back_up(
    folder: Path,
    *,
    now: datetime,
    place: Path | None = None,
    unwanted: Callable[[], bool] = lambda: False,
    tell: Callable[[int], None] = lambda _: None,
) -> Made:
    """Copy every beraad and the register that changed to the folder with backups.

    `place` is that folder when it is not the usual one. When nobody wants it any more it stops
    between two files, and there is no new moment. Raises Solvable when nothing can be written
    there. A file that cannot be read keeps nothing else back.
    """
    place = copies_folder(folder) if place is None else place
    try:
        make_folder(place)
        forgotten = forgotten_in(place, folder)
        with suppress(Solvable):  # Of a register that cannot be read nothing is known.
            empty_in(place, gone_from(folder / REGISTER_NAME))
            empty_finished_in(place, folder / REGISTER_NAME)
        made = _Backup(folder, place, now).make(unwanted, tell)
        return replace(made, forgotten=forgotten)
    except OSError as error:
        raise unwritable(place, error) from error


class _Backup:
    def __init__(self, folder: Path, place: Path, now: datetime) -> None:
        self._folder = folder
        self._place = place
        known = moments(place)
        self._mended = adopt(place, known) if _are_left(place, known) else ()
        self._all = moments(place) if self._mended else known
        self._at = free_second(now, self._all)
        self._now = now
        self._last = next((each for each in self._all if not each.is_aside), None)
        before = self._last.items if self._last else ()
        self._before = {item.name: item for item in before}
        self._gone = gone_for_good(self._all[:1] if self._last is None else (self._last,), folder)
        self._copied = 0
        self._missed: list[Missed] = []

    def make(self, unwanted: Callable[[], bool], tell: Callable[[int], None]) -> Made:
        names = kept_files(self._folder)
        items: list[Item] = []
        lacks: list[str] = []
        for number, name in enumerate(names):
            if unwanted():
                return Made(moment=None)
            found = self._item(name)
            if found is not None:
                items.append(found)
            elif is_written_down(name):
                lacks.append(name)
            tell(100 * (number + 1) // len(names))
        _learn_owners(self._folder, self._place)
        keep_ring(self._folder, self._place)
        missed = tuple(self._missed)
        lost = frozenset(self._last.lost if self._last else ())
        again = tuple(item.name for item in items if item.name in lost)
        gone = tuple(name for name in self._gone if name not in names)
        made = Made(moment=None, missed=missed, gone=gone, renewed=again, mended=self._mended)
        moment = Moment(at=self._at, folder=self._place, items=tuple(items), lacks=tuple(lacks))
        if not items or (self._last is not None and _says_the_same(moment, self._last)):
            self._thin()
            return made
        write(moment)
        self._all = (moment, *self._all)
        self._thin()
        return replace(made, moment=moment, copied=self._copied)

    def _item(self, name: str) -> Item | None:
        path = self._folder / name
        if not is_written_down(name):
            self._miss(name, unnamable(path), has_copy=False)
            return None
        before = self._before.get(name)
        mark = mark_of(path)
        if before is not None and mark == (before.size, before.written, before.log):
            if problem := self._locked_out(path):
                self._miss(name, problem, has_copy=True)
            return before
        try:
            identity, copy, mark = self._copied_at_rest(path)
        except Solvable as problem:
            self._miss(name, problem, has_copy=before is not None)
            return before
        self._copied += 1
        size, written, log = mark
        return Item(
            name=name,
            copy=copy.name,
            id=identity,
            size=size,
            written=written,
            log=log,
            digest=digest_of(copy),
        )

    def _copied_at_rest(self, path: Path) -> tuple[str, Path, tuple[int, int, int]]:
        """What `_copy` says, and how the file lay there: nobody wrote in it meanwhile.

        Raises Solvable, also when somebody wrote in it each time.
        """
        for _ in range(_TRIES):
            mark = mark_of(path)
            identity, copy = _copy(path, self._place, stamp(self._at))
            if mark_of(path) == mark:
                return identity, copy, mark
            copy.unlink(missing_ok=True)
        raise NewestUnread(path)

    def _miss(self, name: str, problem: Solvable, *, has_copy: bool) -> None:
        why, way_out = problem.happened, problem.way_out
        self._missed.append(Missed(name=name, why=why, has_copy=has_copy, way_out=way_out))

    def _locked_out(self, path: Path) -> Solvable | None:
        """Why a file that did not change cannot be opened: the keys beside it can be older."""
        state = getattr(open_keys(self._folder), "state", None)
        if state is None or (name := key_name_of(path)) in state.keys or not name:
            return None
        try:
            with glance(path, kind_of(path)):
                return None
        except Solvable as problem:
            return problem

    def _thin(self) -> None:
        """Let go of moments that are too many, and then of copies that no moment needs."""
        keep = to_keep((each.at for each in self._all if not each.is_aside), now=self._now)
        stay: list[Moment] = []
        leave: list[Moment] = []
        for moment in self._all:
            young = self._now - moment.at < _ASIDE_KEPT or not self._counts(moment)
            if (young if moment.is_aside else moment.at in keep) or moment.at == self._at:
                stay.append(moment)
            else:
                leave.append(moment)
        wanted = named(stay)
        free = named(leave)
        listed = {item.name for moment in stay for item in moment.items}
        for name in copies_in(self._place):
            copy = without_beside(name)
            # A young one that no list names may be of a backup that is being made.
            if copy in wanted or not is_old(self._place / name, HOUR):
                continue
            # The last copy of a file that no list tells of may be all that is left of it.
            if copy in free or name_of_copy(copy) in listed:
                (self._place / name).unlink(missing_ok=True)
        for moment in leave:
            moment.list_file.unlink(missing_ok=True)

    def _counts(self, moment: Moment) -> bool:
        """Whether the clock can be believed about what was set aside: other days came since."""
        since = {each.at.date() for each in self._all if each.at > moment.at}
        return len(since) > 2  # noqa: PLR2004 - no one day is believed


def _says_the_same(moment: Moment, before: Moment) -> bool:
    return (moment.items, moment.lacks) == (before.items, before.lacks)


def _copy(path: Path, place: Path, moment: str) -> tuple[str, Path]:
    """The identity of what is in a file, and its copy. Raises Solvable."""
    kind = kind_of(path)
    target = place / f"{path.stem}~{moment}{path.suffix}"
    with glance_at_all(path, kind) as connection:
        identity = _identity(connection, path, kind)
        with explained(target, kind, kept=""), whole_file(target) as draft:
            copy_to(connection, draft)
            require_sound(draft, path)
    return identity, target


def keep_ring(folder: Path, place: Path) -> None:
    """Keep the ring beside what it opens: without it another laptop could read no backup.

    No ring that is kept there is written over while it holds a key that this one lacks. Raises
    OSError.
    """
    if is_vault(folder):
        from beraad.store.vault.kept import keep

        keep(folder, place)


def _learn_owners(folder: Path, place: Path) -> None:
    if is_vault(folder):
        from beraad.store.vault.owners import learn_owners

        learn_owners(folder, place)


def require_sound(copy: Path, path: Path) -> None:
    """Raise Solvable when what was copied from `path` does not hang together."""
    with closing(look(copy, bounded=False)) as connection:
        require_whole(connection, path)


def require_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Raise Solvable when what a connection sees does not hang together; raises sqlite3.Error."""
    whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    if not whole or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(path)


def _identity(connection: sqlite3.Connection, path: Path, kind: FileKind) -> str:
    if kind is not SESSION_FILE:
        return ""
    heads = connection.execute("SELECT id FROM head LIMIT 2").fetchall()
    if len(heads) != 1 or not is_identity(heads[0][0]):
        raise damaged(path)
    if is_erased(path.parent, heads[0][0]):
        raise Solvable(f"{path.name} is een beraad dat is gewist.")
    return str(heads[0][0])


def mark_of(path: Path) -> tuple[int, int, int]:
    """By what it is known that a file did not change."""
    with suppress(OSError):
        found = path.stat()
        log = log_of(path).stat().st_size if read_log(path) is not None else 0
        return found.st_size, found.st_mtime_ns, log
    return 0, 0, 0


def _are_left(place: Path, known: tuple[Moment, ...]) -> bool:
    """Whether copies lost their list; young ones may be of a backup that is being made."""
    broken = damaged_lists(place, known)
    if known or broken:
        return bool(broken)
    return not any(is_young(place / name, HOUR) for name in copies_in(place))


def last_made(folder: Path) -> datetime | None:
    """When the last backup in the sessions folder was made, in UTC; None when there is none."""
    names = os.listdir(copies_folder(folder)) if copies_folder(folder).is_dir() else []  # noqa: PTH208
    found = sorted(name for name in names if name.startswith("stand-"))
    at = moments(copies_folder(folder))[:1] if found else ()
    return at[0].at if at else None
