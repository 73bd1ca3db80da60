"""Backups that lie where this laptop has its own, and are not its own: of another laptop, of before
each had a folder, or a copy that a service made of a folder.

Nothing here is taken away, for another laptop may need it; it is named.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from beraad.store.copies.folder import FOLDER
from beraad.store.copies.laptops import is_of_laptop
from beraad.store.copies.places import other_places, places_of_copies
from beraad.store.keys import KEPT_RING, PLAIN, open_keys
from beraad.untrusted import begin_of

WAY_WITH_OTHERS = (
    "Wis dit beraad ook op die laptop, en maak daar een reservekopie. Is die laptop er niet meer, "
    "haal dan die hele map weg. Met de wachtzin van toen gaat een kopie daar open."
)
"""What a user can do about such a copy of a beraad that is erased."""

WAY_WITH_OTHER_KEYS = (
    "Kies de nieuwe wachtzin ook op die laptop. Is die laptop er niet meer, haal dan die map weg."
)
"""What a user can do about such keys when a new password was chosen."""


class BesideOwn:
    """Tells of a file whether it lies among such backups. Looks at the lists only once."""

    def __init__(self, folder: Path) -> None:
        self._own = frozenset(places_of_copies(folder))
        self.homes = tuple(dict.fromkeys(filter(None, map(_home_of, other_places(folder)))))

    def place_of(self, path: Path) -> Path | None:
        """The folder with such backups in which a file lies; None when it is not among them."""
        for home in self.homes:
            if path.is_relative_to(home):
                first, *deeper = path.relative_to(home).parts
                place = home / first if deeper and is_of_laptop(Path(first)) else home
                return None if place in self._own else place
        return None


def rings_beside(folder: Path) -> tuple[Path, ...]:
    """The folders with such backups whose keys are of the vault of this folder, while it is open.

    They open with the words that held when they were written.
    """
    vault = getattr(getattr(open_keys(folder), "state", None), "vault", "")
    beside = BesideOwn(folder)
    found = (ring for home in beside.homes for ring in home.glob(f"*/{KEPT_RING}"))
    kept = (*found, *(home / KEPT_RING for home in beside.homes))
    mine = (each for each in kept if vault and each.is_file() and _mentions(each, vault))
    return tuple(sorted({place for each in mine if (place := beside.place_of(each))}))


def may_be_ours(path: Path, keys: Collection[bytes]) -> bool:
    """Whether a file among them can be read by all, or lies under a key of this vault.

    `keys` are the names of those that it has or had. One that cannot be looked at may be.
    """
    try:
        head = begin_of(path, len(PLAIN))
    except OSError:
        return True
    return head == PLAIN or head in keys


def told_of_other_keys(place: Path) -> str:
    """What is known of such a folder after a new password was chosen."""
    return f"{place} is van een andere laptop of van eerder. De wachtzin van toen past daar nog."


def _home_of(place: Path) -> Path | None:
    if place.name == FOLDER:
        return place
    return place.parent if is_of_laptop(place) and place.parent.name == FOLDER else None


def _mentions(path: Path, vault: str) -> bool:
    """What encrypts is loaded only where a ring lies about."""
    from beraad.store.vault.leftovers import mentions

    return mentions(path, vault)
