"""Taking a file away so that its words are gone: overwritten, and its key forgotten."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.keys import PLAIN, keys_for, open_keys
from beraad.store.places import SUFFIX
from beraad.untrusted import begin_of

BESIDE = ("-wal", "-shm", "-journal", ".open")
"""What SQLite and we lay beside a file."""

_PART = 1 << 20
_NAME, _PAGE = 16, 4096
_EMPTIED = b"Beraad: gewist \n"
"""How what is being shredded begins; behind it stands of which beraad it was."""


def without_beside(name: str) -> str:
    """The name of a file, by that of what may lie beside it."""
    return next((name.removesuffix(end) for end in BESIDE if name.endswith(end)), name)


def forget_key_of(path: Path) -> None:
    """Take the key of a file out of the ring, where it is under one. Raises OSError and Solvable.

    Every copy of a beraad is under the same key: what is out of reach cannot be read either.
    """
    destroy = getattr(keys_for(path), "destroy", None)
    if destroy is not None and (name := key_name_of(path)):
        destroy([name])


def forget_other_rings(folder: Path, place: Path) -> None:
    """Wipe the copies of the ring of a folder that lie in a place under another name.

    What cannot be wiped now is when something is erased there next.
    """
    forget = getattr(open_keys(folder), "forget_others", None)
    if forget is not None:
        with suppress(OSError, Solvable):
            forget(place)


def other_rings_in(folder: Path, place: Path) -> tuple[Path, ...]:
    """The copies of the ring of a folder that erasing wipes in a place."""
    others = getattr(open_keys(folder), "others", None)
    return () if others is None else tuple(others(place))


def forget_keys_of(folder: Path, identity: str) -> None:
    """Take every key that is known to be of one beraad out of the ring. Raises Solvable.

    Its file may be nowhere any more: a backup that was thrown away, of which a copy may be kept.
    """
    destroy = getattr(open_keys(folder), "destroy", None)
    if destroy is not None and (names := keys_of(folder, identity)):
        destroy(names)


def keys_of(folder: Path, identity: str) -> frozenset[bytes]:
    """The names of the keys that are known to be of one beraad; none while its vault is shut."""
    names_of = getattr(open_keys(folder), "names_of", None)
    return frozenset(names_of(identity)) if identity and names_of is not None else frozenset()


def key_name_of(path: Path) -> bytes:
    """The name of the key that a file is under, as it begins with; empty for what is under none.

    Of one of which the beginning is damaged it is what stood there, when its vault is open.
    """
    with suppress(OSError):
        name = begin_of(path, _NAME)
        if name == PLAIN:
            return b""
        if len(name) == _NAME and (true_name := getattr(keys_for(path), "true_name", None)):
            name = true_name(path, name)
        return name if name.strip(b"\0") else b""
    return b""


def is_emptied(path: Path, whose: str) -> bool:
    """Whether this is what shredding leaves, when it is broken off, of a file of this very beraad.

    `whose` is what was given to `shred`. A file that only begins with nothing can be anybody's:
    disks and services leave those too.
    """
    if not whose:
        return False
    with suppress(OSError):
        mark = _mark_of(whose)
        return begin_of(path, len(mark)) == mark
    return False


def shred(
    path: Path,
    forget_key: Callable[[Path], None] = forget_key_of,
    *,
    whose: str = "",
    by_every_name: bool = False,
) -> int:
    """Overwrite what is in a file and take it away; 1 when there was one. Raises OSError.

    `whose` tells of which beraad it is, so that `is_emptied` knows it again when this is broken
    off. What another name reads as well stays as it is there, and only this name goes; unless it is
    to be gone `by_every_name`.
    """
    if not os.path.lexists(path):
        return 0
    if path.is_symlink():
        path.unlink()
        return 1
    if path.suffix == SUFFIX:
        forget_key(path)
    # Whoever stops here finds a file that begins by saying whose it was: that is gone on with.
    # Through SQLite there are moments in between at which nobody can read whose it is.
    spares = not by_every_name
    _overwrite(path, _mark_of(whose) if whose else b"", spares=spares)
    for each in (path.with_name(f"{path.name}{end}") for end in BESIDE):
        if os.path.lexists(each):
            _overwrite(each, spares=spares)
            each.unlink()
    path.unlink()
    return 1


def _mark_of(whose: str) -> bytes:
    return _EMPTIED + sha256(b"gewist\0" + whose.encode()).hexdigest()[:32].encode()


def _overwrite(path: Path, mark: bytes = b"", *, spares: bool) -> None:
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        return  # A pipe holds no words, and opening it would wait for somebody who reads.
    if spares and found.st_nlink > 1:
        return
    number = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        left = os.fstat(number).st_size
        first = mark.ljust(_PAGE, b"\0")[:left]
        # The first page is on disk before the others: by that it is known again.
        left -= os.write(number, first)
        os.fsync(number)
        while left > 0:
            left -= os.write(number, bytes(min(left, _PART)))
        os.fsync(number)
        os.ftruncate(number, len(first) if mark and found.st_nlink == 1 else 0)
    finally:
        os.close(number)
