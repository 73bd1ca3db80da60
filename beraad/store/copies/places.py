"""Where else there are backups, so that what is erased is erased there too."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from beraad import untrusted
from beraad.private import make_folder
from beraad.records import Id
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import copies_in, moments, name_of_copy, order_of, write
from beraad.store.erased import erased
from beraad.store.keys import is_vault
from beraad.store.whole_file import write_whole
from beraad.store.whose import Asker, Whose, gone_keys

PLACES = "plaatsen.json"
"""The list of the folders elsewhere, beside the backups that lie here."""


def other_places(folder: Path) -> tuple[Path, ...]:
    """Every other folder to which this one was ever backed up, also one that is not there now."""
    return listed(copies_folder(folder) / PLACES)


def places_of_copies(folder: Path) -> tuple[Path, ...]:
    """Every folder with backups, the one in this folder first, also one that is not there now."""
    return copies_folder(folder), *other_places(folder)


def remember_place(folder: Path, place: Path) -> None:
    """Write down that there are backups in another folder. Raises OSError."""
    known = other_places(folder)
    place = place.absolute()
    if place in known or place == copies_folder(folder).absolute():
        return
    put_list(copies_folder(folder) / PLACES, (*known, place))


def listed(file: Path) -> tuple[Path, ...]:
    """The folders in a list; none when there is no list, or it cannot be read."""
    with suppress(OSError, ValueError, TypeError, LookupError):
        said = json.loads(untrusted.read_text(file))
        if isinstance(said, list):
            found = cast("list[Any]", said)
            return tuple(Path(each) for each in found if isinstance(each, str))
    return ()


def put_list(file: Path, places: Iterable[Path]) -> None:
    """Write a list of folders. Raises OSError."""
    make_folder(file.parent)
    write_whole(file, json.dumps([str(each) for each in places]))


def is_erased(folder: Path, identity: str) -> bool:
    """Whether a beraad was erased, so that no copy of it may come back."""
    return any(line.id == identity for line in erased(folder))


def forgotten_in(place: Path, folder: Path) -> tuple[Id, ...]:
    """Throw away the copies of what was erased in the meantime; of which beraden there were any.

    Where there is no vault anybody may have written that erasing was begun: that is asked about
    first, and takes nothing along. Raises OSError.
    """
    if not any(copies_in(place)):
        return ()
    gone = gone_keys(folder)
    lines = [line for line in erased(folder) if line.id]
    if not is_vault(folder):
        lines = [line for line in lines if not line.is_begun]
    return tuple(line.id for line in lines if forget(place, line.id, key=line.key, gone=gone))


def forget(
    place: Path, identity: Id, *, key: str = "", gone: frozenset[bytes] = frozenset()
) -> int:
    """Throw away every copy of one beraad in a folder with backups. Raises OSError.

    `key` is the one it was under, by name and in hex; `gone` are those that were destroyed: what
    is under one of these nobody can read any more, so that its name is enough.
    """
    number = 0
    for name in copies_of(place, identity, key=key, gone=gone):
        for left in (name, f"{name}-wal", f"{name}-shm"):
            if os.path.lexists(place / left):
                (place / left).unlink()
                number += left == name
    if number:
        say_no_more(place, identity)
    return number


def say_no_more(place: Path, identity: Id) -> None:
    """Let no list miss the copies of a beraad that were thrown away. Raises OSError."""
    for moment in moments(place):
        gone = tuple(item for item in moment.gone if item.id != identity)
        if gone != moment.gone:
            names = {item.name for item in moment.gone} - {item.name for item in gone}
            lost = tuple(name for name in moment.lost if name not in names)
            write(replace(moment, gone=gone, lost=lost))


def copies_of(
    place: Path, identity: Id, *, key: str = "", gone: frozenset[bytes] = frozenset()
) -> tuple[str, ...]:
    """The names of the copies of one beraad in a folder with backups, as they say themselves.

    Looked for by name and by list; one that cannot be read is none, or is under a key of it.
    """
    asker = Asker(identity, key, gone)
    return tuple(
        name
        for name in named_copies(place, identity)
        if asker.holds(place / name, is_named=True) is Whose.MINE
    )


def latest_copies(folder: Path, identity: Id) -> tuple[Path, ...]:
    """The copies of one beraad, in every folder with backups that is there, the latest first."""
    places = (place for place in places_of_copies(folder) if place.is_dir())
    found = [place / name for place in places for name in copies_of(place, identity)]
    return tuple(sorted(found, key=lambda path: order_of(path.name), reverse=True))


def named_copies(place: Path, identity: Id) -> tuple[str, ...]:
    """The names of the copies that a name or a list calls copies of one beraad."""
    mark = f"-{identity[:8]}"
    mine = {name for name in copies_in(place) if mark in _called(name)}
    for moment in moments(place):
        mine |= {item.copy for item in moment.items if item.id == identity}
    return tuple(sorted(mine))


def _called(copy: str) -> str:
    """What a copy says its file was called; of another name what stands before the moment."""
    return name_of_copy(copy, sent=True) or copy.partition("~")[0]
