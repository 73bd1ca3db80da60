"""Erasing a beraad: every file that holds it or held it, here and among the backups."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.dates import iso_week
from beraad.records import Id
from beraad.store.catalog import Summary, look_at
from beraad.store.copies.free import require_free
from beraad.store.copies.making import keep_ring
from beraad.store.copies.moments import copies_folder, copies_in
from beraad.store.copies.owing import owe
from beraad.store.copies.places import copies_of, other_places
from beraad.store.erased import (
    BEGUN,
    DONE,
    Erased,
    add_erased,
    erased,
    mark_of_name,
    unfinished,
)
from beraad.store.keys import RING_NAME
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import SUFFIX, practice_folder
from beraad.store.removing import removed_folder
from beraad.store.rescued import rescue_folders
from beraad.store.shredding import forget_key_of, is_emptied, key_name_of, shred
from beraad.store.trouble import explained
from beraad.store.vault.missing import is_under_key

OUT_OF_REACH = (
    "documenten die je maakte, en wat is gemaild, gedeeld of afgedrukt",
    "oude kopieën bij een netwerk of een dienst als OneDrive",
    "herstelpunten die Windows of je beheerder zelf maakt",
)
"""What erasing cannot reach, and a user has to think of."""

_MARK = re.compile(r"-([0-9a-f]{8})(?![0-9a-f])")
"""The beginning of an identity in the name of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiped:
    """What became of erasing.

    Attributes:
        files: how many files went, beside the beraad itself copies, backups and drafts.
        away: folders with backups that could not be reached; they are cleaned when they can be.
        left: files that could not be erased.
    """

    line: Erased
    files: int
    away: tuple[Path, ...]
    left: tuple[Path, ...]


def wipe_beraad(
    path: Path,
    folder: Path,
    *,
    role: str,
    now: datetime,
    forget_key: Callable[[Path], None] = forget_key_of,
    documents: Iterable[Path] = (),
) -> Wiped:
    """Erase a beraad, wherever a file of it lies within reach.

    `forget_key` takes the key of a file out of the ring, before that file goes; `documents` are
    folders in which a document that was broken off may lie. What was begun is written down first,
    so that `finish` goes on with it when the program is stopped. Raises Solvable when somebody has
    it open; nothing has changed then.
    """
    line = next((each for each in unfinished(folder) if _holds(path, each)), None)
    with explained(path, SESSION_FILE):
        require_free(path, SESSION_FILE)
        if line is None:
            line = _line_of(path, role, now)
            add_erased(folder, line)
    return _wipe(line, (path,), folder, forget_key, documents)


def _line_of(path: Path, role: str, now: datetime) -> Erased:
    summary = look_at(path)
    key = key_name_of(path).hex() if is_under_key(path) else ""
    is_read = isinstance(summary, Summary)
    return Erased(
        week=iso_week(summary.held_on) if is_read else "",
        on=now.astimezone().date().isoformat(),
        role=role,
        id=summary.id if is_read else Id(""),
        state=BEGUN,
        key=key,
        file="" if is_read or key else mark_of_name(path.name),
    )


def finish(folder: Path, *, forget_key: Callable[[Path], None] = forget_key_of) -> int:
    """Go on with erasing that was broken off; how many files went.

    Also what lies there again of what was erased, by its name. Backups go along, and no copy of the
    ring keeps a key that is gone from it.
    """
    begun = [_wipe(line, (), folder, forget_key, ()) for line in unfinished(folder)]
    marks = {line.id[:8] for line in erased(folder) if line.id}
    gone = sum(each.files for each in begun)
    if marks:
        copies = _with_copies(folder)
        for place in dict.fromkeys((*_places(folder), *rescue_folders(folder), *copies)):
            for name in _names(place):
                if marks.intersection(_MARK.findall(name)):
                    with suppress(OSError, Solvable):
                        gone += shred(place / name, forget_key)
        _renew_rings(folder)
    return gone


