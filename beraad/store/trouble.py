"""What SQLite's troubles mean for the user.

Result codes: https://www.sqlite.org/rescode.html
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.holder import holder_of
from beraad.store.kinds import FileKind

UNTOUCHED = "Het bestand is niet veranderd."
_PRIMARY_CODE = 0xFF


@contextmanager
def explained(path: Path, kind: FileKind, *, kept: str = UNTOUCHED) -> Generator[None]:
    """Turn an error of SQLite or the system into a Solvable, where the user can do something."""
    try:
        yield
    except sqlite3.Error as error:
        if problem := solvable(error, path, kind, kept=kept):
            raise problem from error
        raise
    except OSError as error:
        raise unwritable(path.parent) from error


def solvable(  # noqa: PLR0911 - one answer per kind of trouble
    error: BaseException | None, path: Path, kind: FileKind, *, kept: str
) -> Solvable | None:
    """What the user should know about an error of SQLite; None when it is our own mistake."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code == sqlite3.SQLITE_IOERR_LOCK:
        return unsafe_folder()
    match code & _PRIMARY_CODE:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return already_open(path, kind)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return read_only(path, kept=kept)
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return Solvable(
                "Bewaren lukt niet: de schijf is vol of niet bereikbaar.",
                kept=kept,
                way_out="Maak ruimte vrij op de schijf, of bewaar op een andere plek.",
            )
        case sqlite3.SQLITE_NOTADB:
            return Solvable(
                f"{path.name} is geen {kind.noun}, of het bestand is beschadigd.",
                kept=kept,
                way_out="Kies een ander bestand, of zet een reservekopie terug.",
            )
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case _:
            return None


def already_open(path: Path, kind: FileKind) -> Solvable:
    """Somebody has the file open; says who, when that is known."""
    holder = holder_of(path)
    by_whom = f" op {holder.machine} (gebruiker {holder.user}, {holder.moment})" if holder else ""
    return Solvable(
        f"{kind.the_one} is al open{by_whom}.",
        kept=UNTOUCHED,
        way_out="Sluit het daar eerst en probeer het dan opnieuw.",
    )


def read_only(path: Path, *, kept: str) -> Solvable:
    """The file or its folder may not be written."""
    return Solvable(
        f"In {path.name} kan Beraad niets bewaren: het bestand of de map is alleen te lezen.",
        kept=kept,
        way_out="Vraag je beheerder om schrijfrechten, of kies een andere map.",
    )


def unsafe_folder() -> Solvable:
    """The drive does not know locks, or no write-ahead log."""
    return Solvable(
        "In deze map kan Beraad niet veilig bewaren. Vaak is het een netwerkschijf.",
        way_out="Kies een map op deze computer zelf.",
    )


def unwritable(folder: Path) -> Solvable:
    """Nothing can be made in this folder."""
    return Solvable(
        f"In de map {folder} kan Beraad niets bewaren.",
        way_out="Kies een map die alleen van jou is en waarin je mag schrijven.",
    )


def damaged(path: Path) -> Solvable:
    """What the file holds cannot be read."""
    return Solvable(
        f"Het bestand {path.name} is beschadigd.",
        kept=UNTOUCHED,
        way_out="Zet een reservekopie terug, of vraag je beheerder om hulp.",
    )
