"""Looking into a file without changing it, and without SQLModel."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from beraad import untrusted
from beraad.errors import Solvable
from beraad.store.address import LONGEST_PATH, length_of
from beraad.store.driver import (
    let_go,
    look,
    look_at_first_page,
    look_through_copies,
    look_through_log,
)
from beraad.store.generation import belongs
from beraad.store.kinds import FileKind
from beraad.store.log import Log, journal_of, log_of, read_log
from beraad.store.migrations import version_of
from beraad.store.schemas import digest_of
from beraad.store.trouble import UNTOUCHED, Damaged, NewestUnread, explained, gone, odd, too_long

_TRIES = 5


@contextmanager
def glance_at_all(path: Path, kind: FileKind) -> Generator[sqlite3.Connection]:
    """Read a file of ours whole, with all that was kept in it.

    Raises Solvable as `glance` does, and NewestUnread when what was kept last cannot be read.
    """

    def refuse() -> None:
        raise NewestUnread(path)

    with glance(path, kind, bounded=False, missed=refuse) as connection:
        yield connection


@contextmanager
def glance(
    path: Path,
    kind: FileKind,
    *,
    bounded: bool = True,
    missed: Callable[[], None] = lambda: None,
) -> Generator[sqlite3.Connection]:
    """Read a file of ours, also while a window has it open, with all that was kept in it.

    What stands in the log is read along when that log belongs to this file; `missed` is told when
    that cannot be done. Nothing is written, and nothing the file brings along is carried out:
    it is refused when its tables are not exactly ours, and reading ends when it takes long or grows
    large. Only what is found to be ours within those bounds may then be read whole, when it is not
    `bounded`.
    SQLite must do the opening: any other handle on the file, once closed, drops the locks that
    our own process has on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    Raises Solvable for a file that is gone, empty, damaged, odd, foreign or of a later version.
    """
    place = located(path, kind)
    with explained(path, kind):
        alone = _alone(place, path, kind)
        if alone is None:
            with closing(look_at_first_page(place)) as connection:
                _require_kind(connection, path, kind)
            with _together(place, bounded=bounded, missed=missed) as connection:
                require(connection, path, kind)
                yield connection
            return
        with closing(alone):
            if bounded:
                yield alone
                return
        with closing(look(place, bounded=False)) as connection:
            require(connection, path, kind)
            yield connection


def require_in_place(place: Path, path: Path, kind: FileKind) -> None:
    """Raise Solvable as `require` does, for a file with the log beside it when that is its own.

    Not for the file alone then: a program that was stopped while it brought the log over left some
    pages as they were before and some as they are after. Of a file that somebody has open only the
    first page is looked at. Raises sqlite3.Error.
    """
    alone = _alone(place, path, kind)
    if alone is not None:
        alone.close()
        return
    with closing(look_at_first_page(place)) as connection:
        _require_kind(connection, path, kind)
    with suppress(sqlite3.Error):
        connection = look_through_log(place)
        try:
            require(connection, path, kind)
        finally:
            let_go(connection)


def _alone(place: Path, path: Path, kind: FileKind) -> sqlite3.Connection | None:
    """The file without a log, found to be ours; None when the log beside it has something to add.

    Another window can begin a log and bring it over just after one looked whether there is any:
    what is half brought over reads as damage. Then the log is there by now, or the file is another.
    Raises as `require_in_place` does.
    """
    for left in reversed(range(_TRIES)):
        before = _state_of(place)
        if _is_own(place, read_log(place)):
            break
        with ExitStack() as until_found:
            connection = until_found.enter_context(closing(look(place)))
            try:
                require(connection, path, kind)
            except (sqlite3.Error, Solvable):
                is_other = _state_of(place) != before or _is_own(place, read_log(place))
                if not (left and is_other):
                    raise
            else:
                until_found.pop_all()
                return connection
    return None


def _state_of(place: Path) -> tuple[int, int, int]:
    lies = place.stat()
    return lies.st_ino, lies.st_size, lies.st_mtime_ns


def require(connection: sqlite3.Connection, path: Path, kind: FileKind) -> None:
    """Raise Solvable when this is no file of ours, one of a later version, or not as we make it."""
    version = _require_kind(connection, path, kind)
    if version < 1 or digest_of(connection) not in kind.schemas[version - 1]:
        raise odd(path)


def _require_kind(connection: sqlite3.Connection, path: Path, kind: FileKind) -> int:
    """The version, of a file of ours that is not of a later one; what its first page says."""
    if connection.execute("PRAGMA application_id").fetchone() != (kind.application_id,):
        raise _no_file_of_ours(path, kind)
    version = version_of(connection)
    if version > kind.version:
        raise Solvable(
            f"{path.name} is gemaakt met een nieuwere versie van Beraad.",
            kept=UNTOUCHED,
            way_out="Werk Beraad bij en open het dan opnieuw.",
        )
    return version


def located(path: Path, kind: FileKind) -> Path:
    """Where the file really lies, past any link. Raises Solvable when it is no file to read."""
    if length_of(path) > LONGEST_PATH:
        raise too_long(path)
    try:
        found, place = path.lstat(), path
        if stat.S_ISLNK(found.st_mode):
            found, place = path.stat(), path.resolve()
    except (OSError, RuntimeError):
        if os.path.lexists(path):
            raise _no_file_of_ours(path, kind, untrusted.no_file(path)) from None
        raise gone(path) from None
    if not stat.S_ISREG(found.st_mode):
        raise _no_file_of_ours(path, kind, untrusted.no_file(place))
    if found.st_size == 0:
        raise Damaged(
            f"{path.name} is leeg: er staat geen {kind.noun} in.",
            kept=UNTOUCHED,
            way_out="Zet een reservekopie terug op dezelfde plek, of verwijder het bestand.",
            name=path.name,
        )
    return place


def _no_file_of_ours(path: Path, kind: FileKind, lies: str = "") -> Damaged:
    return Damaged(
        f"{path.name} {lies or f'is geen {kind.noun} dat met dit programma is gemaakt'}.",
        kept=UNTOUCHED,
        way_out="Haal het weg uit deze map, of zet een reservekopie terug op dezelfde plek.",
        name=path.name,
    )


def has_other_log(place: Path) -> bool:
    """Whether a log with something in it lies beside a file that it does not belong to."""
    log = read_log(place)
    holds = log is not None and (log.pages or not log.readable)
    try:
        return bool(holds) and not _is_own(place, log)
    except sqlite3.Error:
        return True  # Nobody can say; who opens the file says what is wrong with it.


def _is_own(place: Path, log: Log | None) -> bool:
    """Whether this log, as it lies beside the file, has something to add to it."""
    if log is None or not log.readable or not log.pages or os.path.lexists(journal_of(place)):
        return False
    return belongs(place, log)


@contextmanager
def _together(
    place: Path, *, bounded: bool, missed: Callable[[], None]
) -> Generator[sqlite3.Connection]:
    """The file with its log; the file alone when that cannot be read, which `missed` is told.

    While somebody has it open, and where nothing can be written, copies of both are read.
    """
    with ExitStack() as open_until_read:
        try:
            connection = look_through_log(place, bounded=bounded)
            open_until_read.callback(let_go, connection)
        except sqlite3.Error:
            connection = _elsewhere(place, open_until_read, bounded=bounded)
        if connection is None:
            missed()
            connection = open_until_read.enter_context(closing(look(place, bounded=bounded)))
        yield connection


def _elsewhere(
    place: Path, open_until_read: ExitStack, *, bounded: bool
) -> sqlite3.Connection | None:
    """Copies of the file and its log; None when copying fails."""
    try:
        return open_until_read.enter_context(
            look_through_copies(place, log_of(place), bounded=bounded)
        )
    except (sqlite3.Error, OSError):
        return None
