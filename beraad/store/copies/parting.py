"""Backups that are a second name of a file in use: each gets a file of its own.

Earlier versions gave what made way a second name, and who stopped them before the file was replaced
left both. What is written or emptied under the one is so under the other.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.free import require_free
from beraad.store.copies.moments import copies_in, kind_of, name_of_copy
from beraad.store.whole_file import whole_file


def part_from_living(folder: Path) -> None:
    """Part every backup in a folder from the file it is a second name of.

    One that somebody has open waits: reading it here would let go of the lock on it. What there is
    no room for waits too.
    """
    place = copies_folder(folder)
    for path in (place / name for name in sorted(copies_in(place))):
        with suppress(OSError, Solvable):
            if path.lstat().st_nlink > 1 and not path.is_symlink():
                for living in _others(path, folder):
                    require_free(living, kind_of(living))
                with whole_file(path, instead=True) as draft:
                    copy_bytes(path, draft)


def copy_bytes(source: Path, target: Path) -> None:
    """Write what is in one file to another; on disk when this returns. Raises OSError."""
    with source.open("rb") as found, target.open("wb") as file:
        shutil.copyfileobj(found, file)
        file.flush()
        os.fsync(file.fileno())


def _others(copy: Path, folder: Path) -> Iterator[Path]:
    """The beraad or register that is the same file as a copy, or of which the log is."""
    log = "-wal" if copy.name.endswith("-wal") else ""
    name = name_of_copy(copy.name.removesuffix(log))
    with suppress(OSError):
        if name and (folder / f"{name}{log}").samefile(copy):
            yield folder / name
