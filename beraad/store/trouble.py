"""What SQLite's troubles mean for the user.

Result codes: https://www.sqlite.org/rescode.html
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from beraad.errors import Defect, Solvable
from beraad.store.address import LONGEST_PATH, length_of
from beraad.store.driver import NoLog
from beraad.store.holder import holder_of
from beraad.store.kinds import FileKind

UNTOUCHED = "Het bestand is niet veranderd."
STILL_HERE = "Alles wat je typte staat nog in dit venster."
_PRIMARY_CODE = 0xFF


@contextmanager
def explained(path: Path, kind: FileKind, *, kept: str = UNTOUCHED) -> Generator[None]:
    """Turn an error of SQLite or the system into a Solvable, or a Defect when it is our mistake.

    Neither holds anything of what was read or written.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise problem_of(error, path, kind, kept=kept) from None
    except UnicodeDecodeError:  # What SQLite says of the damage quotes it.
        raise damaged(path) from None
    except OSError as error:
        raise _system_problem(error, path, kind, kept=kept) from error


def problem_of(  # noqa: C901, PLR0911, PLR0912 - one answer per kind of trouble
    error: BaseException | None, path: Path, kind: FileKind, *, kept: str
) -> Solvable | Defect:
    """What the user should know about an error of SQLite."""
    if isinstance(error, NoLog):
        return unsafe_folder()
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code == sqlite3.SQLITE_IOERR_LOCK:
        return unsafe_folder()
    match code & _PRIMARY_CODE:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return already_open(path, kind)
        case sqlite3.SQLITE_CANTOPEN if length_of(path) > LONGEST_PATH:
            return too_long(path)
        case sqlite3.SQLITE_CANTOPEN if not may(os.R_OK, path):
            return unreadable(path, kind)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return read_only(path, kept=kept)
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return full(kind, kept=kept)
        case sqlite3.SQLITE_NOTADB if _is_under_unknown_key(path):
            return Damaged(
                f"{path.name} is versleuteld met een sleutel die hier niet is, of is geen "
                f"{kind.noun}.",
                kept=kept,
                way_out="Open het in de map waar het vandaan komt, of zet een reservekopie op "
                "dezelfde plek.",
                name=path.name,
            )
        case sqlite3.SQLITE_NOTADB:
            return Damaged(
                f"{path.name} is geen {kind.noun}, of het bestand is beschadigd.",
                kept=kept,
                way_out="Haal het weg uit deze map, of zet een reservekopie op dezelfde plek.",
                name=path.name,
            )
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_OK if isinstance(error, sqlite3.OperationalError):
            return damaged(path)  # Python could not read it: no text in UTF-8.
        case sqlite3.SQLITE_TOOBIG | sqlite3.SQLITE_NOMEM:
            return too_big(path, kept=kept)
        case sqlite3.SQLITE_INTERRUPT:
            return odd(path)
        case _:
            return Defect(f"SQLite refuses: {getattr(error, 'sqlite_errorname', 'without a code')}")


def _is_under_unknown_key(path: Path) -> bool:
    """Whether a file in a place without keys looks like one of a vault."""
    from beraad.store.keys import keys_for
    from beraad.store.vault.missing import is_under_key

    return keys_for(path) is None and is_under_key(path)


def may(what: int, path: Path) -> bool:
    """Whether this user may read (`os.R_OK`) or write (`os.W_OK`) something."""
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def already_open(path: Path, kind: FileKind) -> Solvable:
    """Somebody has the file open; says who, when that is known."""
    return Solvable(
        f"{kind.the_one} is al open{opened_by(path)}.",
        kept=UNTOUCHED,
        way_out="Sluit het daar eerst en probeer het dan opnieuw.",
    )


def opened_by(path: Path) -> str:
    """Who has a file open, as a part of a sentence; empty when nobody knows."""
    holder = holder_of(path)
    return f" op {holder.machine} (gebruiker {holder.user}, {holder.moment})" if holder else ""


