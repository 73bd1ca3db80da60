"""What may be erased as a beraad: what shows itself to be one, or can only be a damaged one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.catalog import is_listed
from beraad.store.copies.places import places_of_copies
from beraad.store.glance import glance
from beraad.store.keys import PLAIN, RING_NAME
from beraad.store.kinds import REGISTER_FILE
from beraad.store.places import SUFFIX, homes
from beraad.store.vault.missing import is_under_key
from beraad.store.whose import identity_of
from beraad.untrusted import begin_of

_RING = RING_NAME.removesuffix(SUFFIX)
"""How the name of every ring begins, a copy by a service included."""


def require_erasable(path: Path, folder: Path) -> None:
    """Raise Solvable unless a file is a beraad.

    One that cannot be read is known by its name and by where it lies: the folder has files of its
    own, such as keys and the register, and what lies elsewhere can be anything.
    """
    _require_no_link(path)
    if identity_of(path) is None and not _can_be_damaged(path, folder):
        raise _no_beraad(path)


def require_no_other(path: Path) -> None:
    """Raise Solvable when a file that is listed as a beraad is something else that Beraad makes."""
    _require_no_link(path)
    if identity_of(path) is None and (not is_listed(path.name) or _is_other(path)):
        raise _no_beraad(path)


def _require_no_link(path: Path) -> None:
    """Only the link would go, and the words stay where they are."""
    if path.is_symlink():
        raise Solvable(
            f"{path.name} wijst naar {os.path.realpath(path)}: het beraad zelf ligt daar.",
            kept="Er is niets gewist.",
            way_out="Wis het beraad waar het ligt, met zijn eigen map. Haal deze verwijzing zelf "
            "weg.",
        )


def _can_be_damaged(path: Path, folder: Path) -> bool:
    places = (*homes(folder), *places_of_copies(folder))
    is_here = path.parent.resolve() in {place.resolve() for place in places}
    return is_here and is_listed(path.name) and not _is_other(path)


def _is_other(path: Path) -> bool:
    called_ring = path.name.casefold().startswith(_RING) and not _is_of_sqlite(path)
    return called_ring or _is_ring(path) or _is_register(path)


def _is_of_sqlite(path: Path) -> bool:
    """Whether a file looks like what SQLite writes, in the open or under a key; no ring does."""
    with suppress(OSError):
        return begin_of(path, len(PLAIN)) == PLAIN or is_under_key(path)
    return False


def _is_ring(path: Path) -> bool:
    from beraad.store.vault.lying import lying

    with suppress(Solvable):
        return lying(path).ring is not None
    return False


def _is_register(path: Path) -> bool:
    with suppress(Solvable), glance(path, REGISTER_FILE):
        return True
    return False


def _no_beraad(path: Path) -> Solvable:
    return Solvable(
        f"{path.name} is geen beraad of oefening, of is zo niet te herkennen.",
        kept="Er is niets gewist.",
        way_out="Geef het bestand van een beraad of een oefening. Is dat beschadigd, dan wist "
        "Beraad het alleen als het in de map met beraden ligt en zijn naam op .beraad eindigt.",
    )
