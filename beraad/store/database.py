"""One open SQLite file of ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from beraad.errors import Solvable
from beraad.store.driver import connect, connect_new, in_memory, let_go, look
from beraad.store.engine import lay_out, wrapped
from beraad.store.footprint import Footprint, Mark
from beraad.store.generation import begin, fold, is_ours, number_of
from beraad.store.glance import located, require, require_in_place
from beraad.store.kinds import FileKind
from beraad.store.log import log_of, read_log, set_aside
from beraad.store.migrations import lift
from beraad.store.recovery import keep_lost, left_behind, put_aside, settle
from beraad.store.trouble import (
    UNTOUCHED,
    damaged,
    explained,
    may,
    problem_of,
    read_only,
    replaced,
)
from beraad.store.whole_file import whole_file

if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData

_FULL_LOG = 4_000_000
"""Bytes after which the log is folded in before the next write."""


class Database:
    """A file of ours with its one connection; belongs to the thread that opened it.

    Attributes:
        told: what was set aside, at opening or at closing; None when all was well.
        was_touched: whether another program touched the file since it was last seen to be whole.
    """

    def __init__(
        self, path: Path, kind: FileKind, raw: sqlite3.Connection, told: Solvable | None = None
    ) -> None:
        self.path = path
        self.told = told
        self.was_touched = False
        self._kind = kind
        self._raw = raw
        self._connection = wrapped(raw)
        self._ready = False
        self._number = number_of(path)
        self._left = Footprint.of(path)

    @classmethod
    def open(cls, path: Path, kind: FileKind, *, patience: float | None = None) -> Database:
        """Open a file, and lift it when it is of an earlier version.

        `patience` is how many seconds to wait for somebody else who has it open; the usual time of
        this kind when it is not said. Raises Solvable when it is held, damaged, odd, foreign, newer
        or cannot be written.
        """
        wait = kind.patience if patience is None else patience
        place, raw, told = _opened(path, kind, patience=wait)
        with explained(path, kind):
            try:
                lift(raw, place, kind.steps)
                return cls(place, kind, raw, told)
            except BaseException:
                let_go(raw)
                raise

    @classmethod
    def create(
        cls, path: Path, kind: FileKind, schema: MetaData, fill: Callable[[Connection], None]
    ) -> None:
        """Make a file with what `fill` writes in it; it appears whole or not at all.

        Raises Solvable when there is a file with this name already, or none can be made.
        """
        with explained(path, kind, kept=""), whole_file(path) as draft:
            database = cls(draft, kind, connect_new(draft, named=path))
            try:
                with database.transaction(kept="") as connection:
                    lay_out(connection, schema)
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
    def transaction(
        self, *, kept: str = UNTOUCHED, when_touched: Callable[[], object] = lambda: None
    ) -> Generator[Connection]:
        """Everything or nothing; safe on disk at the end.

        `when_touched` is asked first when another program touched the file, and may raise. Raises
        Solvable when it fails, or when another program replaced or overwrote the file.
        """
        self.require_same()
        if self.was_touched:
            when_touched()
        try:
            with explained(self.path, self._kind, kept=kept):
                self._make_ready()
            with self._explained(kept), self._connection.begin():
                yield self._connection
        finally:
            self._left = self._left.with_log_of(self.path)

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Read what is kept, at one moment. Raises Solvable when that fails."""
        with self._explained(UNTOUCHED), self._connection.begin():
            yield self._connection

    def require_same(self) -> None:
        """Raise Solvable when the file or its log is no longer the one that we left."""
        if not self.is_in_place() or not self._is_our_log():
            raise replaced(self.path, self._kind)

    def is_in_place(self) -> bool:
        """Whether the file is still the one that we opened, with what we left in it."""
        now = Mark.of(self.path)
        if now is None or self._left.file is None or not now.is_like(self._left.file):
            return False
        if now != self._left.file:
            # Somebody wrote, or only touched it: what was put there has another number.
            if not self._has_its_number():
                return False
            self._left = Footprint(now, self._left.log)
            self.was_touched = True
        return True

    def is_whole(self, holds: Callable[[Connection], bool]) -> bool:
        """Whether the file can be read on disk, and not only here, and `holds` what it should.

        Everything is folded into it first. As long as that fails, or its key is away, nothing can
        be said of the file, and it counts as whole.
        """
        self._fold_ours()
        if self._left.log is not None and self._left.log.size:
            return True
        try:
            with closing(look(self.path, bounded=False)) as alone:
                copy = in_memory(alone)
            with closing(copy):
                whole = _is_readable(copy)
                if whole:
                    with wrapped(copy) as connection, connection.begin():
                        whole = holds(connection)
        except Solvable:
            return True
        except (sqlite3.Error, DBAPIError, LookupError, TypeError, ValueError, OverflowError):
            return False
        self.was_touched = self.was_touched and not whole
        return whole

    def fold_log(self) -> None:
        """Bring everything from the log into the file; raises sqlite3.Error."""
        fold(self._raw)
        self._ready = False
        self._number = number_of(self.path)
        self._left = Footprint.of(self.path)

    def close(self) -> None:
        """Let go of the file. What cannot be folded in stays in the log, for the next open.

        Into a file that another program put in this place nothing is folded: the log of ours then
        gets another name.
        """
        in_place = self.is_in_place()
        if not in_place:
            self._raw.interrupt()  # As `let_go` does: nothing is folded in.
        else:
            self._fold_ours()
        self._connection.close()
        if not in_place and self._is_our_log():
            self._set_log_aside()

    def _make_ready(self) -> None:
        """Give file and log a new number before the first write, and when the log is full."""
        log = self._left.log
        if self._ready and log is not None and log.size < _FULL_LOG:
            return
        if log is not None and log.size:
            self.fold_log()
        self._ready = False
        self._number = begin(self._raw)
        self._left = Footprint.of(self.path)
        if not self._has_its_number():
            raise replaced(self.path, self._kind)
        self._ready = True

    def _fold_ours(self) -> None:
        if self._left.log is None or not self._left.log.size:
            return
        if not self._is_our_log():
            self._set_log_aside()  # SQLite would delete whatever has that name.
        with suppress(sqlite3.Error):
            self.fold_log()

    def _has_its_number(self) -> bool:
        try:
            return is_ours(self._number) and number_of(self.path) == self._number
        except sqlite3.Error:
            return False

    def _is_our_log(self) -> bool:
        now, left = Mark.of(log_of(self.path)), self._left.log
        return now == left or (now is not None and left is not None and now.is_like(left))

    def _set_log_aside(self) -> None:
        with suppress(OSError):
            log = log_of(self.path)
            if log.stat().st_size:
                self.told = left_behind(self.path, set_aside(log))
            else:
                log.unlink()

    @contextmanager
    def _explained(self, kept: str) -> Generator[None]:
        try:
            yield
        except DBAPIError as error:
            raise problem_of(error.orig, self.path, self._kind, kept=kept) from None


