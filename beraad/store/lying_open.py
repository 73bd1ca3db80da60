"""What of practising lies readable on the disk, in the folders that no vault closes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from beraad.phases.numbers import counted
from beraad.phases.phrasing import listed
from beraad.store.papers import SEALED
from beraad.store.places import (
    CASES,
    REGISTER_NAME,
    SUFFIX,
    cases_folder,
    names_in,
    practice_folder,
    removed_folder,
)
from beraad.store.practice_rest import ATTEMPT
from beraad.store.shredding import BESIDE

_CALLED: Mapping[str, tuple[str, str]] = {
    SUFFIX: ("oefening", "oefeningen"),
    ".casus": ("casus", "casussen"),
    ".observatie": ("observatie", "observaties"),
    ".zelfbeeld": ("zelfbeeld", "zelfbeelden"),
    ".ijking": ("blad van samen leren kijken", "bladen van samen leren kijken"),
    ".formulier": ("aanvulling bij een casus", "aanvullingen bij een casus"),
    ".voorbeeld": ("voorbeeld bij een casus", "voorbeelden bij een casus"),
    ATTEMPT: ("probeerpunt", "probeerpunten"),
    REGISTER_NAME: ("register van oefeningen", "registers van oefeningen"),
    "": ("bestand dat bij een oefening hoort", "bestanden die bij een oefening horen"),
}
"""What one and more of them are called, by name or by how that ends; whatever else is the last."""


def lying_open(folder: Path) -> Mapping[Path, str]:
    """What of practising lies open, counted in words by the folder it lies in; a portfolio does
    not.
    """
    practice = practice_folder(folder)
    told = {
        place: _told(path for name in names_in(place) if _lies_open(path := place / name))
        for place in (practice, removed_folder(practice), cases_folder(folder))
    }
    return {place: said for place, said in told.items() if said}


def _told(paths: Iterable[Path]) -> str:
    counts = Counter(map(_kind, paths))
    return listed(counted(counts[kind], *_CALLED[kind]) for kind in _CALLED if counts[kind])


def _kind(path: Path) -> str:
    if path.name in _CALLED:
        return path.name
    is_copy = path.suffix == ".casus" and path.parent.name != CASES
    return path.suffix if path.suffix in _CALLED and not is_copy else ""


def _lies_open(path: Path) -> bool:
    is_noted = path.name.startswith(".") or path.name.endswith(BESIDE)
    return path.suffix != SEALED and not is_noted and path.is_file()
