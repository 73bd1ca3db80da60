"""Invented beraden under a key."""

from __future__ import annotations

import shutil
from pathlib import Path

WORDS = "molen fiets kaart appel"
PLAIN, SEALED = "open", "dicht"


def lay_beside(folder: Path, target: Path) -> None:
    """Copy a folder twice into `target`: as it is, and as a vault that is locked."""
    # What is measured until the field for the password is not what lays a vault.
    from beraad.errors import Defect
    from beraad.store.vault.lifting import lift
    from beraad.store.vault.opening import lock, set_up

    for name in (PLAIN, SEALED):
        shutil.copytree(folder, target / name)
    set_up(target / SEALED, WORDS)
    if any(each.problem is not None for each in lift(target / SEALED)):
        raise Defect("A file that was just made could not be lifted")
    lock(target / SEALED)
