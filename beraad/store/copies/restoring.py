"""Putting a copy back in the place of what is there, which is kept."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from filecmp import cmp
from glob import escape
from pathlib import Path

from beraad.errors import Solvable
from beraad.private import make_folder
from beraad.records import Id
from beraad.store.audit import Action, Source, note
from beraad.store.copies.differing import Change, Difference
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.free import require_free
from beraad.store.copies.making import require_sound
from beraad.store.copies.moments import (
    Item,
    Moment,
    as_copy,
    copies_in,
    digest_of,
    free_second,
    kind_of,
    moments,
    named,
    stamp,
    write,
)
from beraad.store.copies.parting import copy_bytes, part_from_living
from beraad.store.copies.places import is_erased
from beraad.store.copies.under_way import after_broken_off, under_way
from beraad.store.driver import connect, copy_to, key_of
from beraad.store.generation import fold
from beraad.store.glance import glance
from beraad.store.keys import keys_for, lent_for
from beraad.store.kinds import SESSION_FILE, FileKind
from beraad.store.log import journal_of, log_of, set_aside
from beraad.store.shredding import without_beside
from beraad.store.tidying import tidy
from beraad.store.trouble import damaged, explained
from beraad.store.whole_file import make_last, whole_file
from beraad.store.whose import identity_of
from beraad.untrusted import shown

_STAY = frozenset(Change) - {Change.COMES_BACK, Change.OTHER, Change.GOES_ASIDE}
_DRAFT_KEPT = 60.0
"""Seconds; no file takes so long to put back, also not for another who is at it now."""

_UNTOUCHED = "Wat er stond, staat er nog."


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came of putting back.

    Attributes:
        aside: what made way; None when nothing did.
        names: the files that are as in the backup now.
        went_aside: those that were not in the backup, and made way.
        refused: what could not be put back, and why.
        ids: the beraden among them.
    """

    aside: Moment | None
    names: tuple[str, ...]
    refused: tuple[Solvable, ...] = ()
    ids: tuple[Id, ...] = ()
    went_aside: tuple[str, ...] = ()


def note_restored(
    folder: Path,
    restored: Restored,
    *,
    result: str,
    source: Source = Source.WINDOW,
    now: datetime,
) -> None:
    """Write down what was put back: a line for each beraad, or one when there is none."""
    for identity in restored.ids or ("",):
        note(folder, Action.RESTORED, about=identity, result=result, source=source, now=now)


def restore(
    moment: Moment,
    wanted: Iterable[Difference],
    folder: Path,
    *,
    now: datetime,
    tell: Callable[[int], None] = lambda _: None,
) -> Restored:
    """Make these files as they were; what is there now is kept as a moment of its own.

    Stopped halfway, every file is as it was or as in the backup, and what made way is kept. Raises
    Solvable when what is there cannot be kept, or another program is putting back here; nothing has
    changed then.
    """
    todo = [each for each in wanted if each.change not in _STAY]
    with under_way(folder) as was_broken_off:
        if was_broken_off:
            _clear_up(folder)
        return _restored(moment, todo, folder, now=now, tell=tell)


