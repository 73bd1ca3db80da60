"""Making files and folders that only this user can read, whatever the system's habit is.

What is put in a folder that others share is readable for them; where they cannot write, it is not.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
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


def share_as(folder: Path, number: int) -> None:
    """Give an open file the rights of what lies in this folder, whatever the system's habit is.

    Where rights are of no meaning, such as on Windows, nothing changes.
    """
    if not hasattr(os, "fchmod"):
        return
    with suppress(OSError):  # A disk without rights, or one that gives them itself.
        rights = rights_in(folder)
        if rights != _FILE:
            os.fchmod(number, rights)


def rights_in(folder: Path) -> int:
    """The rights of a file that somebody puts in a folder: who may write there may read it.

    A folder made for a group (setgid) is theirs also when only its owner writes in it. Where
    everybody may write and nobody may take away what another wrote, such as /tmp, nothing is
    shared. Raises OSError.
    """
    mode = folder.stat().st_mode
    if mode & stat.S_IWOTH:
        return _FILE if mode & stat.S_ISVTX else _FILE | stat.S_IRGRP | stat.S_IROTH
    return _FILE | (stat.S_IRGRP if mode & (stat.S_IWGRP | stat.S_ISGID) else 0)
