"""Whether all of a beraad went along with a hand-over: only then may it be erased here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.records import Id, Session
from beraad.store.beside import nothing_more
from beraad.store.catalog import Summary, look_at
from beraad.store.copies.moments import moments
from beraad.store.copies.places import places_of_copies
from beraad.store.going_along import backups_in
from beraad.store.handing.handing import Handed, digest_of
from beraad.store.places import SUFFIX
from beraad.store.session_reading import SessionReading
from beraad.store.shredding import is_emptied, key_name_of, without_beside
from beraad.store.strewn import Strewn
from beraad.store.whose import identity_of
from beraad.store.wiping import Reach, reach, require_none_open

_BEFORE_A_LIFT = ".kopie"
_HALF_WRITTEN = (".deel", ".nieuw")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def beraden_in(handed: Handed) -> tuple[tuple[Path, ...], ...]:
    """The files that were handed over, those of one beraad together."""
    found: dict[Id | Path, list[Path]] = {}
    for path in handed.files:
        if path.suffix == SUFFIX:
            found.setdefault(identity_of(path) or path, []).append(path)
    return tuple(map(tuple, found.values()))


def to_erase(paths: Sequence[Path], handed: Handed, folder: Path) -> Reach:
    """What goes when a beraad is erased of which these files were handed over.

    Raises Solvable when it stays: a file that would go with it has a word that did not go along, or
    may have. An earlier state that Beraad itself kept does not count: what came after it went
    along.
    """
    first = paths[0]
    try:
        found = reach(first, folder)
        require_none_open(found.files)
    except Solvable as problem:
        raise _stays(first, problem.happened, way_out=problem.way_out) from None
    lack = _lacking(paths, handed, folder, found)
    if lack.is_any:
        raise _stays(first, " ".join(lack.told), way_out=_way_out(first, lack))
    return found


@dataclass(slots=True)
class _Lacking:
    """What did not go along: what changed since, what says more, and what nobody can compare."""

    changed: list[Path] = field(default_factory=list)
    fuller: list[Path] = field(default_factory=list)
    unknown: list[Path] = field(default_factory=list)

    @property
    def is_any(self) -> bool:
        return bool(self.changed or self.fuller or self.unknown)

    @property
    def told(self) -> Iterator[str]:
        if self.changed:
            yield f"Wat nu in {_names(self.changed)} staat, ging niet helemaal mee."
        if self.fuller:
            yield f"Van dit beraad staan woorden die niet meegingen in {_names(self.fuller)}."
        if self.unknown:
            yield f"Niet te vergelijken met wat meeging: {_names(self.unknown)}."


def _lacking(paths: Sequence[Path], handed: Handed, folder: Path, found: Reach) -> _Lacking:
    lack = _Lacking()
    lack.changed += (each for each in paths if digest_of(each) != handed.digests[each])
    sessions = tuple(filter(None, map(_read, paths)))
    latest = max(map(_changed_at, paths))
    earlier = frozenset(backups_in(found, folder))
    for each in _beside(paths, folder, found):
        is_earlier = each in earlier or each.name.endswith(_BEFORE_A_LIFT)
        is_later = _changed_at(each) > latest
        if is_earlier and not is_later:
            continue
        session = _read(each)
        if session is None:
            lack.unknown += [] if is_earlier else [each]
        elif _says_more(session, sessions, is_later=is_later):
            lack.fuller.append(each)
    return lack


def _read(path: Path) -> Session | None:
    """The beraad in a file, with all that was kept in it; None when it cannot be read so."""
    with suppress(Solvable):
        reading = SessionReading.open(path)
        return None if reading.lacks_newest else reading.session
    return None


def _says_more(session: Session, others: Sequence[Session], *, is_later: bool) -> bool:
    if is_later:
        return not any(_is_alike(session, other) for other in others)
    return not nothing_more(others, session)


def _is_alike(one: Session, other: Session) -> bool:
    """Whether the same is in it; the ronde one is in and the clock aside."""
    return replace(one, progress=other.progress, time_spent=other.time_spent) == other


def _beside(paths: Sequence[Path], folder: Path, found: Reach) -> Iterator[Path]:
    """What would go along with these files, or could not be read any more, and may hold words."""
    identity = identity_of(paths[0])
    mine = frozenset(map(os.path.realpath, paths))
    whole = (each for each in found.files if each.name.endswith(SUFFIX))
    keys = frozenset(name for each in whole if (name := key_name_of(each)))
    others = (*found.unread, *(each.path for each in found.strewn if each.what is Strewn.COPY))
    listed = _names_in_lists(folder, identity)
    losing = (each for each in others if key_name_of(each) in keys or each.name in listed)
    for each in dict.fromkeys((*found.files, *found.unsure, *losing)):
        if os.path.realpath(each) not in mine and _may_hold_words(each, identity):
            yield each


def _may_hold_words(path: Path, identity: Id | None) -> bool:
    if path.name.endswith(_HALF_WRITTEN) or is_emptied(path, identity or ""):
        return False
    whole = path.with_name(without_beside(path.name))
    if whole != path:  # Read along with its file, if that is there.
        return path.name.endswith("-wal") and not whole.exists() and path.stat().st_size > 0
    return path.exists()


def _names_in_lists(folder: Path, identity: Id | None) -> frozenset[str]:
    """How files of this beraad are called in the lists of backups, which go when it is erased."""
    items = (
        item
        for pool in places_of_copies(folder)
        for moment in moments(pool)
        for item in moment.items
    )
    return frozenset(item.name for item in items if identity and item.id == identity)


def _changed_at(path: Path) -> datetime:
    line = look_at(path)
    return line.changed_at if isinstance(line, Summary) else _LONG_AGO


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(each.name for each in paths)


def _way_out(first: Path, lack: _Lacking) -> str:
    anyway = (
        f"Wil je het toch kwijt, geef dan beraad wis {first.name}: dat noemt eerst wat er gaat."
    )
    places = sorted({str(each.parent) for each in (*lack.fuller, *lack.unknown)})
    where = f"Ze liggen in {' en '.join(places)}. " if places else ""
    if lack.unknown:
        return f"{where}Kijk eerst wat het is, of zet een reservekopie terug. {anyway}"
    if lack.fuller:
        return f"{where}Geef ze in dezelfde opdracht mee door. {anyway}"
    return f"Geef het nog eens door. {anyway}"


def _stays(path: Path, why: str, *, way_out: str) -> Solvable:
    return Solvable(
        f"Niet gewist: {path.name}. {why}",
        kept="Van dit beraad is hier niets gewist.",
        way_out=way_out,
    )
