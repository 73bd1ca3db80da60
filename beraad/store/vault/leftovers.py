"""Rings that lie about: drafts of a program that was killed, and copies nobody opens any more.

Whatever was destroyed since, such a file would still open it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.keys import KEPT_RING, RING_COPY, RING_NAME, is_ring
from beraad.store.places import names_in
from beraad.store.vault.form import LARGEST
from beraad.store.whole_file import DRAFT
from beraad.untrusted import begin_of

_WORD = "sleutels"
"""In the name of every ring, also as a service or a person calls a copy of one."""

_OURS = frozenset({RING_NAME, RING_COPY, KEPT_RING})


def wipe(path: Path) -> None:
    """Write over a file and take it away, but never over what it is a second name of.

    Who stops just when a draft gets its name leaves it two: the other is the file that counts. On
    an SSD and under a file system that keeps versions the old blocks may outlive this. Raises
    OSError.
    """
    lies = path.lstat()
    if stat.S_ISREG(lies.st_mode) and lies.st_nlink <= 1:
        with path.open("r+b") as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(bytes(min(left, 1 << 20)))
            file.flush()
            os.fsync(file.fileno())
    path.unlink()


def wipe_drafts(folder: Path) -> None:
    """Wipe the drafts of rings in a vault; only for who holds the lock on its ring.

    Whoever writes one holds that lock: what lies here is of a program that is no more.
    """
    for path in _named(folder):
        if _is_draft(path.name):
            with suppress(OSError):
                wipe(path)


def wipe_drafts_of(vault: str, place: Path) -> None:
    """Wipe the drafts of this vault among backups; only for who holds the lock on its ring.

    Another vault may be writing one in the same place.
    """
    for path in _named(place):
        if _is_draft(path.name) and mentions(path, vault):
            with suppress(OSError):
                wipe(path)


def other_rings(vault: str, place: Path) -> Iterator[Path]:
    """Files besides the rings that Beraad keeps, in which a ring of this vault lies, or a part."""
    for path in (place / name for name in names_in(place)):
        may_be = _WORD in path.name.casefold() or is_ring(path)
        if may_be and not _is_ours(path) and mentions(path, vault):
            yield path


def _is_ours(path: Path) -> bool:
    """Whether it is one of the rings that Beraad keeps, also where that lies in other letters.

    Windows opens `Sleutels.beraad` by the name `sleutels.beraad`; elsewhere these are two files.
    """
    ours = path.name.casefold()
    if path.name in _OURS or ours not in _OURS:
        return path.name in _OURS
    return ours not in names_in(path.parent) and (path.parent / ours).exists()


def _named(place: Path) -> Iterator[Path]:
    yield from (place / name for name in names_in(place) if _WORD in name.casefold())


def _is_draft(name: str) -> bool:
    return name.startswith(f".{_WORD}") and name.endswith(DRAFT)


def mentions(path: Path, vault: str) -> bool:
    """Whether this begins as a ring of this vault: of half a ring the rest can be opened too."""
    with suppress(OSError, Solvable):
        if stat.S_ISREG(path.lstat().st_mode) and is_ring(path):
            return vault.encode() in begin_of(path, LARGEST)
    return False
