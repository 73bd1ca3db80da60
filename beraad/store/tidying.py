"""Taking away what only helped for a while: drafts that were broken off, copies made for a lift."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from time import time

from beraad.errors import Solvable
from beraad.store.copies.folder import copies_folder
from beraad.store.glance import glance
from beraad.store.kinds import REGISTER_FILE, SESSION_FILE
from beraad.store.log import log_of
from beraad.store.places import SUFFIX, removed_folder
from beraad.store.shredding import without_beside
from beraad.store.whole_file import DRAFT

HOUR = 3600.0
"""Seconds; whatever is being written takes less than one of them."""

_COPY_KEPT = 30 * 24 * HOUR
"""Seconds in which somebody notices that a lift lost something."""

_COPY = re.compile(r"(.+)\.v\d+\.kopie")


def tidy(folder: Path, *, drafts_kept: float = HOUR) -> None:
    """Take away old drafts and old copies of files that were lifted and can be read.

    Drafts that are older than so many seconds, with what SQLite laid beside them.

    Also among what was thrown away and among the backups. What is young, stands under a clock that
    is ahead, or is no file of ours stays.
    """
    for place in (folder, removed_folder(folder), copies_folder(folder)):
        _tidy(place, drafts_kept)


def is_draft(name: str) -> bool:
    """Whether this is the name of a file of ours that was never finished, or lies beside one."""
    stem = without_beside(name)
    return stem.endswith(DRAFT) and (stem.startswith(".") or f"{SUFFIX}{DRAFT}" in stem)


def _tidy(folder: Path, drafts_kept: float) -> None:
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - ten thousand paths cost more than the rest
            if is_draft(name):
                _drop(folder / name, older_than=drafts_kept)
            elif (copy := _COPY.fullmatch(name)) and _can_be_read(folder / copy[1]):
                _drop(folder / name, older_than=_COPY_KEPT)


def _can_be_read(path: Path) -> bool:
    try:
        with glance(path, SESSION_FILE if path.suffix == SUFFIX else REGISTER_FILE):
            return True
    except Solvable:
        return False


def _drop(path: Path, *, older_than: float) -> None:
    with suppress(OSError):
        if is_old(path, older_than):
            path.unlink()
            log_of(path).unlink(missing_ok=True)


def is_old(path: Path, seconds: float) -> bool:
    """Whether this is a file that was written longer ago."""
    with suppress(OSError):
        found = path.lstat()
        return stat.S_ISREG(found.st_mode) and time() - found.st_mtime > seconds
    return False


def is_young(path: Path, seconds: float) -> bool:
    """Whether this is a file that was not written longer ago, or one that just went."""
    with suppress(OSError):
        found = path.lstat()
        return stat.S_ISREG(found.st_mode) and time() - found.st_mtime <= seconds
    return True
