"""What lies in a folder of beraden, and in those with its backups, under whatever name or in
whatever folder: what a user put there, and what a program that was killed left.

Known by what is in it. Nothing here is taken away: it is named, for whoever put it there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from beraad.records import Id
from beraad.store.beside_own import BesideOwn
from beraad.store.copies.places import places_of_copies
from beraad.store.keys import (
    KEPT_RING,
    PLAIN,
    PRACTICE_FOLDER,
    RING_COPY,
    RING_HEAD,
    RING_NAME,
    open_keys,
)
from beraad.store.kinds import REGISTER_FILE, SESSION_FILE
from beraad.store.places import CASES, COURSES, PRACTICE_REGISTER, REGISTER_NAME
from beraad.store.rescued import FOLDER as RESCUED
from beraad.store.vault.lines import NAME as KNOWN_LIST
from beraad.store.vault.missing import is_sealed
from beraad.store.whose import identity_of
from beraad.untrusted import begin_of

_MOST, _DEEPEST = 50_000, 8
"""Files that are looked at, and folders within folders."""

_STAYS_OPEN = frozenset({PRACTICE_FOLDER, PRACTICE_REGISTER, CASES, COURSES})
"""Folders of Beraad in which nothing is about anybody, so that no vault closes them."""

_PAGE, _HEAD_OF_LOG = 4096, 56
_LOG = re.compile(rb"\x37\x7f\x06[\x82\x83]")
_AGE_HEAD = b"age-encryption.org/"
_NAME = 16
_MARKED = slice(68, 72)
"""Where a file without a key says what it is, also when its first bytes are damaged."""
_MARKS = frozenset(kind.application_id.to_bytes(4) for kind in (SESSION_FILE, REGISTER_FILE))
_AS_TEXT = re.compile(rb"(?:\A|\n)id: [0-9A-Za-z-]+\r?\n(?:.*\n)*opening\.")
"""How a rescue copy in plain text goes on, whatever it is called."""
_MARK_OF_FILM = slice(4, 8)
_OF_OTHERS = (
    b"PK\x03\x04",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"OggS",
    b"ID3",
)
"""How documents, pictures and sounds begin, that are as dense as what is under a key."""
_WORDLESS = (".open", "-shm", ".json", ".jsonl", ".kluis", ".slot")
_OURS = re.compile(rf"\.beraad|{RESCUED}|{re.escape(REGISTER_NAME)}", re.IGNORECASE)
"""In the name of everything that holds what was typed in Beraad, whoever copied it."""


class Strewn(StrEnum):
    """What such a file is, as a user calls it."""

    COPY = "kopie van dit beraad"
    OTHER = "reservekopie van een andere laptop of van eerder"
    RING = "kopie van de sleutels"
    BEHIND = "het bestand achter een koppeling"


WAY_WITH_STREWN = (
    "Haal het zelf weg, en leeg de prullenbak. Met een oude kopie van de sleutels, een kopie van "
    "het bestand en de wachtzin van toen gaat een gewist beraad weer open."
)
"""What a user can do about such copies when a beraad is erased."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A file and what it is."""

    path: Path
    what: Strewn


def strewn(folder: Path, *, with_open: bool = True) -> Iterator[Path]:
    """Every regular file in the folder, in the folders in it, and in those with its backups."""
    places = dict.fromkeys((folder, *places_of_copies(folder)))
    found = (path for place in places for path in _in(place, _DEEPEST, with_open=with_open))
    yield from dict.fromkeys(islice(found, _MOST))


def strewn_beside(folder: Path) -> Iterator[Path]:
    """Every regular file among the backups of other laptops that lie beside those of this one."""
    beside = BesideOwn(folder)
    found = (path for home in beside.homes for path in _in(home, _DEEPEST, with_open=True))
    yield from filter(beside.place_of, islice(found, _MOST))


