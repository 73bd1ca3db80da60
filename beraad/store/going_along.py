"""The other files that go along when a beraad is erased, each by its name and what is in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.phases.dates import dated
from beraad.store.beside import copy_of
from beraad.store.catalog import CopyOf, Summary, look_at
from beraad.store.copies.folder import FOLDER
from beraad.store.copies.moments import as_copy
from beraad.store.copies.places import places_of_copies
from beraad.store.places import REMOVED, SUFFIX
from beraad.store.rescued import AS_TEXT, is_rescue_copy, is_saved
from beraad.store.wiping import Reach

MORE_ELSEWHERE = "Let op: in een ander bestand van dit beraad staat wat hier niet staat."
"""What to know before this one file is taken for the whole beraad."""

UNKNOWN_ELSEWHERE = (
    "Let op: een ander bestand van dit beraad is niet te vergelijken. Beraad weet niet of daarin "
    "meer staat."
)
"""The same, where nobody knows."""

_SAYS = {
    CopyOf.SAME: "zelfde woorden",
    CopyOf.OLDER: "daarin staat minder",
    CopyOf.FULLER: "daarin staat meer",
    CopyOf.OTHER: "daarin staan andere woorden",
    CopyOf.DAMAGED: "niet te lezen",
    CopyOf.READABLE: "wel te lezen, het bestand dat je koos niet",
    CopyOf.UNKNOWN: "nu niet te vergelijken",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """One other file of a beraad.

    Attributes:
        kind: what it is, in a word or two.
        changed_at: when it was last kept; None when nobody can say.
        compared: what it is beside the file that was chosen; None for a copy in plain text.
    """

    path: Path
    kind: str
    changed_at: datetime | None
    compared: CopyOf | None

    @property
    def is_listed(self) -> bool:
        """Whether it is a beraad of the list, and not thrown away, kept or rescued elsewhere."""
        return self.path.name.endswith(SUFFIX) and self.path.parent.name not in {REMOVED, FOLDER}

    @property
    def says_more(self) -> bool:
        """Whether there are, or may be, words in it that the file that was chosen has not."""
        return self.compared not in {CopyOf.SAME, CopyOf.OLDER}

    @property
    def told(self) -> str:
        """The file in one line."""
        local = None if self.changed_at is None else self.changed_at.astimezone()
        when = "" if local is None else f"laatst gewijzigd op {dated(local.date())}, {local:%H:%M}"
        says = "" if self.compared is None else _SAYS[self.compared]
        about = ", ".join(filter(None, (self.kind, when, says)))
        return f"{about} · {self.path.name}"


def told_of_more(along: Iterable[Along]) -> str:
    """What is known of words in these files that the one that was chosen has not; may be empty."""
    said = {each.compared for each in along if each.says_more}
    if said & {CopyOf.FULLER, CopyOf.OTHER}:
        return MORE_ELSEWHERE
    return UNKNOWN_ELSEWHERE if said else ""


def going_along(path: Path, folder: Path, found: Reach) -> tuple[Along, ...]:
    """Every other file with the whole beraad in it, of what was `found` to go, beside the backups
    that Beraad made; the last changed first.
    """
    along = [_along(path, each) for each in _others(path, folder, found)]
    first = datetime.min.replace(tzinfo=UTC)
    return tuple(sorted(along, key=lambda each: each.changed_at or first, reverse=True))


def require_shown(path: Path, folder: Path, found: Reach, shown: Collection[Path]) -> None:
    """Raise Solvable when a file goes along that is not among those that somebody was shown."""
    new = [each for each in _others(path, folder, found) if each not in shown]
    if new:
        names = ", ".join(each.name for each in new)
        came = "is een bestand" if len(new) == 1 else "zijn bestanden"
        raise Solvable(
            f"Er {came} van dit beraad bijgekomen: {names}.",
            kept="Er is niets gewist.",
            way_out="Kijk opnieuw wat er weggaat en kies dan.",
        )


def _others(path: Path, folder: Path, found: Reach) -> list[Path]:
    backups = frozenset(backups_in(found, folder))
    others = (each for each in found.files if each != path and each not in backups)
    return [each for each in others if _is_whole(each.name)]


def backups_in(found: Reach, folder: Path) -> tuple[Path, ...]:
    """The backups that Beraad made, of what was `found` to go."""
    pools = frozenset(places_of_copies(folder))
    return tuple(
        each
        for each in found.files
        if each.parent in pools and as_copy(each.name) is not None and _is_whole(each.name)
    )


def _is_whole(name: str) -> bool:
    return not name.startswith(".") and name.endswith((SUFFIX, AS_TEXT))


def _along(chosen: Path, path: Path) -> Along:
    if path.name.endswith(AS_TEXT):
        changed = None
        with suppress(OSError):
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return Along(path=path, kind="reddingskopie als tekst", changed_at=changed, compared=None)
    line = look_at(path)
    changed = line.changed_at if isinstance(line, Summary) else None
    return Along(path=path, kind=_kind(path), changed_at=changed, compared=copy_of(chosen, path))


def _kind(path: Path) -> str:
    if path.parent.name == REMOVED:
        return "verwijderd bestand"
    if path.parent.name == FOLDER:
        return "eigen kopie bij de reservekopieën"
    if is_rescue_copy(path):
        return "reddingskopie"
    return "gered uit een beschadigd bestand" if is_saved(path) else "ander bestand"
