"""Whether the keys of a folder are gone: what lies there is under keys, and no ring is there.

Nobody may make a new ring in such a folder: the next backup would take it for the one that counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.copies.folder import copies_folder, kept_files
from beraad.store.keys import KEPT_RING, PLAIN, RING_NAME, copied_rings, is_vault
from beraad.untrusted import begin_of

_PAGE = 4096
_SIGNS = 240
"""Different bytes in a page: one by chance has 256 of them, whatever else lies there far fewer."""

SAMPLE = 20
"""Files of which the beginning is looked at where looking at all of them would take long."""


class KeysMissing(Solvable):
    """Files lie here under keys that are nowhere in this folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"De sleutels van deze map ({RING_NAME}) zijn beschadigd of weg.",
            kept="De beraden zijn niet veranderd.",
            way_out=way_back(folder),
        )


def are_missing(folder: Path) -> bool:
    """Whether this is a vault without its ring; a plain folder with a stray file is none."""
    if is_vault(folder):
        return False
    names = kept_files(folder)
    if os.path.lexists(copies_folder(folder) / KEPT_RING):
        return not names or any(_under_key(folder, names))
    return bool(names) and all(_under_key(folder, islice(names, SAMPLE)))


def has_lost_keys(folder: Path) -> bool:
    """Whether the keys of this folder are gone, or both of its rings are damaged."""
    if not is_vault(folder):
        return are_missing(folder)
    from beraad.store.vault.lying import has_no_ring

    return has_no_ring(folder)


def strays(folder: Path) -> tuple[str, ...]:
    """The names of the files that are under a key here, for a folder without a ring."""
    names = kept_files(folder)
    return tuple(
        name for name, is_so in zip(names, _under_key(folder, names), strict=True) if is_so
    )


def way_back(folder: Path) -> str:
    """What to do to have the keys again; a copy that is damaged itself is no way back."""
    kept = copies_folder(folder) / KEPT_RING
    for copy in (*copied_rings(folder), kept):
        if _is_whole(copy):
            place = f"in {kept.parent}" if copy == kept else f"hier: {copy.name}"
            return (
                f"Een kopie ligt {place}. Geef je wachtzin of de herstelsleutel: "
                "dan zet Beraad de sleutels terug."
            )
    from beraad.store.copies.places import other_places

    places = other_places(folder)
    for place in places:
        if _is_whole(place / KEPT_RING):
            return (
                f"Een kopie ligt in {place}. Kies die map met “Sleutels van elders”, of geef "
                f"beraad herstel {place}."
            )
    found = (*copied_rings(folder), kept, *(place / KEPT_RING for place in places))
    return _without_a_copy([each for each in found if os.path.lexists(each)])


def _without_a_copy(damaged: list[Path]) -> str:
    """What to do when no copy that is known can be read; these are damaged."""
    search = "Kies die map met “Sleutels van elders”, of geef beraad herstel MAP."
    if not damaged:
        return (
            f"Zoek een reservekopie, bijvoorbeeld op een stick; daar ligt {KEPT_RING} bij. {search}"
        )
    lying = ", ".join(map(str, damaged))
    return (
        f"Ook beschadigd: {lying}. Je wachtzin en de herstelsleutel op papier openen alleen een "
        "hele kopie. Zoek dus een andere reservekopie, bijvoorbeeld op een stick of een andere "
        f"laptop; daar ligt {KEPT_RING} bij. {search}"
    )


def _is_whole(path: Path) -> bool:
    """Whether keys can be read there; of what may not be read now, whoever tries it is told why."""
    from beraad.store.vault.lying import lying

    try:
        return lying(path).ring is not None
    except Solvable:
        return True


def _under_key(folder: Path, names: Iterable[str]) -> Iterable[bool]:
    return (is_under_key(folder / name) for name in names)


def is_under_key(path: Path) -> bool:
    """Whether a file looks like one that SQLCipher wrote: a page in which no byte says anything."""
    with suppress(OSError):
        page = begin_of(path, _PAGE)
        return page[:16] != PLAIN and is_sealed(page)
    return False


def is_sealed(page: bytes) -> bool:
    """Whether a page looks like one that was encrypted."""
    return len(page) == _PAGE and len(set(page)) > _SIGNS
