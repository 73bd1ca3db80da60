"""Where the backups of a folder lie, and which files in it are backed up.

Loads nothing of what a beraad is: the window asks this before its first picture.
"""

from __future__ import annotations

import os
from pathlib import Path

from beraad.store.keys import RING_NAME, is_ring
from beraad.store.places import REGISTER_NAME, STEM, SUFFIX

FOLDER = "reservekopieen"
"""Where backups lie inside the sessions folder."""


def copies_folder(folder: Path) -> Path:
    """Where the backups of a sessions folder lie."""
    return folder / FOLDER


def kept_files(folder: Path) -> tuple[str, ...]:
    """The names of the files that are backed up: beraden and the register; never oefeningen.

    Of what has a name that Beraad gives no file it is seen whether it is a copy of the ring.
    """
    try:
        names = os.listdir(folder)  # noqa: PTH208 - ten thousand paths cost more than their names
    except OSError:
        return ()
    mine = {name for name in names if name.endswith(SUFFIX) or name == REGISTER_NAME}
    seen = sorted(name for name in mine - {RING_NAME} if not name.startswith("."))
    return tuple(name for name in seen if _is_named_by_us(name) or not is_ring(folder / name))


def _is_named_by_us(name: str) -> bool:
    return name.startswith(STEM) or name == REGISTER_NAME
