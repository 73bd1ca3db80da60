"""How files of earlier versions become files of this version."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from beraad.errors import Defect

Step = Callable[[sqlite3.Connection], None]
"""Lifts a file one version, inside a transaction that the caller begins and ends."""

REGISTER_STEPS: tuple[Step, ...] = ()


def lift(connection: sqlite3.Connection, path: Path, steps: tuple[Step, ...]) -> None:
    """Lift an older file to this version, after making a copy of it.

    `steps[0]` lifts version 1 to 2. Each step stands or falls as a whole, with its version, so
    that a lift that was broken off goes on where it stopped.
    """
    version = version_of(connection)
    if version > len(steps):
        return
    _copy(connection, path.with_name(f"{path.name}.v{version}.kopie"))
    connection.execute("PRAGMA foreign_keys=OFF")
    for step in steps[version - 1 :]:
        version += 1
        _take(connection, step, version)
    connection.execute("PRAGMA foreign_keys=ON")


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the file, from its header."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _take(connection: sqlite3.Connection, step: Step, version: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        step(connection)
        _require_whole(connection, version)
        connection.execute(f"PRAGMA user_version={version}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _require_whole(connection: sqlite3.Connection, version: int) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Defect(f"The step to version {version} leaves rows that point nowhere")


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)
