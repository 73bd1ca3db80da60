"""Where the files of Beraad lie."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from beraad.errors import Solvable
from beraad.private import make_folder
from beraad.store.keys import PRACTICE_FOLDER
from beraad.store.own_folders import data_folder

if TYPE_CHECKING:
    from beraad.records import Session

STEM = "beraad-"
SUFFIX = ".beraad"
PRACTICE_REGISTER = "oefenregister"
REGISTER_NAME = "register.sqlite"
REMOVED = "verwijderd"
CASES, COURSES = "casussen", "cursussen"
_MOST_OF_ONE = 1000
_IDENTITY = re.compile(r"[0-9A-Za-z-]{1,64}")
_NAME_A_FOLDER = "Schrijf voluit welke map je wilt gebruiken, met --sessions MAP."

_SERVICES = {
    "OneDrive": r"onedrive\b.*",
    # A team's library is called after the site and the library, in the language of who made it.
    "SharePoint": r".+ - (gedeelde |shared )?(documenten|documents|algemeen|general)",
    "Dropbox": r"dropbox\b.*",
    "Google Drive": r"google ?drive\b.*|my drive|mijn drive|drivefs",
    "iCloud": r"icloud ?drive\b.*|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"nextcloud\b.*",
    "ownCloud": r"owncloud\b.*",
    "SURFdrive": r"surfdrive\b.*",
    "STACK": r"stack(drive)?",
    "Proton Drive": r"proton ?drive\b.*",
    "pCloud": r"pcloud ?drive",
    "Box": r"box( sync)?",
    "MEGA": r"mega(sync)?",
    "Synology Drive": r"synology ?drive\b.*",
    "Seafile": r"seafile",
}
_MARKS = {
    "Dropbox": ".dropbox.cache",
    "Nextcloud": ".nextcloudsync.log",
    "ownCloud": ".owncloudsync.log",
    "Syncthing": ".stfolder",
}


def sessions_folder(
    argument: Path | None, *, environment: Mapping[str, str], checkout: Path | None
) -> Path:
    """Return the folder that holds the beraden; makes nothing.

    The first that is given counts: `--sessions`, BERAAD_SESSIONS, the `sessions` folder of a
    checkout, and else what lies beside a portable program or in the user's own data folder. Raises
    Solvable when the user has no folder of their own and it is needed.
    """
    if argument is not None:
        return _expanded(argument)
    if chosen := environment.get("BERAAD_SESSIONS"):
        return _expanded(Path(chosen))
    if checkout is not None:
        return checkout / "sessions"
    try:
        return data_folder() / "sessions"
    except RuntimeError:
        raise Solvable(
            "Je eigen map is niet bekend op deze computer.", way_out=_NAME_A_FOLDER
        ) from None


def _expanded(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError:
        raise Solvable(f"De map {folder} is niet te vinden.", way_out=_NAME_A_FOLDER) from None


def practice_folder(folder: Path) -> Path:
    """Where oefeningen lie, apart from the real beraden."""
    return folder / PRACTICE_FOLDER


def removed_folder(folder: Path) -> Path:
    """Where what was thrown away lies until it is erased."""
    return folder / REMOVED


def homes(folder: Path) -> tuple[Path, ...]:
    """Where beraden and oefeningen lie, those that were thrown away too; no backups."""
    practice = practice_folder(folder)
    return folder, practice, removed_folder(folder), removed_folder(practice)


def names_in(place: Path) -> list[str]:
    """What lies in a folder; nothing where there is none, or it may not be read."""
    with suppress(OSError):
        return os.listdir(place)  # noqa: PTH208 - names are all that is needed
    return []


def cases_folder(folder: Path) -> Path:
    """Where cases of one's own lie, among the beraden."""
    return folder / CASES


def courses_folder(folder: Path) -> Path:
    """Where courses of somebody else lie, among the beraden."""
    return folder / COURSES


def practice_register_folder(folder: Path) -> Path:
    """Where the oefenregister lies: a folder like that of real beraden, apart from them."""
    return folder / PRACTICE_REGISTER


def session_path(folder: Path, session: Session) -> Path:
    """Where a new beraad is kept; its name tells only the week."""
    home = practice_folder(folder) if session.is_practice else folder
    return home / f"{_stem(session)}{SUFFIX}"


def is_identity(value: object) -> bool:
    """Whether this can be the identity of a beraad, which its file is named after."""
    return isinstance(value, str) and _IDENTITY.fullmatch(value) is not None


def free_path(folder: Path, session: Session, *, suffix: str = SUFFIX) -> Path:
    """A path in this very folder that no file has yet; a number is added when a name is taken."""
    stem = _stem(session)
    names = (stem, *(f"{stem}-{number}" for number in range(2, _MOST_OF_ONE)))
    paths = (folder / f"{name}{suffix}" for name in names)
    return next((path for path in paths if not path.exists()), folder / f"{stem}{suffix}")


def _stem(session: Session) -> str:
    year, week, _ = session.opening.held_on.isocalendar()
    return f"{STEM}{year}-W{week:02}-{session.id[:8]}"


def register_path(folder: Path, *, practice: bool) -> Path:
    """Where the register of signals is kept; oefeningen have one of their own."""
    return (practice_folder(folder) if practice else folder) / REGISTER_NAME


def prepare(folder: Path) -> None:
    """Make the folder, for this user alone. Raises Solvable when that fails or it is read-only."""
    try:
        make_folder(folder)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        from beraad.store.trouble import unwritable

        raise unwritable(folder, error) from error


def is_synchronised(folder: Path) -> str | None:
    """The name of the sync service that this folder lies in, if one is recognised.

    Services are known by how they name their folder, or by a file they leave in it.
    """
    whole = folder.expanduser().resolve()
    for place in (whole, *whole.parents):
        for service, name in _SERVICES.items():
            if re.fullmatch(name, place.name, re.IGNORECASE):
                return service
        for service, mark in _MARKS.items():
            if (place / mark).exists():
                return service
    return None