def _restored(
    moment: Moment,
    todo: list[Difference],
    folder: Path,
    *,
    now: datetime,
    tell: Callable[[int], None],
) -> Restored:
    part_from_living(folder)
    aside = _keep_aside([each.name for each in todo], folder, now)
    _begin_with_ring(moment.folder, folder)
    done: list[str] = []
    left: list[str] = []
    ids: list[Id] = []
    refused: list[Solvable] = []
    for number, each in enumerate(todo, start=1):
        try:
            if each.item is None:
                _take_away(folder / each.name)
                left.append(each.name)
            else:
                put_back(moment.copy_of(each.item), folder / each.name, digest=each.item.digest)
        except Solvable as problem:
            refused.append(_named(problem, each))
        else:
            if each.item is not None:
                done.append(each.name)
            if each.item is not None and each.item.id:
                ids.append(Id(each.item.id))
        tell(100 * number // len(todo))
    return Restored(
        aside=aside,
        names=tuple(done),
        refused=tuple(refused),
        ids=tuple(ids),
        went_aside=tuple(left),
    )


def clear_up(folder: Path) -> None:
    """Take away what putting back that was broken off left, while nobody is putting back here."""
    with after_broken_off(folder) as was_broken_off:
        if was_broken_off:
            _clear_up(folder)


def _clear_up(folder: Path) -> None:
    """Take away drafts, and what was laid aside in vain, as no list names it and the very same
    still stands in its place.
    """
    place = copies_folder(folder)
    tidy(folder, drafts_kept=_DRAFT_KEPT)
    listed = named(moments(place))
    for name in copies_in(place):
        told = as_copy(without_beside(name))
        if told is None or not told.is_aside or without_beside(name) in listed:
            continue
        end = name.removeprefix(without_beside(name))
        if _says_the_same(place / name, folder / f"{told.of}{end}"):
            with suppress(OSError):
                (place / name).unlink()


def _named(problem: Solvable, each: Difference) -> Solvable:
    """The same, with the name of the file that was not put back."""
    if each.name in problem.happened:
        return problem
    name = shown(each.title if each.title and each.title != each.name else each.name)
    told = f"{name} ({shown(each.name)})" if name != shown(each.name) else name
    return Solvable(
        f"Niet teruggezet: {told}. {problem.happened}", kept=problem.kept, way_out=problem.way_out
    )


def put_back(copy: Path, target: Path, *, digest: str = "") -> None:
    """Put one copy in the place of a file. Who wants that kept keeps it first.

    Raises Solvable when the copy is damaged, or somebody has the file open.
    """
    kind = kind_of(target)
    if not os.path.lexists(copy):
        raise Solvable(
            f"De kopie {copy.name} is er niet meer.",
            kept=_UNTOUCHED,
            way_out="Kies een ander moment of een andere map met reservekopieën.",
        )
    if digest:
        _require_digest(copy, digest)
    _require_not_erased(copy, target, kind)
    require_free(target, kind)
    with explained(target, kind, kept=_UNTOUCHED):
        with whole_file(target, instead=True) as draft:
            with glance(copy, kind, bounded=False) as found:
                _take_key_over(found, target)
                copy_to(found, draft)
            require_sound(draft, copy)
            _give_number(draft)
        # What is there now has a number of its own, so no log that was left belongs to it.
        for left in (log_of(target), journal_of(target)):
            if os.path.lexists(left):
                _put_off(left, target)


def _begin_with_ring(place: Path, folder: Path) -> None:
    """Where there is nothing yet, the ring of the backups becomes that of the folder."""
    if lent_for(place) is not None:
        from beraad.store.vault.borrowing import begin_with

        begin_with(place, folder)


def _take_key_over(copy: sqlite3.Connection, target: Path) -> None:
    """Let the folder know the key that a copy is under. Raises Solvable when it has no vault."""
    key = key_of(copy)
    if key is None:
        return
    own = keys_for(target)
    if own is None:
        raise Solvable(
            "Deze kopie is versleuteld, en deze map nog niet.",
            kept=_UNTOUCHED,
            way_out="Zet eerst de kluis aan, bij Instellingen of met beraad kluis aan.",
        )
    take_over = getattr(own, "take_over", None)
    if take_over is not None:
        take_over(key)


def put_back_loose(copy: Path, target: Path, *, now: datetime) -> Moment | None:
    """Put back one file that no list names; what made way for it. Raises Solvable as `restore`."""
    folder = target.parent
    with under_way(folder) as was_broken_off:
        if was_broken_off:
            _clear_up(folder)
        aside = _keep_aside([target.name], folder, now)
        put_back(copy, target)
    return aside


def _give_number(draft: Path) -> None:
    """Let the file be another than the one that was copied, whose log may still lie here."""
    with closing(connect(draft)) as connection:
        fold(connection)


def _put_off(log: Path, target: Path) -> None:
    """Take away the log of what made way: it was kept along with that."""
    kept = copies_folder(target.parent).glob(f"{escape(target.stem)}~*~opzij*-wal")
    if not log.stat().st_size or any(_says_the_same(each, log) for each in kept):
        log.unlink()
    else:
        set_aside(log)


def _says_the_same(copy: Path, log: Path) -> bool:
    with suppress(OSError):
        return cmp(copy, log, shallow=False)
    return False


def _keep_aside(names: list[str], folder: Path, now: datetime) -> Moment | None:
    there = [name for name in names if os.path.lexists(folder / name)]
    if not there:
        return None
    place = copies_folder(folder)
    for name in there:
        require_free(folder / name, kind_of(Path(name)))
    at = free_second(now, moments(place))
    with explained(place, kind_of(Path(there[0])), kept=_UNTOUCHED):
        make_folder(place)
        try:
            items = tuple(_aside(folder / name, place, at) for name in there)
            moment = Moment(at=at, folder=place, items=items, is_aside=True)
            write(moment)
        except BaseException:
            _leave_nothing(there, place, at)
            raise
    return moment


def _leave_nothing(names: list[str], place: Path, at: datetime) -> None:
    """Take away what no list names: the very files still stand where they were."""
    for name in names:
        kept = place / _aside_name(Path(name), at)
        for each in (kept, log_of(kept)):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def _aside(path: Path, place: Path, at: datetime) -> Item:
    """The same bytes, and those of its log: whatever is wrong with it stays so.

    Never a second name of the file: who stops before it is replaced would leave two that change,
    and are emptied, together.
    """
    name = _aside_name(path, at)
    for source, target in ((path, place / name), (log_of(path), log_of(place / name))):
        if os.path.lexists(source):
            with whole_file(target) as draft:
                copy_bytes(source, draft)
    make_last(place)
    found = path.stat()
    return Item(
        name=path.name,
        copy=name,
        id=_identity(path),
        size=found.st_size,
        written=found.st_mtime_ns,
        log=log_of(path).stat().st_size if log_of(path).exists() else 0,
    )


def _aside_name(path: Path, at: datetime) -> str:
    return f"{path.stem}~{stamp(at)}~opzij{path.suffix}"


def _identity(path: Path) -> str:
    """Which beraad a file is; empty for the register, and for a file that cannot be read."""
    if kind_of(path) is not SESSION_FILE:
        return ""
    with suppress(Solvable, sqlite3.Error), glance(path, kind_of(path)) as connection:
        rows = connection.execute("SELECT id FROM head LIMIT 1").fetchall()
        if rows and isinstance(rows[0][0], str):
            return rows[0][0]
    return ""


def _take_away(path: Path) -> None:
    """Let a file go that was kept under another name."""
    with explained(path, kind_of(path), kept=_UNTOUCHED):
        for each in (path, log_of(path)):
            each.unlink(missing_ok=True)
        make_last(path.parent)


def _require_digest(copy: Path, digest: str) -> None:
    try:
        same = digest_of(copy) == digest
    except OSError:
        same = False
    if not same:
        raise damaged(copy)


def _require_not_erased(copy: Path, target: Path, kind: FileKind) -> None:
    """Whatever it is called, and whatever a list says of it."""
    identity = identity_of(copy) if kind is SESSION_FILE else None
    if identity is not None and is_erased(target.parent, identity):
        raise Solvable(
            f"{target.name} is een beraad dat is gewist.",
            kept="Beraad zette het niet terug.",
        )
