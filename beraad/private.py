"""Making files and folders that only this user can read, whatever the system's habit is."""

from __future__ import annotations

import os
from pathlib import Path

_FILE, _FOLDER = 0o600, 0o700


def make_folder(folder: Path) -> None:
    """Make the folder and what lies above it, each for this user alone. Raises OSError.

    A folder that is there already keeps its rights.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    folder.mkdir(mode=_FOLDER, exist_ok=True)


def make_private(path: Path) -> None:
    """See to it that there is a file, for this user alone. Raises OSError."""
    make_folder(path.parent)
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, _FILE))
    if path.stat().st_mode & 0o077:
        path.chmod(_FILE)
