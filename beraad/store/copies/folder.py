"""Where the backups of a folder lie, and which files in it are backed up.

Loads nothing of what a beraad is: the window asks this before its first picture.
"""

from __future__ import annotations

import os
from pathlib import Path

from beraad.store.keys import RING_NAME
from beraad.store.places import REGISTER_NAME, SUFFIX

FOLDER = "reservekopieen"
"""Where backups lie inside the sessions folder."""


def copies_folder(folder: Path) -> Path:
    """Where the backups of a sessions folder lie."""
    return folder / FOLDER


def kept_files(folder: Path) -> tuple[str, ...]:
    """The names of the files that are backed up: beraden and the register; never oefeningen."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - ten thousand paths cost more than their names
    except OSError:
        return ()
    mine = {name for name in names if name.endswith(SUFFIX) or name == REGISTER_NAME}
    return tuple(sorted(name for name in mine - {RING_NAME} if not name.startswith(".")))
