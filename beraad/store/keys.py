"""Where the key of a file comes from: from the ring in its folder, or there is none.

A folder with a ring is a vault. Plain folders know nothing of keys, and load nothing for them.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from beraad.errors import Solvable
from beraad.untrusted import begin_of

RING_NAME = "sleutels.beraad"
RING_COPY = f"{RING_NAME}.kopie"
"""The same ring once more, for when the first is damaged or gone."""

KEPT_RING = "sleutels.kopie"
"""The ring among the backups, under a name that makes no vault."""

RING_HEAD = b"beraad-sleutels "
"""How every ring begins."""

PLAIN = b"SQLite format 3\x00"
"""How a file begins that is under no key; of another this is the name of its key."""

PRACTICE_FOLDER = "oefeningen"
"""Oefeningen stay open to all who have the folder: nothing in them is about anybody."""


@dataclass(frozen=True, slots=True)
class Key:
    """What one file is encrypted with.

    Attributes:
        secret: 32 bytes, which never leave this process unwrapped.
        name: 16 bytes, the first of the file itself, by which its key is found in the ring. A copy
            of a file has the same, whatever it is called.
    """

    secret: bytes = field(repr=False)
    name: bytes


class Keys(Protocol):
    """The keys of a vault that is open."""

    def key_of(self, path: Path, name: bytes) -> Key:
        """The key of a file, by its name. Raises Solvable when it is not known here."""
        ...

    def new_key(self, path: Path) -> Key:
        """A key for a file that is made, safe on disk when this returns. Raises Solvable."""
        ...


class Locked(Solvable):
    """The files of this folder can only be read with its password."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"De map {folder} is vergrendeld: zonder de wachtzin is er niets te lezen.",
            kept="Er is niets veranderd.",
            way_out="Ontgrendel de map eerst.",
        )


class UnknownKey(Solvable):
    """A file is under a key that is not in the ring, or is no file of ours."""


class _LockedKeys:
    """What a vault says as long as it is locked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def key_of(self, path: Path, name: bytes) -> Key:
        del path, name
        raise Locked(self._folder)

    def new_key(self, path: Path) -> Key:
        del path
        raise Locked(self._folder)


_open: dict[Path, Keys] = {}
"""The vaults that are open in this process, by the folder they are of."""

_lent: dict[Path, Keys] = {}
"""The keys of backups that are of another vault, by the folder they lie in."""


_homes: set[Path] = set()
"""The folders in which this process keeps beraden, whether they are a vault or not."""


def work_in(folder: Path) -> None:
    """Keep beraden in this folder: plain as long as it is no vault, whatever other one is open."""
    _homes.add(folder.resolve())


def unlock(folder: Path, keys: Keys) -> None:
    """Let the files of this folder be opened with these keys from now on."""
    _open[folder.resolve()] = keys


def lock(folder: Path) -> None:
    """Forget the keys of this folder, and those that were lent."""
    _open.pop(folder.resolve(), None)
    take_all_back()


def lend(place: Path, keys: Keys) -> None:
    """Let backups in this folder be read with these keys, whatever folder it lies in."""
    _lent[place.resolve()] = keys


def take_back(place: Path) -> None:
    """Let backups in this folder be read with the keys of the folder it lies in."""
    _lent.pop(place.resolve(), None)


def take_all_back() -> None:
    """Forget the keys that were lent: whoever reads those backups again gives their words again."""
    _lent.clear()


def lent_for(place: Path) -> Keys | None:
    """The keys that were lent for a folder with backups."""
    return _lent.get(place.resolve()) if _lent else None


def is_vault(folder: Path) -> bool:
    """Whether the files of this folder are kept under a key.

    One that is open here stays a vault, also when somebody takes its ring away meanwhile.
    """
    return has_ring(folder) or (bool(_open) and folder.resolve() in _open)


def has_ring(folder: Path) -> bool:
    """Whether a ring lies in this folder, or its copy."""
    return os.path.lexists(folder / RING_NAME) or os.path.lexists(folder / RING_COPY)


def is_ring(path: Path) -> bool:
    """Whether this is a ring or the first part of one, whatever a person or a service called it."""
    with suppress(OSError):
        return begin_of(path, len(RING_HEAD)) == RING_HEAD
    return False


def copied_rings(folder: Path) -> tuple[Path, ...]:
    """The copies of a ring that somebody laid in a folder, under whatever name of a beraad."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is needed
    except OSError:
        return ()
    ours = {RING_NAME, RING_COPY}
    return tuple(folder / each for each in names if each not in ours and is_ring(folder / each))


def is_locked(folder: Path) -> bool:
    """Whether the files of this folder can only be read with a password that was not given yet."""
    return is_vault(folder) and folder.resolve() not in _open


def open_keys(folder: Path) -> Keys | None:
    """The keys of this folder, when it is a vault that is open."""
    return _open.get(folder.resolve())


def keys_for(path: Path) -> Keys | None:
    """The keys that files in the place of `path` are under; None where they are plain.

    A folder in a vault, such as that of its backups, belongs to it; not that of the oefeningen.
    What lies outside every vault, such as a rescue copy, goes by the one that is open; not what
    lies in a plain folder in which one works.
    """
    lent = lent_for(path.parent)
    if lent is not None:
        return lent
    around = _around(path)
    for folder in around:
        if is_vault(folder):
            if path.is_relative_to(folder / PRACTICE_FOLDER):
                return None
            return open_keys(folder) or _LockedKeys(folder)
    if not _open or any(place.resolve() in _homes for place in around):
        return None
    return next(iter(_open.values()), None)


def _around(path: Path) -> tuple[Path, ...]:
    """The folders a file may belong to, the nearest first.

    What was thrown away among the oefeningen lies one folder deeper than any other.
    """
    near, above = path.parent, path.parent.parent
    return (near, above, above.parent) if above.name == PRACTICE_FOLDER else (near, above)
