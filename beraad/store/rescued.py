"""Rescue copies that were left behind: where they may lie, and which there are."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.dates import full_date
from beraad.records import Id
from beraad.store.own_folders import data_folder
from beraad.store.places import SUFFIX

FOLDER = "reddingskopie"
AS_BERAAD = f".{FOLDER}{SUFFIX}"
AS_SAVED = f".gered{SUFFIX}"
"""How the name of a beraad ends of which not everything could be read any more."""

AS_TEXT = f".{FOLDER}.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """A rescue copy that nobody took back yet.

    Attributes:
        made_at: when it was written, in UTC.
    """

    path: Path
    made_at: datetime

    @property
    def is_text(self) -> bool:
        """Whether it can only be read, for no beraad could be made of it."""
        return self.path.name.endswith(".txt")

    @property
    def told(self) -> Solvable:
        """What the user should know about it."""
        way_out = (
            "Het is gewone tekst: open het met een tekstprogramma, neem over wat je nodig hebt "
            "en haal het bestand daarna weg."
            if self.is_text
            else "Haal haar terug, dan staat ze weer bij je beraden."
        )
        return Solvable(
            f"Er ligt een reddingskopie van {_moment(self.made_at)}: {self.path.name}.",
            kept=f"Ze ligt in {self.path.parent}.",
            way_out=way_out,
        )

    @property
    def told_of_this(self) -> Solvable:
        """The same, to who opens the beraad that it is a copy of."""
        return Solvable(
            f"Van dit beraad ligt een reddingskopie van {_moment(self.made_at)}: {self.path.name}.",
            kept=f"Ze ligt in {self.path.parent}.",
            way_out="Mis je hier iets, ga dan terug naar de lijst: daar kun je haar terughalen.",
        )

    @property
    def told_from_elsewhere(self) -> Solvable:
        """The same, to who opened that beraad from the folder in which the copy lies."""
        told = self.told_of_this
        way_out = (
            "Het is gewone tekst: open het met een tekstprogramma en neem over wat je hier mist."
            if self.is_text
            else "Mis je hier iets, open haar dan ook: op het beginscherm, Meer, Open van elders."
        )
        return Solvable(told.happened, kept=told.kept, way_out=way_out)


def rescue_folders(folder: Path) -> Iterator[Path]:
    """Where a rescue copy may lie, the best place first; each for this user alone."""
    yield folder
    # Not everybody has a folder of their own on every computer.
    with suppress(RuntimeError):
        yield data_folder() / FOLDER
        yield Path.home() / FOLDER
    yield Path(tempfile.gettempdir()) / f"beraad-{FOLDER}-{_user()}"


def left_copies(folder: Path) -> tuple[Rescued, ...]:
    """The rescue copies that are not in the list of beraden, the latest first."""
    found: dict[Path, Rescued] = {}
    for place in rescue_folders(folder):
        endings = (AS_TEXT,) if place == folder else (AS_BERAAD, AS_TEXT)
        with suppress(OSError):
            if _is_mine(place):
                found |= {each.path: each for each in _copies(place, endings)}
    return tuple(sorted(found.values(), key=lambda each: each.made_at, reverse=True))


def left_copy_of(identity: Id, folder: Path) -> Rescued | None:
    """The latest of them that is of this beraad, by the beginning of its identity in the name."""
    mark = f"-{identity[:8]}"
    return next((each for each in left_copies(folder) if mark in each.path.name), None)


def left_copy_beside(path: Path, identity: Id) -> Rescued | None:
    """The latest rescue copy of this beraad that lies in the folder of one of its files."""
    mark = f"-{identity[:8]}"
    with suppress(OSError):
        if _is_mine(path.parent):
            found = (
                each
                for each in _copies(path.parent, (AS_BERAAD, AS_TEXT))
                if mark in each.path.name and each.path.name != path.name
            )
            return max(found, key=lambda each: each.made_at, default=None)
    return None


def is_rescue_copy(path: Path) -> bool:
    """Whether a beraad in the list was put there because its file could not be kept any more."""
    return path.name.endswith(AS_BERAAD)


def is_saved(path: Path) -> bool:
    """Whether a beraad in the list holds what could still be read of a damaged file."""
    return path.name.endswith(AS_SAVED)


def told_of_saved(path: Path) -> Solvable | None:
    """What to say to who opens such a beraad; None of another."""
    if not is_saved(path):
        return None
    return Solvable(
        "Dit beraad is gered uit een beschadigd bestand; misschien staat niet alles erin.",
        kept="Het beschadigde bestand staat er nog.",
        way_out="Lees na wat er staat, en vul aan wat je mist.",
    )


def _copies(place: Path, endings: tuple[str, ...]) -> Iterator[Rescued]:
    for name in os.listdir(place):  # noqa: PTH208 - the sessions folder may hold ten thousand
        if name.endswith(endings) and not name.startswith("."):
            found = (place / name).lstat()
            if stat.S_ISREG(found.st_mode):
                made_at = datetime.fromtimestamp(found.st_mtime, UTC)
                yield Rescued(path=place / name, made_at=made_at)


def _is_mine(place: Path) -> bool:
    """Whether nobody else could have put something there under a name that can be guessed."""
    found = place.stat()
    return not hasattr(os, "getuid") or found.st_uid == os.getuid()


def _moment(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{full_date(local.date())}, {local:%H:%M}"


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "mij")