def can_be_read(path: Path) -> bool:
    """Whether a file may hold words of a beraad or register, and lies open to all who have it."""
    if path.name.endswith(_WORDLESS):
        return False
    with suppress(OSError):
        return _begins_readable(path.name, begin_of(path, _HEAD_OF_LOG + _PAGE))
    return False


def may_hold_words(path: Path, keys: Collection[bytes]) -> bool:
    """Whether a file may hold words of a beraad or register, readable or under some key.

    Whatever it is called: `keys` are the names of those that a vault has or had, and what is under
    one of another vault looks like nothing else that has a beginning of its own.
    """
    with suppress(OSError):
        begin = begin_of(path, _HEAD_OF_LOG + _PAGE)
        head = begin[:_PAGE]
        if head.startswith(PLAIN) or head[:_NAME] in keys or head[_MARKED] in _MARKS:
            return True
        if _AS_TEXT.search(head):
            return True
        if head.startswith(RING_HEAD) or path.name == KNOWN_LIST:
            return False
        if is_sealed(head) and not head.startswith(_OF_OTHERS) and head[_MARK_OF_FILM] != b"ftyp":
            return True
        return not path.name.endswith(_WORDLESS) and _begins_readable(path.name, begin)
    return False


def _begins_readable(name: str, begin: bytes) -> bool:
    """Whether a file with this name and begin can be read by all, and may hold words."""
    if begin.startswith(PLAIN):
        return True
    if not begin.strip(b"\0") or begin.startswith((RING_HEAD, _AGE_HEAD)):
        return False
    if _LOG.match(begin):
        page = begin[_HEAD_OF_LOG:]
        return len(page) == _PAGE and not is_sealed(page)
    return _OURS.search(name) is not None and not is_sealed(begin[:_PAGE])


def copies_strewn(
    folder: Path, identity: Id, keys: Collection[str], *, known: Collection[Path]
) -> Iterator[Lying]:
    """Copies of one beraad, by what they say or the key they lie under, and of rings, wherever they
    lie; not the rings that Beraad itself keeps, here or of another laptop, nor what is `known`.

    `keys` are the names of its keys, in hex. Only of the vault of this folder, while that is open,
    a ring opens such a copy.
    """
    vault = getattr(getattr(open_keys(folder), "state", None), "vault", "")
    own = {folder / RING_NAME, folder / RING_COPY}
    own |= {place / KEPT_RING for place in places_of_copies(folder)}
    beside = BesideOwn(folder)
    for path in dict.fromkeys((*strewn(folder), *strewn_beside(folder))):
        if path in own or path in known:
            continue
        what = _what(path, identity, keys, vault)
        if what is not None and beside.place_of(path) is None:
            yield Lying(path, what)
        elif what is Strewn.COPY:
            yield Lying(path, Strewn.OTHER)


def _what(path: Path, identity: Id, keys: Collection[str], vault: str) -> Strewn | None:
    with suppress(OSError):
        head = begin_of(path, len(PLAIN))
        if head == RING_HEAD and vault and _mentions(path, vault):
            return Strewn.RING
        if head.hex() in keys:
            return Strewn.COPY
        if identity and head == PLAIN and identity_of(path) == identity:
            return Strewn.COPY
    return None


def _mentions(path: Path, vault: str) -> bool:
    """What encrypts is loaded only where a ring lies about."""
    from beraad.store.vault.leftovers import mentions

    return mentions(path, vault)


def _in(place: Path, deep: int, *, with_open: bool) -> Iterator[Path]:
    within: list[Path] = []
    with suppress(OSError), os.scandir(place) as found:
        for each in found:
            if each.is_file(follow_symlinks=False):
                yield Path(each.path)
            elif each.is_dir(follow_symlinks=False) and deep:
                within.append(Path(each.path))
    for each in sorted(within):
        if with_open or each.name not in _STAYS_OPEN:
            yield from _in(each, deep - 1, with_open=with_open)
