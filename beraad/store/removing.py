"""Beraden that somebody threw away: aside, in a folder of their own, until they are erased."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.private import make_folder
from beraad.store.copies.free import require_free
from beraad.store.kinds import SESSION_FILE
from beraad.store.log import log_of
from beraad.store.places import SUFFIX, practice_folder, removed_folder
from beraad.store.practice_rest import has_other, move_along
from beraad.store.trouble import explained

KEPT = timedelta(days=30)
"""After that time it is said that they can go; nothing goes by itself."""
_STAMP = "%Y%m%dT%H%M%S"
_NAME = re.compile(r"(.+)~(\d{8}T\d{6})" + re.escape(SUFFIX))


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A beraad that was thrown away.

    Attributes:
        name: what it was called.
        at: when, in UTC.
    """

    path: Path
    name: str
    at: datetime

    @property
    def home(self) -> Path:
        """The folder in which it lay."""
        return self.path.parent.parent


def remove(path: Path, folder: Path, *, now: datetime) -> Path:
    """Put a beraad aside; returns where it lies. Raises Solvable when somebody has it open.

    What lies beside an oefening goes along with the last file of it.
    """
    target = removed_folder(folder) / f"{path.stem}~{now.astimezone(UTC):{_STAMP}}{path.suffix}"
    with explained(path, SESSION_FILE):
        require_free(path, SESSION_FILE)
        make_folder(target.parent)
        _move(path, target)
    if not has_other(path, target):
        move_along(path, target)
    return target


def names_aside(name: str) -> Iterator[str]:
    """A name of what was thrown away, and others that tell what it was called, numbered, and when
    it was thrown away.
    """
    yield name
    found = _NAME.fullmatch(name)
    stem, at = (found[1], f"~{found[2]}") if found else (name.removesuffix(SUFFIX), "")
    yield from (f"{stem}-{number}{at}{SUFFIX}" for number in count(2))


def put_back(path: Path, folder: Path) -> Path:
    """Put it where it was; returns where it lies. Raises Solvable when its name is taken."""
    found = _NAME.fullmatch(path.name)
    target = folder / (f"{found[1]}{SUFFIX}" if found else path.name)
    if os.path.lexists(target):
        raise Solvable(
            f"Er is al een bestand met de naam {target.name}.",
            kept="Het verwijderde beraad ligt er nog.",
            way_out="Verwijder of verplaats dat eerst.",
        )
    with explained(path, SESSION_FILE):
        _move(path, target)
    move_along(path, target)
    return target


def removed(folder: Path) -> tuple[Removed, ...]:
    """Everything that lies aside in this folder of beraden, oefeningen too, the latest first."""
    found: list[Removed | None] = []
    for place in (removed_folder(folder), removed_folder(practice_folder(folder))):
        with suppress(OSError):
            names = os.listdir(place)  # noqa: PTH208 - names are all that is needed
            found += [_as_removed(place / name) for name in names]
    there = (each for each in found if each is not None)
    return tuple(sorted(there, key=lambda each: each.at, reverse=True))


def _as_removed(path: Path) -> Removed | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Removed(path=path, name=f"{found[1]}{SUFFIX}", at=at)


def _move(path: Path, target: Path) -> None:
    """A log goes first. Stopped in between, it is still there, under a name that tells."""
    if os.path.lexists(log_of(path)):
        patiently(lambda: log_of(path).rename(log_of(target)))
    patiently(lambda: path.rename(target))
