"""The write-ahead log beside a file, read as the file it is.

The format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto
from pathlib import Path
from typing import BinaryIO

from beraad.moving import patiently
from beraad.store.driver import page_reader

_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_NUMBER_AT = 40
"""Where in its first page a file holds the schema cookie."""

_NumberIn = Callable[[bytes, int], int]
_MAGIC = 0x377F0682
_BIG_ENDIAN = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What a write-ahead log says about itself.

    Attributes:
        readable: False when it is something else, or its header is damaged.
        marked: it begins with the number of the file it was written for, as ours do.
        numbers: the numbers it gives to the file, in the order in which they were written.
        pages: how many other pages it holds.
    """

    readable: bool
    marked: bool = False
    numbers: tuple[int, ...] = ()
    pages: int = 0


def log_of(path: Path) -> Path:
    """Where SQLite keeps the write-ahead log of a file."""
    return path.with_name(f"{path.name}-wal")


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the other kind of log, which ours never have."""
    return path.with_name(f"{path.name}-journal")


def read_log(path: Path) -> Log | None:
    """What the log beside this file says; None when there is none with anything in it.

    Raises Solvable when the file is under a key that is not known.
    """
    place = log_of(path)
    try:
        found = place.lstat()
        if not stat.S_ISREG(found.st_mode):
            return Log(readable=False)
        if found.st_size <= _HEADER.size + _FRAME.size:
            return None
        number_in = page_reader(path)
        with place.open("rb") as log:
            header = log.read(_HEADER.size)
            if len(header) < _HEADER.size:
                return None  # Who had it open brought it over just now.
            return _read(log, header, number_in)
    except FileNotFoundError:
        return None
    except OSError:
        return Log(readable=False)


class Lost(StrEnum):
    """What comes after the last whole transaction in a log, where SQLite stops reading.

    UNFINISHED: the begin of one more, every page of it right as far as it goes: a program was
        stopped while it wrote. DAMAGED: a page that is not as it was written, and all behind it.
    """

    NOTHING = auto()
    UNFINISHED = auto()
    DAMAGED = auto()


def lost_words(path: Path) -> Lost:
    """What was lost of the log beside this file; the first page of ours holds no words.

    Raises OSError.
    """
    with log_of(path).open("rb") as log:
        header = log.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return Lost.NOTHING
        size = _HEADER.unpack(header)[2]
        first = _HEADER.size + _FRAME.size + size
        whole, right = _ends(log, header, size)
        length = os.fstat(log.fileno()).st_size
        if length <= max(first, whole):
            return Lost.NOTHING
        return Lost.UNFINISHED if length - right < _FRAME.size + size else Lost.DAMAGED


def copy_aside(place: Path) -> Path:
    """Keep what is in a log under another name too, for this user alone. Raises OSError."""
    aside = _name_aside(place)
    number = os.open(
        aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600
    )
    try:
        with place.open("rb") as log:
            while content := log.read(1 << 20):
                while content:
                    content = content[os.write(number, content) :]
        os.fsync(number)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    finally:
        os.close(number)
    return aside


def set_aside(place: Path) -> Path:
    """Give a log a name that no program opens by itself; what is in it stays. Raises OSError."""
    aside = _name_aside(place)
    patiently(lambda: place.rename(aside))
    return aside


def _name_aside(place: Path) -> Path:
    name = f"{place.name.replace('-wal', '')}.log-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    aside, number = place.with_name(name), 1
    while os.path.lexists(aside):
        number += 1
        aside = place.with_name(f"{name}-{number}")
    return aside


def _read(log: BinaryIO, header: bytes, number_in: _NumberIn) -> Log:
    magic, _, size, _, *salts = _HEADER.unpack(header)[:6]
    if magic & ~_BIG_ENDIAN != _MAGIC or _sum(header) != _HEADER.unpack(header)[6:]:
        return Log(readable=False)
    frames = tuple(_frames(log, size, tuple(salts), number_in))
    return Log(
        readable=True,
        marked=bool(frames) and frames[0][:2] == (1, True),
        numbers=tuple(number for page, _, number in frames if page == 1),
        pages=sum(page != 1 for page, _, _ in frames),
    )


def _frames(
    log: BinaryIO, size: int, salts: tuple[int, ...], number_in: _NumberIn
) -> Iterator[tuple[int, bool, int]]:
    """Page, whether a transaction ends there, and the number in it, of each whole frame."""
    while len(head := log.read(_FRAME.size)) == _FRAME.size:
        page, ends, *rest = _FRAME.unpack(head)
        if tuple(rest[:2]) != salts:
            return
        content = log.read(size)
        if len(content) < size:
            return
        yield page, ends != 0, number_in(content, _NUMBER_AT) if page == 1 else 0


def _ends(log: BinaryIO, header: bytes, size: int) -> tuple[int, int]:
    """Where the last transaction ends that is all there, and the last page, every checksum right.

    SQLite reads up to the first of these.
    """
    order = _order(header)
    salts, so_far = _HEADER.unpack(header)[4:6], _sum(header)
    place = end = _HEADER.size
    while len(head := log.read(_FRAME.size)) == _FRAME.size:
        content = log.read(size)
        _, ends, *rest = _FRAME.unpack(head)
        if len(content) < size or tuple(rest[:2]) != salts:
            break
        so_far = _added(content, order, _added(head[:8], order, so_far))
        if tuple(rest[2:]) != so_far:
            break
        place += _FRAME.size + size
        if ends:
            end = place
    return end, place


def _sum(header: bytes) -> tuple[int, int]:
    """The checksum of a log's header."""
    return _added(header[:24], _order(header), (0, 0))


def _order(header: bytes) -> str:
    """How the words that checksums add up are written."""
    return ">" if _HEADER.unpack(header)[0] & _BIG_ENDIAN else "<"


def _added(data: bytes, order: str, so_far: tuple[int, int]) -> tuple[int, int]:
    """The checksum of all that came before and then this."""
    one, two = so_far
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
