"""Taking a file away so that its words are gone: overwritten, and its key forgotten."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.driver import look
from beraad.store.keys import PLAIN, keys_for, open_keys
from beraad.store.places import SUFFIX
from beraad.store.schemas import tables_of
from beraad.untrusted import begin_of

BESIDE = ("-wal", "-shm", "-journal", ".open")
"""What SQLite and we lay beside a file."""

_PART = 1 << 20
_NAME, _PAGE = 16, 4096


def forget_key_of(path: Path) -> None:
    """Take the key of a file out of the ring, where it is under one. Raises OSError and Solvable.

    Every copy of a beraad is under the same key: what is out of reach cannot be read either.
    """
    destroy = getattr(keys_for(path), "destroy", None)
    if destroy is not None and (name := key_name_of(path)):
        destroy([name])


def forget_other_rings(folder: Path, place: Path) -> None:
    """Wipe the copies of the ring of a folder that lie in a place under another name.

    What cannot be wiped now is when something is erased there next.
    """
    forget = getattr(open_keys(folder), "forget_others", None)
    if forget is not None:
        with suppress(OSError, Solvable):
            forget(place)


def forget_keys_of(folder: Path, identity: str) -> None:
    """Take every key that is known to be of one beraad out of the ring. Raises Solvable.

    Its file may be nowhere any more: a backup that was thrown away, of which a copy may be kept.
    """
    ring = open_keys(folder)
    names_of, destroy = getattr(ring, "names_of", None), getattr(ring, "destroy", None)
    if identity and names_of is not None and destroy is not None and (names := names_of(identity)):
        destroy(names)


def key_name_of(path: Path) -> bytes:
    """The name of the key that a file is under, as it begins with; empty for what is under none.

    Of one of which the beginning is damaged it is what stood there, when its vault is open. Nobody
    in this program may have it open.
    """
    with suppress(OSError):
        name = begin_of(path, _NAME)
        if name == PLAIN:
            return b""
        if len(name) == _NAME and (true_name := getattr(keys_for(path), "true_name", None)):
            name = true_name(path, name)
        return name if name.strip(b"\0") else b""
    return b""


def is_emptied(path: Path) -> bool:
    """Whether this is what shredding leaves of a beraad when it is broken off."""
    try:
        if not begin_of(path, _PAGE).strip(b"\0"):
            return True
        with closing(look(path)) as connection:
            tables = tables_of(connection)
            rows = (connection.execute(f'SELECT 1 FROM "{each}" LIMIT 1') for each in tables)  # noqa: S608 - names of ours
            return "head" in tables and not any(each.fetchone() for each in rows)
    except (OSError, sqlite3.Error, Solvable):
        return False


def shred(path: Path, forget_key: Callable[[Path], None] = forget_key_of) -> int:
    """Overwrite what is in a file and take it away; 1 when there was one. Raises OSError."""
    if not os.path.lexists(path):
        return 0
    if path.is_symlink():
        path.unlink()
        return 1
    if path.suffix == SUFFIX:
        forget_key(path)
    # Whoever stops here finds a file that begins with nothing: known, and gone on with, as it is
    # called. Through SQLite there are moments in between at which nobody can read whose it is.
    _overwrite(path)
    for each in (path.with_name(f"{path.name}{end}") for end in BESIDE):
        if os.path.lexists(each):
            _overwrite(each)
            each.unlink()
    path.unlink()
    return 1


def _overwrite(path: Path) -> None:
    if not stat.S_ISREG(path.lstat().st_mode):
        return  # A pipe holds no words, and opening it would wait for somebody who reads.
    number = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        left = os.fstat(number).st_size
        part = _PAGE  # The first page is on disk before the others: by that it is known again.
        while left > 0:
            left -= os.write(number, bytes(min(left, part)))
            if part == _PAGE:
                os.fsync(number)
            part = _PART
        os.fsync(number)
        os.ftruncate(number, 0)
    finally:
        os.close(number)
