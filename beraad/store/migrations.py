"""How files of earlier versions become files of this version."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from beraad.errors import Defect
from beraad.store.driver import copy_to
from beraad.store.generation import begin

Step = Callable[[sqlite3.Connection], None]
"""Lifts a file one version, inside a transaction that the caller begins and ends."""


def lift(connection: sqlite3.Connection, path: Path, steps: tuple[Step, ...]) -> None:
    """Lift an older file to this version, after making a copy of it.

    `steps[0]` lifts version 1 to 2. Each step stands or falls as a whole, with its version, so
    that a lift that was broken off goes on where it stopped.
    """
    version = version_of(connection)
    if version > len(steps):
        return
    copy_to(connection, copy_of(path, version))
    begin(connection)
    take_steps(connection, steps)


def take_steps(connection: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """Lift what the connection sees, without a copy. Raises sqlite3.Error."""
    version = version_of(connection)
    connection.execute("PRAGMA foreign_keys=OFF")
    for step in steps[version - 1 :]:
        version += 1
        _take(connection, step, version)
    connection.execute("PRAGMA foreign_keys=ON")


def copy_of(path: Path, version: int) -> Path:
    """Where the copy lies that is made before a file of this version is lifted."""
    return path.with_name(f"{path.name}.v{version}.kopie")


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
