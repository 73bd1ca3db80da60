"""One open SQLite file of ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from beraad.store.draft import draft_of
from beraad.store.engine import connect, engine_on
from beraad.store.glance import glance, require
from beraad.store.kinds import FileKind
from beraad.store.migrations import lift
from beraad.store.trouble import UNTOUCHED, damaged, explained, read_only, solvable

if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData


class Database:
    """A file of ours with its one connection; belongs to the thread that opened it."""

    def __init__(self, path: Path, kind: FileKind, raw: sqlite3.Connection) -> None:
        self.path = path
        self._kind = kind
        self._raw = raw
        self._connection = engine_on(raw).connect()

    @classmethod
    def open(cls, path: Path, kind: FileKind) -> Database:
        """Open a file, and lift it when it is of an earlier version.

        Raises Solvable when it is held, damaged, foreign, newer or cannot be written.
        """
        with glance(path, kind):
            pass  # Refused here, before anything is opened for writing.
        _require_writable(path)
        with explained(path, kind):
            raw = connect(path, shared=kind.shared)
        try:
            with explained(path, kind):
                require(raw, path, kind)
                _require_sound(raw, path)
                lift(raw, path, kind.steps)
            return cls(path, kind, raw)
        except BaseException:
            raw.close()
            raise

    @classmethod
    def create(
        cls, path: Path, kind: FileKind, schema: MetaData, fill: Callable[[Connection], None]
    ) -> None:
        """Make a file with what `fill` writes in it; it appears whole or not at all.

        Raises Solvable when there is a file with this name already, or none can be made.
        """
        with explained(path, kind, kept=""), draft_of(path) as draft:
            database = cls(draft, kind, connect(draft, shared=False))
            try:
                with database.transaction(kept="") as connection:
                    schema.create_all(connection, checkfirst=False)
                    connection.exec_driver_sql(f"PRAGMA application_id={kind.application_id}")
                    connection.exec_driver_sql(f"PRAGMA user_version={kind.version}")
                    fill(connection)
                database.fold_log()
            finally:
                database.close()

    @property
    def rows_touched(self) -> int:
        """How many rows were written or removed so far, also by foreign keys."""
        return self._raw.total_changes

    @contextmanager
    def transaction(self, *, kept: str = UNTOUCHED) -> Generator[Connection]:
        """Everything or nothing; safe on disk at the end. Raises Solvable when that fails."""
        try:
            with self._connection.begin():
                yield self._connection
        except DBAPIError as error:
            if problem := solvable(error.orig, self.path, self._kind, kept=kept):
                raise problem from error
            raise

    def fold_log(self) -> None:
        """Bring everything from the log into the file; raises sqlite3.Error."""
        self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file. What cannot be folded in stays in the log, for the next open."""
        with suppress(sqlite3.Error):
            self.fold_log()
        self._connection.close()


def _require_writable(path: Path) -> None:
    # SQLite would open it all the same, and trip over the lock later.
    effective = os.access in os.supports_effective_ids
    for place in (path, path.parent):
        if not os.access(place, os.W_OK, effective_ids=effective):
            raise read_only(path, kept=UNTOUCHED)


def _require_sound(raw: sqlite3.Connection, path: Path) -> None:
    if raw.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)