class NewestUnread(Solvable):
    """What was kept last in a file cannot be read now; the rest alone would not be all of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Wat het laatst in {path.name} is bewaard, is nu niet te lezen. Het is open in een "
            "ander programma, of er is geen ruimte om het te lezen.",
            kept=UNTOUCHED,
            way_out="Sluit het daar, of maak ruimte, en probeer het dan opnieuw.",
        )


class Damaged(Solvable):
    """A file is gone, damaged or something else; a backup of it is the way out.

    Attributes:
        name: what the file is called.
    """

    def __init__(self, happened: str, *, kept: str = "", way_out: str = "", name: str) -> None:
        super().__init__(happened, kept=kept, way_out=way_out)
        self.name = name


class MayNotWrite(Solvable):
    """Nothing can be kept here; another folder is the way out."""


def read_only(path: Path, *, kept: str) -> MayNotWrite:
    """The file or its folder may not be written."""
    return MayNotWrite(
        f"In {path.name} kan Beraad niets bewaren: het bestand of de map is alleen te lezen.",
        kept=kept,
        way_out="Vraag je beheerder om schrijfrechten, of kies een andere map.",
    )


class NoRoom(Solvable):
    """The disk is full or gone; what lies there is as it was."""


def full(kind: FileKind, *, kept: str) -> NoRoom:
    """The disk is full or gone."""
    elsewhere = "" if kind.has_one_place else ", of bewaar op een andere plek"
    return NoRoom(
        "Bewaren lukt niet: de schijf is vol of niet bereikbaar.",
        kept=kept,
        way_out=f"Maak ruimte vrij op de schijf{elsewhere}.",
    )


def too_long(path: Path) -> Solvable:
    """The name of the file, with all its folders, is longer than the system takes."""
    return Solvable(
        f"De naam van {path.name[:60]} is met alle mappen ervoor te lang.",
        kept="",
        way_out="Kies een map met een kortere naam, of die minder diep ligt.",
    )


def unnamable(path: Path) -> Solvable:
    """The name of the file holds half a sign, as an old archive of another system leaves."""
    return Solvable(
        f"In de naam {path.name.encode('utf-8', 'replace').decode()} staat een teken dat niet te"
        " bewaren is.",
        kept="Het bestand zelf is niet veranderd.",
        way_out="Geef het een andere naam: dan gaat het mee in een reservekopie.",
    )


def too_big(path: Path, *, kept: str) -> Solvable:
    """A text is larger than a file of ours, or the memory of this computer, can hold."""
    return Solvable(
        f"In {path.name} staat een tekst die te groot is.",
        kept=kept,
        way_out="Maak de langste tekst korter. Een heel document kun je beter als bijlage bewaren.",
    )


def unreadable(path: Path, kind: FileKind) -> Solvable:
    """The user may not even look into the file."""
    other = "" if kind.has_one_place else ", of kies een ander bestand"
    return Solvable(
        f"Je mag {path.name} niet lezen.",
        kept=UNTOUCHED,
        way_out=f"Vraag je beheerder om leesrechten{other}.",
    )


def gone(path: Path) -> Damaged:
    """Nothing lies there, or the folder cannot be reached."""
    return Damaged(
        f"{path.name} is er niet, of de map is niet bereikbaar.",
        way_out="Kijk of de naam klopt en of het bestand is verplaatst, of zet een reservekopie "
        "terug.",
        name=path.name,
    )


def replaced(path: Path, kind: FileKind) -> Solvable:
    """Another program took the open file away, or put something else in its place."""
    way_out = "Bewaar het beraad ergens anders, in een map die niet wordt gesynchroniseerd."
    if kind.has_one_place:
        way_out = "Probeer het opnieuw. Gebeurt het weer, laat deze map dan niet synchroniseren."
    return Solvable(
        f"Een ander programma heeft {path.name} weggehaald of vervangen.",
        kept=STILL_HERE,
        way_out=way_out,
    )


def damaged_while_open(path: Path) -> Solvable:
    """What lies in the open file is no longer what was kept in it."""
    return Solvable(
        f"Het bestand {path.name} is beschadigd terwijl het openstond.",
        kept=STILL_HERE,
        way_out="Bewaar het beraad ergens anders, liefst op een andere schijf.",
    )


def unsafe_folder() -> Solvable:
    """The drive does not know locks, or no write-ahead log."""
    return Solvable(
        "In deze map kan Beraad niet veilig bewaren. Vaak is het een netwerkschijf.",
        way_out="Kies een map op deze computer zelf.",
    )


_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_AWAY = frozenset({errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO})


def unwritable(folder: Path, error: OSError) -> MayNotWrite:
    """Nothing can be made in this folder, as the system says why."""
    if error.errno in _NO_ROOM:
        return MayNotWrite(
            f"Op de schijf of stick van {folder} is geen ruimte meer.",
            kept="Wat er stond, staat er nog.",
            way_out="Maak ruimte en probeer het opnieuw, of kies een andere map.",
        )
    if error.errno in _AWAY and not (error.errno == errno.ENOENT and folder.is_dir()):
        return MayNotWrite(
            f"De map {folder} is er niet, of is niet bereikbaar.",
            way_out="Kijk of de naam klopt. Sluit de schijf of stick weer aan en probeer het "
            "opnieuw, of kies een andere map.",
        )
    if error.errno == errno.EROFS:
        return MayNotWrite(
            f"De schijf of stick van {folder} is alleen te lezen.",
            kept="Wat er stond, staat er nog.",
            way_out="Haal de schrijfbeveiliging eraf, of kies een andere map.",
        )
    return MayNotWrite(
        f"In de map {folder} kan Beraad niets bewaren.",
        way_out="Kies een map die alleen van jou is en waarin je mag schrijven.",
    )


def damaged(path: Path) -> Damaged:
    """What the file holds cannot be read."""
    return Damaged(
        f"Het bestand {path.name} is beschadigd.",
        kept=UNTOUCHED,
        way_out="Zet een reservekopie terug op dezelfde plek, of vraag je beheerder om hulp.",
        name=path.name,
    )


def unlisted(path: Path) -> Solvable:
    """Only what the list shows of a beraad cannot be read; opening it makes that anew."""
    return Solvable(
        f"Wat de lijst van {path.name} toont is beschadigd. Open het: dan herstelt Beraad dat.",
        kept=UNTOUCHED,
        way_out="Open het beraad zelf.",
    )


def odd(path: Path) -> Damaged:
    """The file holds what Beraad never makes; nothing of it is carried out or shown."""
    return Damaged(
        f"{path.name} is anders van opbouw dan Beraad het maakt, of is beschadigd.",
        kept=UNTOUCHED,
        way_out="Zet een reservekopie terug op dezelfde plek, of vraag je beheerder om hulp.",
        name=path.name,
    )


def _system_problem(error: OSError, path: Path, kind: FileKind, *, kept: str) -> Solvable:
    match error.errno:
        case errno.ENAMETOOLONG:
            return too_long(path)
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG | errno.EIO:
            return full(kind, kept=kept)
        case _:
            return unwritable(path.parent, error)
