"""What of practising lies readable on the disk, in the folders that no vault closes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from beraad.store.papers import SEALED
from beraad.store.places import cases_folder, names_in, practice_folder, removed_folder

_NOTED = (".open", "-wal", "-shm", "-journal")
"""How names end of what says who has a file open, and of what is not folded into it yet."""


def lying_open(folder: Path) -> Mapping[Path, int]:
    """How many oefeningen and papers lie open, by the folder they lie in; a portfolio does not."""
    practice = practice_folder(folder)
    counts = {
        place: sum(_lies_open(place / name) for name in names_in(place))
        for place in (practice, removed_folder(practice), cases_folder(folder))
    }
    return {place: count for place, count in counts.items() if count}


def _lies_open(path: Path) -> bool:
    is_noted = path.name.startswith(".") or path.name.endswith(_NOTED)
    return path.suffix != SEALED and not is_noted and path.is_file()
