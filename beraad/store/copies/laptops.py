"""Whose backups lie where: a stick or a folder elsewhere may serve more than one laptop.

Each has a folder of its own there, so that none thins, erases, unlocks or puts back what is of
another. Which laptop this is stands beside the backups in the sessions folder, under what the
machine is called: where that folder is copied to another machine, that is another laptop.
"""

from __future__ import annotations

import json
import os
import platform
import secrets
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from beraad import untrusted
from beraad.phases.dates import full_date
from beraad.phases.numbers import counted
from beraad.private import make_folder
from beraad.store.copies.folder import FOLDER, copies_folder
from beraad.store.copies.moments import damaged_lists
from beraad.store.copies.unlisted import every_moment, found_moments
from beraad.store.keys import KEPT_RING
from beraad.store.whole_file import write_whole

_STEM = "laptop-"
_WHICH = "laptop.json"
_BYTES = 4


def place_of_this(chosen: Path, folder: Path) -> Path:
    """Where this laptop keeps backups of a sessions folder, in a folder elsewhere that was chosen.

    Raises OSError when it cannot be written down which laptop this is.
    """
    return _home(chosen) / f"{_STEM}{_mark(folder)}"


def places_in(chosen: Path) -> tuple[Path, ...]:
    """Every folder with backups that somebody may mean who chose this one; those of before last."""
    homes = tuple(dict.fromkeys((chosen, chosen / FOLDER)))
    found = (*(each for home in homes for each in _laptops(home)), *homes)
    return tuple(each for each in dict.fromkeys(found) if _holds_copies(each))


def own_place_among(places: tuple[Path, ...], folder: Path) -> Path | None:
    """The one with backups of this laptop; the only one when there are no others."""
    own = next((each for each in places if each.name == _own_name(folder)), None)
    return places[0] if own is None and len(places) == 1 else own


def is_of_laptop(place: Path) -> bool:
    """Whether a folder with backups says of which laptop it is; those of before do not."""
    return place.name.startswith(_STEM)


def is_of_other(place: Path, folder: Path) -> bool:
    """Whether the backups in a place are those of another laptop."""
    return is_of_laptop(place) and place.name != _own_name(folder)


def told_of_laptop(place: Path) -> str:
    """The last backup of a laptop, by which its user may know it.

    Behind it for backups of before, which do not say of which laptop they are.
    """
    last = next((each for each in every_moment(place) if not each.is_aside), None)
    if last is None:
        return "alleen sleutels"
    at = last.at.astimezone()
    beraden = counted(len(last.beraden), "beraad", "beraden")
    told = f"laatste kopie van {full_date(at.date())}, {at:%H:%M}, {beraden}"
    return told if is_of_laptop(place) else f"{told}, van welke laptop staat er niet bij"


def _home(chosen: Path) -> Path:
    """The folder with the backups of all laptops."""
    if chosen.parent.name == FOLDER and is_of_laptop(chosen):
        return chosen.parent
    return chosen if chosen.name == FOLDER else chosen / FOLDER


def _laptops(home: Path) -> Iterator[Path]:
    with suppress(OSError):
        for name in sorted(os.listdir(home)):  # noqa: PTH208 - names are all that is needed
            if name.startswith(_STEM):
                yield home / name


def _holds_copies(place: Path) -> bool:
    if not place.is_dir():
        return False
    is_there = os.path.lexists(place / KEPT_RING) or damaged_lists(place, ())
    return bool(is_there or found_moments(place, ()))


def _own_name(folder: Path) -> str:
    mark = _known(folder).get(_machine())
    return f"{_STEM}{mark}" if mark else ""


def _mark(folder: Path) -> str:
    known, machine = _known(folder), _machine()
    if machine not in known:
        known[machine] = secrets.token_hex(_BYTES)
        make_folder(copies_folder(folder))
        write_whole(copies_folder(folder) / _WHICH, json.dumps(known))
    return known[machine]


def _known(folder: Path) -> dict[str, str]:
    """The mark of each machine on which this folder was backed up to elsewhere."""
    with suppress(OSError, ValueError, RecursionError):
        said = json.loads(untrusted.read_text(copies_folder(folder) / _WHICH))
        if isinstance(said, dict):
            pairs = cast("dict[Any, Any]", said).items()
            return {str(name): mark for name, mark in pairs if _is_mark(mark)}
    return {}


def _is_mark(said: object) -> bool:
    """Whether this was made here, and leads to no other folder."""
    return isinstance(said, str) and len(said) == 2 * _BYTES and said.isalnum()


def _machine() -> str:
    """What the machine is called, so that nobody reads it."""
    return sha256(platform.node().encode(errors="replace")).hexdigest()[:16]
