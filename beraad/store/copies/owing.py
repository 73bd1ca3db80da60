"""Which folders with backups were away when something had to be done there; it is done later."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.copies.emptying import empty_in, gone_from
from beraad.store.copies.finished import empty_finished_in
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.making import keep_ring
from beraad.store.copies.places import (
    PLACES,
    forgotten_in,
    listed,
    places_of_copies,
    put_list,
)
from beraad.store.places import REGISTER_NAME
from beraad.store.shredding import forget_other_rings

_LIST = "tegoed.json"
_RINGS = "sleutels-tegoed.json"
"""Where the ring has to be renewed, and where that was not seen to yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What came of it.

    Attributes:
        places: folders with backups that hold no more than they should now.
        away: those that are still to be done.
    """

    places: tuple[Path, ...] = ()
    away: tuple[Path, ...] = ()


def owed(folder: Path) -> tuple[Path, ...]:
    """The folders with backups that hold what was erased, or a ring that older words open."""
    lists = (listed(copies_folder(folder) / name) for name in (_LIST, _RINGS))
    return tuple(dict.fromkeys(place for each in lists for place in each))


def owe(folder: Path, places: Iterable[Path]) -> None:
    """Write down that these folders have to be seen to. Failing is told by `owed` alone."""
    _write(folder, _LIST, (*listed(copies_folder(folder) / _LIST), *places))


def settle(folder: Path) -> Settled:
    """See to every such folder that is there now: what was erased goes, and the ring is renewed."""
    todo = owed(folder)
    done = tuple(place for place in todo if place.is_dir() and _is_seen_to(folder, place))
    left = tuple(place for place in todo if place not in done)
    for name in (_LIST, _RINGS) if done else ():
        owing = listed(copies_folder(folder) / name)
        _write(folder, name, (place for place in owing if place in left))
    return Settled(places=done, away=left)


@contextmanager
def new_way_in(folder: Path) -> Generator[None]:
    """Around a change of what opens the vault, behind which comes `renew_rings`.

    Whoever is stopped in between finds written down that the rings elsewhere are of before.
    """
    before = listed(copies_folder(folder) / _RINGS)
    pools = (place for place in places_of_copies(folder) if _may_hold_ring(place, folder))
    _write(folder, _RINGS, (*before, *pools))
    try:
        yield
    except Solvable:
        _write(folder, _RINGS, before)
        raise


def forget_place(folder: Path, place: Path) -> bool:
    """Expect no more of a folder with backups, for its disk is gone; whether it was known.

    Raises OSError when that cannot be written down.
    """
    lists = (PLACES, _LIST, _RINGS)
    found = {name: listed(copies_folder(folder) / name) for name in lists}
    for name, places in found.items():
        if place in places:
            put_list(copies_folder(folder) / name, (each for each in places if each != place))
    return any(place in places for places in found.values())


def renew_rings(folder: Path) -> tuple[Path, ...]:
    """Let the ring beside every backup be as this one; the places where that has to wait.

    Until then what lies there opens with the words of before.
    """
    left: list[Path] = []
    for place in places_of_copies(folder):
        if place.is_dir():
            with suppress(OSError):
                keep_ring(folder, place)
                continue
        if _may_hold_ring(place, folder):
            left.append(place)
    _write(folder, _RINGS, left)
    return tuple(left)


def _may_hold_ring(place: Path, folder: Path) -> bool:
    return place.is_dir() or place != copies_folder(folder)


def not_reached(place: Path) -> str:
    """Why nothing could be done there now, in a sentence."""
    if place.is_dir():
        return f"In {place} kan Beraad nu niets veranderen."
    return f"{place} is er nu niet."


def _is_seen_to(folder: Path, place: Path) -> bool:
    with suppress(OSError, Solvable):
        forgotten_in(place, folder)
        _, failed = empty_in(place, gone_from(folder / REGISTER_NAME))
        failed += empty_finished_in(place, folder / REGISTER_NAME)
        keep_ring(folder, place)
        forget_other_rings(folder, place)
        return not failed
    return False


def _write(folder: Path, name: str, places: Iterable[Path]) -> None:
    """Let this be the list, unless it is already."""
    file, after = copies_folder(folder) / name, tuple(dict.fromkeys(places))
    if after != listed(file):
        with suppress(OSError):
            put_list(file, after)
