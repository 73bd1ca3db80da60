"""Looking into a file without changing it, and without SQLModel."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.address import address
from beraad.store.footprint import log_of
from beraad.store.kinds import FileKind
from beraad.store.migrations import version_of
from beraad.store.trouble import UNTOUCHED, explained


@contextmanager
def glance(path: Path, kind: FileKind) -> Generator[sqlite3.Connection]:
    """Read a file of ours, also while a window has it open; then as it last was folded together.

    SQLite must do the opening: any other handle on the file, once closed, drops the locks that
    our own process has on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    Raises Solvable for a file that is gone, empty, damaged, foreign or of a later version.
    """
    _require_content(path, kind)
    with explained(path, kind):
        with closing(_unchanging(path)) as connection:
            require(connection, path, kind)
        with closing(_reading(path)) as connection:
            yield connection


def require(connection: sqlite3.Connection, path: Path, kind: FileKind) -> None:
    """Raise Solvable when this is no file of ours, or one of a later version."""
    if connection.execute("PRAGMA application_id").fetchone() != (kind.application_id,):
        raise _no_file_of_ours(path, kind)
    if version_of(connection) > kind.version:
        raise Solvable(
            f"{path.name} is gemaakt met een nieuwere versie van Beraad.",
            kept=UNTOUCHED,
            way_out="Werk Beraad bij en open het dan opnieuw.",
        )


def _require_content(path: Path, kind: FileKind) -> None:
    if path.is_dir():
        raise _no_file_of_ours(path, kind)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise Solvable(
            f"{path.name} is er niet meer, of de map is niet bereikbaar.",
            way_out="Kijk of het bestand is verplaatst, of zet een reservekopie terug.",
        ) from error
    if size == 0:
        raise Solvable(
            f"{path.name} is leeg: er staat geen {kind.noun} in.",
            kept=UNTOUCHED,
            way_out="Zet een reservekopie terug, of verwijder het bestand.",
        )


def _no_file_of_ours(path: Path, kind: FileKind) -> Solvable:
    return Solvable(
        f"{path.name} is geen {kind.noun} dat met dit programma is gemaakt.",
        kept=UNTOUCHED,
        way_out="Kies een ander bestand.",
    )


def _reading(path: Path) -> sqlite3.Connection:
    """Through the log where there is one; closing then folds in what a crash left in it."""
    if log_of(path).exists():
        connection = sqlite3.connect(address(path, options="mode=rw"), uri=True, timeout=0)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError:
            connection.close()
        else:
            return connection
    return _unchanging(path)


def _unchanging(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(address(path, options="mode=ro&immutable=1"), uri=True)
