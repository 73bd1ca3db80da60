"""Which backups there are."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import Any

from beraad import untrusted
from beraad.private import make_folder
from beraad.store.keys import RING_NAME
from beraad.store.kinds import REGISTER_FILE, SESSION_FILE, FileKind
from beraad.store.places import REGISTER_NAME, SUFFIX
from beraad.store.whole_file import write_whole

_AS_WRITTEN = "%Y%m%dT%H%M%S"
_ONE_FILE = re.compile(r"\{[^{}]*\}")
_LIST = re.compile(r"(stand|opzij)-(\d{8}T\d{6})\.json")
_COPY = re.compile(r"(.+)~(\d{8}T\d{6})(~opzij)?(.*)(\.[^.~]+)", re.DOTALL)
_NAME = re.compile(r"(?!\.)[^/\\\0]{1,255}")
_NUMBERS = frozenset({"size", "written", "log"})
_MOST = 20_000_000
"""Bytes of one list; ten thousand beraden take three million."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file at one moment.

    Attributes:
        name: what it is called in the sessions folder.
        copy: the name of the copy that holds it.
        id: the identity of the beraad; empty for the register, and where it could not be read.
        size, written, log: bytes, nanoseconds of the last change and bytes of its log, by which it
            is known that it did not change since.
        digest: SHA-256 of the copy; empty for what was only set aside.
    """

    name: str
    copy: str
    id: str
    size: int
    written: int
    log: int
    digest: str = ""

    @property
    def kind(self) -> FileKind:
        """Which kind of file it is."""
        return kind_of(Path(self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What there was at one time.

    Attributes:
        at: when, in UTC.
        folder: where its list and its copies lie.
        is_aside: it holds what made way when another moment was put back.
        lacks: the names of files that were there, and of which no copy could be made.
        lost: the names of files whose copy is there no more.
        gone: as much of these as the list tells.
        is_part: there may have been more, for it was made of copies that no list told of.
    """

    at: datetime
    folder: Path
    items: tuple[Item, ...]
    is_aside: bool = False
    lacks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    gone: tuple[Item, ...] = ()
    is_part: bool = False

    @property
    def beraden(self) -> tuple[Item, ...]:
        """The items that are a beraad."""
        return tuple(item for item in self.items if item.kind is SESSION_FILE)

    @property
    def list_file(self) -> Path:
        """Where the list of this moment lies."""
        return self.folder / f"{'opzij' if self.is_aside else 'stand'}-{stamp(self.at)}.json"

    def copy_of(self, item: Item) -> Path:
        """Where the copy of a file lies."""
        return self.folder / item.copy


def kind_of(path: Path) -> FileKind:
    """Which kind of file a name tells."""
    return SESSION_FILE if path.suffix == SUFFIX else REGISTER_FILE


def moments(place: Path) -> tuple[Moment, ...]:
    """The moments in a folder with backups, the latest first; a damaged list is left out."""
    found = [moment for at in _lists(place) if (moment := read(at)) is not None]
    return tuple(sorted(found, key=lambda each: (each.at, each.is_aside), reverse=True))


def damaged_lists(place: Path, known: Iterable[Moment]) -> tuple[Path, ...]:
    """The lists in a folder with backups that cannot be read; these moments are the others."""
    whole = {each.list_file for each in known}
    return tuple(sorted(path for path in _lists(place) if path not in whole))


def time_of(path: Path) -> datetime | None:
    """The moment of which a list is, as its name tells; None when that is no date."""
    named = _LIST.fullmatch(path.name)
    with suppress(ValueError):
        return None if named is None else as_moment(named[2])
    return None


def as_moment(written: str) -> datetime:
    """A moment as it stands in the names of files. Raises ValueError."""
    return datetime.strptime(written, _AS_WRITTEN).replace(tzinfo=UTC)


def read(path: Path) -> Moment | None:
    """The moment that a list tells; None when it cannot be read."""
    named = _LIST.fullmatch(path.name)
    if named is None:
        return None
    try:
        at = as_moment(named[2])
        said = json.loads(untrusted.read_text(path, most=_MOST))
        items = tuple(_item(each) for each in said["bestanden"])
        lacks, lost = (_kept_names(said.get(key, ())) for key in ("ontbreekt", "verloren"))
        is_part = said.get("deel") is True
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    there = _names(path.parent)
    gone = tuple(item for item in items if item.copy not in there)
    return Moment(
        at=at,
        folder=path.parent,
        items=tuple(item for item in items if item.copy in there),
        is_aside=named[1] == "opzij",
        lacks=lacks,
        lost=(*(item.name for item in gone), *lost),
        gone=gone,
        is_part=is_part,
    )


