"""The one place that opens SQLite for writing and makes engines.

Every promise about durability, secrecy and locking is a pragma here.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from beraad.store.address import address
from beraad.store.trouble import unsafe_folder

_SECONDS_TO_WAIT = 5.0
_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


def connect(path: Path, *, shared: bool) -> sqlite3.Connection:
    """Open a file that exists. Not shared: refuses at once when it is open elsewhere.

    Raises sqlite3.Error, and Solvable where the folder cannot keep a write-ahead log.
    """
    connection = sqlite3.connect(
        address(path, options="mode=rw"),
        uri=True,
        timeout=_SECONDS_TO_WAIT if shared else 0,
        isolation_level=None,
    )
    try:
        _prepare(connection, shared=shared)
    except BaseException:
        connection.close()
        raise
    return connection


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that has this one connection and never shows what it writes in an error."""
    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, *, shared: bool) -> None:
    if not shared:
        # Before WAL: so the log needs no shared memory, and the lock is held until the end.
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    if connection.execute("PRAGMA journal_mode=WAL").fetchone() != ("wal",):
        raise unsafe_folder()
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
