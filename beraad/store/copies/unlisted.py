"""Copies that no list tells of, and lists that tell of no copy."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.store.copies.moments import (
    Item,
    Moment,
    as_copy,
    as_moment,
    copies_in,
    damaged_lists,
    digest_of,
    is_kept,
    kind_of,
    moments,
    named,
    salvaged,
    time_of,
    write,
)
from beraad.store.erased import erased as erased_here
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import removed_folder
from beraad.store.whose import identity_of
from beraad.untrusted import shown

_MOST, _LONGEST = 20, 100
_EVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Loose:
    path: Path
    name: str
    at: datetime
    is_aside: bool


def every_moment(place: Path, known: tuple[Moment, ...] | None = None) -> tuple[Moment, ...]:
    """The moments in a folder with backups, and those that its copies tell, the latest first.

    Who has read the lists gives what is `known`.
    """
    known = moments(place) if known is None else known
    every = (*known, *found_moments(place, known))
    return tuple(sorted(every, key=lambda each: (each.at, each.is_aside), reverse=True))


def found_moments(place: Path, known: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """What lies there and that none of these moments names; each is a part of what there was.

    In the place of a list that is damaged come the latest copies of then. What is left of a backup
    that was broken off is none, as long as some list has the same file.
    """
    broken = damaged_lists(place, known)
    loose = _loose(place, known)
    if known and not broken:
        listed = {item.name for each in known for item in (*each.items, *each.gone)}
        loose = [each for each in loose if each.name not in listed]
    found: list[Moment] = []
    used: set[Path] = set()
    for path in broken:
        mine = _of_then(path, loose)
        used |= {each.path for each in mine}
        if made := _moment(place, time_of(path), mine, known, is_aside=_is_aside(path)):
            found.append(_with_lost(made, path))
    for is_aside in (False, True):
        rest = [each for each in loose if each.path not in used and each.is_aside == is_aside]
        if rest:
            at = max(each.at for each in rest)
            found += filter(None, [_moment(place, at, rest, (), is_aside=is_aside)])
    return tuple(found)


def _with_lost(moment: Moment, path: Path) -> Moment:
    """The same, and the files of which the damaged list told a copy that is not there any more."""
    there = {item.name for item in moment.items}
    gone = {item.name: item for item in salvaged(path) if item.name not in there}
    gone = {name: each for name, each in gone.items() if not moment.copy_of(each).exists()}
    return replace(moment, gone=tuple(gone.values()), lost=tuple(gone))


def adopt(place: Path, known: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Write lists for what none tells of, for who saw that one is damaged or there is none.

    Raises OSError.
    """
    taken = {each.list_file for each in known}
    made: list[Moment] = []
    for moment in found_moments(place, known):
        if moment.list_file not in taken:
            whole = replace(
                moment, items=tuple(_with_digest(moment, each) for each in moment.items)
            )
            write(whole)
            taken.add(whole.list_file)
            made.append(whole)
    return tuple(made)


def gone_for_good(known: Iterable[Moment], folder: Path) -> tuple[str, ...]:
    """The files that these moments tell of, that are not here and of which they have no copy.

    What was erased here is not missed.
    """
    every = tuple(known)
    left = {item.name for each in every for item in each.items}
    erased = {line.id for line in erased_here(folder)}
    names = {
        item.name
        for each in every
        if not each.is_aside
        for item in each.gone
        if item.id not in erased and item.name not in left
    }
    here = (folder, removed_folder(folder))
    return tuple(
        sorted(name for name in names if not any(os.path.lexists(each / name) for each in here))
    )


def in_no_list(known: Iterable[Moment], found: Iterable[Moment]) -> tuple[str, ...]:
    """The copies among what was found that none of the known moments names."""
    listed = named(known)
    return tuple(sorted(each for each in named(found) if each not in listed))


def list_troubles(
    place: Path, known: tuple[Moment, ...], found: tuple[Moment, ...]
) -> tuple[Solvable, ...]:
    """What to say of lists that are damaged, and of copies that no list tells of."""
    told = [
        Solvable(
            f"De lijst {path.name} in {place} is beschadigd.",
            kept="Beraad gaat daarvoor af op de kopieën die er liggen.",
        )
        for path in damaged_lists(place, known)
    ]
    if loose := in_no_list(known, found):
        number = counted(len(loose), "kopie staat", "kopieën staan")
        names = ", ".join(shown(each, most=_LONGEST) for each in loose[:_MOST])
        rest = f" en nog {len(loose) - _MOST}" if loose[_MOST:] else ""
        told.append(
            Solvable(
                f"{number} in geen lijst die te lezen is: {names}{rest}.",
                kept=f"Ze {'ligt' if len(loose) == 1 else 'liggen'} in {place}.",
            )
        )
    return tuple(told)


def told_gone(name: str) -> Solvable:
    """What to say of a file that is lost, as is the copy that a list tells of."""
    return Solvable(
        f"{shown(name, most=_LONGEST)} is hier niet, en de kopie ervan is ook weg.",
        way_out="Kijk op een stick of een andere schijf, en in de prullenbak. Heb je het bestand "
        "gevonden? Zet het dan terug in de map met je beraden.",
    )


def _with_digest(moment: Moment, item: Item) -> Item:
    if item.digest or moment.is_aside:
        return item
    return replace(item, digest=digest_of(moment.copy_of(item)))


def _is_aside(path: Path) -> bool:
    return path.name.startswith("opzij-")


def _of_then(path: Path, loose: Iterable[_Loose]) -> list[_Loose]:
    """The copies that a damaged list can have named."""
    at, is_aside = time_of(path) or _EVER, _is_aside(path)
    return [
        each
        for each in loose
        if each.is_aside == is_aside and (each.at == at if is_aside else each.at <= at)
    ]


def _moment(
    place: Path,
    at: datetime | None,
    loose: list[_Loose],
    known: tuple[Moment, ...],
    *,
    is_aside: bool,
) -> Moment | None:
    """The latest copy of each file, in these and in the moment before; None when there is none."""
    at = at or max((each.at for each in loose), default=None)
    if at is None:
        return None
    items: dict[str, Item] = {}
    if not is_aside:
        before = (each for each in known if each.at < at and not each.is_aside)
        items = {item.name: item for each in list(before)[:1] for item in each.items}
    for each in sorted(loose, key=lambda copy: copy.at):
        items[each.name] = _item(each)
    if not items:
        return None
    ordered = tuple(items[name] for name in sorted(items))
    return Moment(at=at, folder=place, items=ordered, is_aside=is_aside, is_part=True)


def _loose(place: Path, known: tuple[Moment, ...]) -> list[_Loose]:
    taken = {item.copy for each in known for item in each.items}
    found: list[_Loose] = []
    for copy in copies_in(place):
        told = as_copy(copy)
        if told is None or copy in taken or not is_kept(told.of):
            continue
        with suppress(ValueError):
            at = as_moment(told.written)
            found.append(_Loose(place / copy, told.of, at, is_aside=told.is_aside))
    return found


def _item(copy: _Loose) -> Item:
    is_beraad = kind_of(Path(copy.name)) is SESSION_FILE
    identity = identity_of(copy.path) if is_beraad else None
    return Item(name=copy.name, copy=copy.path.name, id=identity or "", size=0, written=0, log=0)
