"""Other files of one beraad in the same folder, by the words in them rather than by their age."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from pathlib import Path

from beraad.errors import Solvable
from beraad.records import Session
from beraad.records.anatomy import addressed_texts
from beraad.store.catalog import CopyOf, same_beraad
from beraad.store.session_reading import SessionReading
from beraad.store.trouble import NewestUnread

_WORD = re.compile(r"\w+")


class Beside(Enum):
    """What another file of this beraad holds, set beside this one."""

    NOTHING_MORE = auto()
    MORE = auto()
    OTHER_WORDS = auto()


def copy_of(newest: Path, copy: Path) -> CopyOf:
    """What a file is beside another of the same beraad that was changed later."""
    try:
        found = [_whole(path) for path in (newest, copy)]
    except NewestUnread:
        return CopyOf.UNKNOWN
    here, there = found
    if there is None:
        return CopyOf.DAMAGED
    if here is None:
        return CopyOf.READABLE
    match beside(here, there):
        case Beside.MORE:
            return CopyOf.FULLER
        case Beside.OTHER_WORDS:
            return CopyOf.OTHER
        case Beside.NOTHING_MORE:
            same = beside(there, here) is Beside.NOTHING_MORE
            return CopyOf.SAME if same else CopyOf.OLDER


def beside(session: Session, other: Session) -> Beside:
    """Compare what was written; the ronde one is in and the clock are no words."""
    here, there = _words(session), _words(other)
    if there <= here:
        return Beside.NOTHING_MORE
    return Beside.MORE if here <= there else Beside.OTHER_WORDS


def nothing_more(sessions: Iterable[Session], other: Session) -> bool:
    """Whether each word of the other stands in these, taken together, as often."""
    here = Counter[str]()
    for session in sessions:
        here |= _words(session)
    return _words(other) <= here


def others_of(path: Path, session: Session) -> Iterator[tuple[Path, Beside]]:
    """The other files of this beraad that can be read, the last changed first."""
    for line in same_beraad(path, session.id):
        if line.path.name != path.name and (other := readable(line.path)) is not None:
            yield line.path, beside(session, other)


def readable(path: Path) -> Session | None:
    """The beraad in this file, which stays as it is; None when it cannot be read."""
    try:
        return SessionReading.open(path).session
    except Solvable:
        return None


def _whole(path: Path) -> Session | None:
    """The same. Raises NewestUnread when what was kept last cannot be read."""
    try:
        reading = SessionReading.open(path)
    except Solvable:
        return None
    if reading.lacks_newest:
        raise NewestUnread(path)
    return reading.session


def _words(session: Session) -> Counter[str]:
    return Counter(
        word for _, text in addressed_texts(session) for word in _WORD.findall(text.casefold())
    )
