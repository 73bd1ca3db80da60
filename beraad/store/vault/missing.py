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
    """What to do to have the keys again."""
    copied = copied_rings(folder)
    if os.path.lexists(copies_folder(folder) / KEPT_RING) or copied:
        place = f"hier: {copied[0].name}" if copied else f"in {copies_folder(folder)}"
        return (
            f"Een kopie ligt {place}. Geef je wachtzin of de herstelsleutel: "
            "dan zet Beraad de sleutels terug."
        )
    from beraad.store.copies.places import other_places

    for place in other_places(folder):
        if os.path.lexists(place / KEPT_RING):
            return (
                f"Een kopie ligt in {place}. Kies die map met “Sleutels van elders”, of geef "
                f"beraad herstel {place}."
            )
    return (
        f"Zoek een reservekopie, bijvoorbeeld op een stick; daar ligt {KEPT_RING} bij. Kies die "
        "map met “Sleutels van elders”, of geef beraad herstel MAP."
    )


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