def salvaged(path: Path) -> tuple[Item, ...]:
    """The files of which a damaged list still tells, as far as that can be read."""
    found: list[Item] = []
    with suppress(OSError, UnicodeDecodeError):
        for said in _ONE_FILE.findall(untrusted.read_text(path, most=_MOST)):
            with suppress(ValueError, TypeError, LookupError, RecursionError):
                found.append(_item(json.loads(said)))
    return tuple(found)


def write(moment: Moment) -> None:
    """Write the list of a moment, in the place of an earlier one. Raises OSError."""
    make_folder(moment.folder)
    known = {item.name for item in moment.gone}
    said: dict[str, object] = {
        "versie": 1,
        "bestanden": [asdict(item) for item in (*moment.items, *moment.gone)],
        "ontbreekt": list(moment.lacks),
        "verloren": [name for name in moment.lost if name not in known],
    }
    if moment.is_part:
        said["deel"] = True
    write_whole(moment.list_file, json.dumps(said, ensure_ascii=False, indent=1))


def copies_in(place: Path) -> Iterator[str]:
    """The names of everything in a folder with backups that a list can name."""
    for name in _names(place):
        if _LIST.fullmatch(name) is None and "~" in name and not name.startswith("."):
            yield name


@dataclass(frozen=True, slots=True)
class CopyName:
    """What the name of a copy tells.

    Attributes:
        of: what the file was called that it is a copy of.
        written: the moment, as it stands there; it may be no date.
        is_aside: it made way when another moment was put back.
    """

    of: str
    written: str
    is_aside: bool


def as_copy(copy: str, *, sent: bool = False) -> CopyName | None:
    """What a name tells that is one of a copy; None for any other.

    Of one that was `sent` there may stand something behind the moment: a service numbers them.
    """
    told = _COPY.fullmatch(copy)
    if told is None or (told[4] and not sent):
        return None
    return CopyName(f"{told[1]}{told[5]}", told[2], bool(told[3]))


def name_of_copy(copy: str, *, sent: bool = False) -> str:
    """What the file was called that a copy with this name is of; empty where that is no copy."""
    told = as_copy(copy, sent=sent)
    return "" if told is None else told.of


def order_of(copy: str) -> tuple[str, bool]:
    """By what the names of copies come in the order of their moments."""
    told = as_copy(copy, sent=True)
    return ("", False) if told is None else (told.written, told.is_aside)


def stamp(at: datetime) -> str:
    """A moment as it stands in the names of files, in UTC."""
    return at.astimezone(UTC).strftime(_AS_WRITTEN)


def free_second(now: datetime, there: Iterable[Moment]) -> datetime:
    """This second, or the first after it that no other moment has."""
    taken = {each.at for each in there}
    at = now.replace(microsecond=0)
    while at in taken:
        at += timedelta(seconds=1)
    return at


def digest_of(path: Path) -> str:
    """SHA-256 of a copy. Raises OSError."""
    with untrusted.opened(path, most=sys.maxsize) as file:
        return file_digest(file, "sha256").hexdigest()


def named(moments: Iterable[Moment]) -> set[str]:
    """The copies that these moments need."""
    return {item.copy for moment in moments for item in moment.items}


def _lists(place: Path) -> Iterator[Path]:
    return (place / name for name in _names(place) if _LIST.fullmatch(name))


def _names(place: Path) -> frozenset[str]:
    with suppress(OSError):
        return frozenset(os.listdir(place))  # noqa: PTH208 - names are all that is needed
    return frozenset()


def _item(said: dict[str, Any]) -> Item:
    values = {field.name: said[field.name] for field in fields(Item)}
    if not all(isinstance(values[name], int) for name in _NUMBERS):
        raise TypeError
    if not all(isinstance(values[name], str) for name in values.keys() - _NUMBERS):
        raise TypeError
    item = Item(**values)
    if not (_NAME.fullmatch(item.copy) and _kept_names([item.name])):
        raise ValueError
    return item


def _kept_names(said: Iterable[object]) -> tuple[str, ...]:
    """Those of these names that a file which is backed up can have."""
    return tuple(
        name for name in said if isinstance(name, str) and _NAME.fullmatch(name) and is_kept(name)
    )


def is_kept(name: str) -> bool:
    """Whether a file of this name is ever backed up: the folder has others of its own."""
    return name == REGISTER_NAME or (name.endswith(SUFFIX) and name.casefold() != RING_NAME)
