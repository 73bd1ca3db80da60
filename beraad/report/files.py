"""Writing a finished file: whole or not at all, and never over another one in silence."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from uuid import uuid4

from beraad.errors import Solvable

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_KEPT = "Er staat geen half bestand, en je beraad is niet veranderd."


def write(path: Path, data: bytes, *, replace: bool) -> Path:
    """Write the file and return its path, which has a number when the name was taken.

    With `replace` an existing file of this name makes way in one step.
    Raises Solvable when the disk is full or the folder cannot be written.
    """
    part = path.with_name(f".beraad-{uuid4().hex}.deel")
    try:
        try:
            _fill(part, data)
            target = _replaced(part, path) if replace else _claimed(part, path)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        _settle(path.parent)
    except OSError as error:
        raise _solvable(error) from error
    return target


def _fill(part: Path, data: bytes) -> None:
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replaced(part: Path, path: Path) -> Path:
    part.replace(path)
    return path


def _claimed(part: Path, path: Path) -> Path:
    """Give the part the first free name; a link never takes a name that is in use."""
    for name in _names(path):
        try:
            name.hardlink_to(part)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            if name.exists():
                continue
            part.replace(name)
        return name
    raise AssertionError


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _settle(folder: Path) -> None:
    """Have the folder itself on disk, where the system can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _solvable(error: OSError) -> Solvable:
    if error.errno in _FULL:
        return Solvable(
            "De schijf is vol.", kept=_KEPT, way_out="Maak ruimte vrij of kies een andere schijf."
        )
    if error.errno in _CLOSED:
        return Solvable(
            "In deze map mag niet worden geschreven.", kept=_KEPT, way_out="Kies een andere map."
        )
    if error.errno in _GONE:
        return Solvable(
            "Deze map bestaat niet of niet meer.", kept=_KEPT, way_out="Kies een andere map."
        )
    return Solvable(
        "Het bestand kon niet worden geschreven.", kept=_KEPT, way_out="Kies een andere map."
    )
