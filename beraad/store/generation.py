"""Which log belongs to which file: both say the same number.

SQLite itself does not know. Whatever valid log lies beside a file is folded into it, also when an
older copy of that file was put back. So every stretch of writing has a number, kept where SQLite
keeps the schema cookie (offset 40 of the first page, any change of which is allowed). `begin`
writes it into the file, and again as the first words of a log that is empty; `fold` gives the file
another number before anything of the log is in it. Whenever a program is stopped between two of
these steps, one of the numbers in its log is that of its file, and no other file has such a number.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from beraad.store.driver import look_at_first_page
from beraad.store.log import Log, log_of

_LEAST = 1 << 20
"""More than any count of changes to a schema, which is what the place was meant for."""


def number_of(path: Path) -> int:
    """The number that the file alone says. Raises sqlite3.Error."""
    with closing(look_at_first_page(path)) as connection:
        return int(connection.execute("PRAGMA schema_version").fetchone()[0])


def begin(connection: sqlite3.Connection) -> int:
    """Give the file and its log, which has to be empty, a new number, and return it.

    Raises sqlite3.Error.
    """
    number = _new()
    _write(connection, number)
    _checkpoint(connection)
    _write(connection, number)
    return number


def fold(connection: sqlite3.Connection) -> None:
    """Bring everything from the log into the file; raises sqlite3.Error.

    The new number is the last word of the log and the first that reaches the file, so that a
    shorter copy of the same log fits neither the half-written file nor the whole one.
    """
    _write(connection, _new())
    _checkpoint(connection)


def is_ours(number: int) -> bool:
    """Whether `begin` or `fold` gave this number, so that no other content has it."""
    return number >= _LEAST


def belongs(path: Path, log: Log) -> bool:
    """Whether the log beside a file was written for the file that lies there now.

    A log of before these numbers has none. It counts when the file was not written after it.
    Raises sqlite3.Error and OSError.
    """
    if log.marked:
        return number_of(path) in log.numbers
    return path.stat().st_mtime_ns <= log_of(path).stat().st_mtime_ns


def _new() -> int:
    return _LEAST + int.from_bytes(os.urandom(4)) % ((1 << 31) - _LEAST)


def _write(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA schema_version={number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _checkpoint(connection: sqlite3.Connection) -> None:
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        error = sqlite3.OperationalError("the log could not be folded in")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error
