"""The one place that opens SQLite: to write, to look, and to let go.

Every promise about durability, secrecy and locking is a pragma here, and so will a key be.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic, sleep

from beraad.store.address import address

LONGEST_VALUE = 64_000_000
"""Bytes that one text in an open file may take; a beraad of a day is a hundredth of that."""

_LONGEST_GLANCE = 1_000_000
_SECONDS_TO_LOOK = 2.0
_STEPS_BETWEEN = 20_000
"""Steps of SQLite's machine between two looks at the clock."""

_BETWEEN_TRIES = 0.02
_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    # When the log is folded in is ours to say: see generation.py.
    "wal_autocheckpoint=0",
)


class NoLog(sqlite3.OperationalError):
    """Where the file lies no write-ahead log can be kept."""


def connect(path: Path, *, patience: float = 0.0) -> sqlite3.Connection:
    """Open a file that exists for writing, alone, and through the log beside it.

    `patience` is how many seconds to wait for somebody else who has it open. Raises sqlite3.Error,
    and NoLog where the drive cannot keep a log.
    """
    until = monotonic() + patience
    while True:
        try:
            return _connect(path)
        except sqlite3.OperationalError as error:
            if not is_busy(error) or monotonic() >= until:
                raise
            sleep(_BETWEEN_TRIES)


def look(path: Path, *, bounded: bool = True) -> sqlite3.Connection:
    """Read the file alone: no log, no lock, nothing written.

    Bounded in size and time, unless the file is known to be ours.
    """
    connection = sqlite3.connect(address(path, options="mode=ro&immutable=1"), uri=True)
    return _bounded(connection) if bounded else connection


def look_through_log(path: Path) -> sqlite3.Connection:
    """Read a file together with the log beside it; whoever is done has to `let_go` of it.

    Raises sqlite3.Error, also when somebody has the file open.
    """
    connection = sqlite3.connect(
        address(path, options="mode=rw"), uri=True, timeout=0, isolation_level=None
    )
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA query_only=ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        let_go(connection)
        raise
    return _bounded(connection)


def let_go(connection: sqlite3.Connection) -> None:
    """Close without folding the log into the file: both stay as they are.

    SQLite folds the log in when the last connection closes, and stops doing so when it was
    interrupted (https://www.sqlite.org/c3ref/interrupt.html).
    """
    with suppress(sqlite3.ProgrammingError):  # It was closed already.
        connection.interrupt()
        connection.close()


def copy_to(connection: sqlite3.Connection, path: Path) -> None:
    """Write everything the connection sees to another file, for the user alone.

    Replaces what lies there. Raises sqlite3.Error and OSError.
    """
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(address(path, options="mode=rw"), uri=True)) as copy:
        connection.backup(copy)


def in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of everything the connection sees, that is nowhere on disk. Raises sqlite3.Error."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(memory)
        memory.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    except BaseException:
        memory.close()
        raise
    return memory


def is_busy(error: BaseException) -> bool:
    """Whether somebody else has the file open."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address(path, options="mode=rw"), uri=True, timeout=0, isolation_level=None
    )
    try:
        # Before WAL: so the log needs no shared memory, and the lock is held until the end.
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        _require_log(connection.execute("PRAGMA journal_mode=WAL").fetchone())
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    except BaseException:
        let_go(connection)
        raise
    return connection


def _require_log(mode: tuple[str]) -> None:
    if mode != ("wal",):
        raise NoLog


def _bounded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Whatever a stranger wrote into the file: it costs no more than this."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_GLANCE)
    connection.set_progress_handler(_late(monotonic() + _SECONDS_TO_LOOK), _STEPS_BETWEEN)
    return connection


def _late(until: float) -> Callable[[], bool]:
    return lambda: monotonic() > until