def reach(path: Path, folder: Path) -> tuple[Path, ...]:
    """Every file that erasing this beraad would take away, itself first."""
    line = _line_of(path, "", datetime.now().astimezone())
    found = dict.fromkeys((path, *_files_of(line, folder, ()), *_beside_of(path)))
    for place in (copies_folder(folder), *other_places(folder)):
        found |= dict.fromkeys(_copies_of(line, place))
    return tuple(found)


def _wipe(
    line: Erased,
    first: tuple[Path, ...],
    folder: Path,
    forget_key: Callable[[Path], None],
    documents: Iterable[Path],
) -> Wiped:
    files = dict.fromkeys(first)
    files |= dict.fromkeys(_files_of(line, folder, documents))
    for each in tuple(files):
        files |= dict.fromkeys(_beside_of(each))
    away = tuple(place for place in other_places(folder) if not place.is_dir())
    for place in _with_copies(folder):
        files |= dict.fromkeys(_copies_of(line, place))
    gone, left = 0, list[Path]()
    for each in files:
        try:
            gone += shred(each, forget_key)
        except (OSError, Solvable):
            left.append(each)
    _renew_rings(folder)
    owe(folder, away)
    if not left:
        line = replace(line, state=DONE)
        with suppress(OSError):  # Then it is finished once more, at the next start.
            add_erased(folder, line)
    return Wiped(line=line, files=gone, away=away, left=tuple(left))


def _with_copies(folder: Path) -> tuple[Path, ...]:
    return tuple(
        place for place in (copies_folder(folder), *other_places(folder)) if place.is_dir()
    )


def _renew_rings(folder: Path) -> None:
    """Let the rings beside the backups hold no more than the one of the folder."""
    for place in _with_copies(folder):
        with suppress(OSError):  # The next backup does it too.
            keep_ring(folder, place)


def _files_of(line: Erased, folder: Path, documents: Iterable[Path]) -> Iterator[Path]:
    """Files outside the backups that hold this beraad or may hold some of it."""
    if line.id:
        yield from _named_after(line.id, folder)
    for place in _places(folder):
        for name in _names(place):
            if name.endswith(SUFFIX) and name != RING_NAME and _holds(place / name, line):
                yield place / name
    for place in documents:
        for name in _names(place):
            if name.startswith(".beraad-") and name.endswith(".deel"):
                yield place / name


def _copies_of(line: Erased, place: Path) -> Iterator[Path]:
    """Its copies among the backups, by their lists and names, or by the key they are under."""
    if line.id:
        yield from (place / name for name in copies_of(place, line.id))
    if line.key:
        for name in copies_in(place):
            if key_name_of(place / name).hex() == line.key:
                yield place / name


def _named_after(identity: Id, folder: Path) -> Iterator[Path]:
    """Those of which the name says so: nearly all, for names begin with week and identity."""
    mark = f"-{identity[:8]}"
    for place in dict.fromkeys((*_places(folder), *rescue_folders(folder))):
        for name in _names(place):
            if mark in name:
                yield place / name


def _places(folder: Path) -> tuple[Path, ...]:
    return folder, practice_folder(folder), removed_folder(folder)


def _beside_of(path: Path) -> Iterator[Path]:
    """What lies beside a file and is named after it: lifts, logs set aside, drafts, notes."""
    for name in _names(path.parent):
        if name != path.name and name.lstrip(".").startswith(path.name):
            yield path.parent / name


def _holds(path: Path, line: Erased) -> bool:
    """Whether this beraad is in a file; also when erasing it was broken off halfway."""
    if line.key and key_name_of(path).hex() == line.key:
        return True
    if line.file and line.is_about(path.name):
        return True
    found = look_at(path)
    if isinstance(found, Summary):
        return bool(line.id) and found.id == line.id
    return line.is_begun and is_emptied(path)


def _names(place: Path) -> list[str]:
    with suppress(OSError):
        return os.listdir(place)  # noqa: PTH208 - names are all that is needed
    return []
