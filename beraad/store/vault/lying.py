"""What lies where the ring of a folder should, without opening it.

Loads nothing that encrypts: the screen that asks for the password looks here before it is painted.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.keys import RING_COPY, RING_NAME
from beraad.store.vault import form
from beraad.store.vault.form import DamagedRing, NewerRing, ShutRing
from beraad.untrusted import read_bytes

_UNTOUCHED = "Er is niets veranderd."


@dataclass(frozen=True, slots=True)
class Lying:
    """What lies where a ring should.

    Attributes:
        ring: None when nothing lies there, or what lies there cannot be read.
        damaged: something lies there that is no ring, or not any more.
    """

    ring: ShutRing | None = None
    damaged: bool = False


def lying(path: Path) -> Lying:
    """Look at one of the two files. Raises Solvable when it may not be read, or is newer."""
    if not os.path.lexists(path):
        return Lying()
    try:
        content = read_bytes(path, most=form.LARGEST)
    except OSError:
        raise Solvable(
            f"{path.name} is niet te lezen.",
            kept=_UNTOUCHED,
            way_out="Vraag je beheerder om leesrechten voor dit bestand.",
        ) from None
    try:
        return Lying(form.read(content))
    except DamagedRing:
        return Lying(damaged=True)
    except NewerRing:
        raise Solvable(
            f"{path.name} is gemaakt met een nieuwere versie van Beraad.",
            kept=_UNTOUCHED,
            way_out="Werk Beraad bij en probeer het dan opnieuw.",
        ) from None


def both(folder: Path) -> tuple[Lying, Lying]:
    """The ring and its copy, as they lie there. Raises Solvable."""
    return lying(folder / RING_NAME), lying(folder / RING_COPY)


def has_no_ring(folder: Path) -> bool:
    """Whether neither of the two rings of this folder can be read. Raises Solvable."""
    return all(each.ring is None for each in both(folder))