def _require_writable(path: Path) -> None:
    # SQLite would open it all the same, and trip over the lock later.
    if not (may(os.W_OK, path) and may(os.W_OK, path.parent)):
        raise read_only(path, kept=UNTOUCHED)


@contextmanager
def held_as_it_is(path: Path, kind: FileKind) -> Generator[sqlite3.Connection]:
    """Hold a file alone, of whatever version, with all of it in the file and nothing in its log.

    Raises Solvable, as `Database.open` does.
    """
    _, raw, _ = _opened(path, kind, patience=kind.patience)
    try:
        yield raw
    finally:
        let_go(raw)


def _opened(
    path: Path, kind: FileKind, *, patience: float
) -> tuple[Path, sqlite3.Connection, Solvable | None]:
    """A sound file, where it really lies, and what was set aside beside it."""
    place = located(path, kind)
    with explained(path, kind):
        # Refused here, before anything is opened for writing.
        require_in_place(place, path, kind)
    _require_writable(place)
    with explained(path, kind):
        told = settle(place, patience=patience)
        raw = connect(place, patience=patience)
        try:
            require(raw, path, kind)
            if read_log(place) is None:
                _require_readable(raw, path)
            else:
                raw, damage = _with_its_log(raw, place, kind)
                told = damage or told
        except BaseException:
            let_go(raw)
            raise
    return place, raw, told


def _with_its_log(
    raw: sqlite3.Connection, path: Path, kind: FileKind
) -> tuple[sqlite3.Connection, Solvable | None]:
    """Fold in what a crash left in the log, when file and log together are sound.

    When only the file alone is, or the log goes on after what can be read of it, the log is kept
    under another name, and what is returned says so.
    """
    if _is_sound(raw):
        lost = keep_lost(path)
        fold(raw)
        return raw, lost
    let_go(raw)
    with closing(look(path, bounded=False)) as alone:
        if not _is_sound(alone):
            raise damaged(path)
    told = put_aside(path)
    return connect(path, patience=kind.patience), told


def _is_sound(connection: sqlite3.Connection) -> bool:
    """Whether all of it can be read, and every row that is pointed at is there."""
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        return False
    return connection.execute("PRAGMA foreign_key_check").fetchone() is None


def _require_readable(raw: sqlite3.Connection, path: Path) -> None:
    if not _is_readable(raw):
        raise damaged(path)


def _is_readable(connection: sqlite3.Connection) -> bool:
    whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    return whole and connection.execute("PRAGMA foreign_key_check").fetchone() is None
