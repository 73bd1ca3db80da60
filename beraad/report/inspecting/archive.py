"""Opening the zipped parts of an office document, after looking how large they will be."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from beraad.report.inspecting.limits import (
    LARGEST_CONTENT,
    MOST_PARTS,
    STEEPEST,
    Locked,
    TooMuch,
    within,
)

_SMALL: Final = 2_000_000
"""Bytes up to which it does not matter how well they were packed."""


_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file begins that Office locked, or wrote before it zipped ([MS-CFB], 2.2)."""

_LIST: Final = "META-INF/manifest.xml"
_ENCRYPTED: Final = b"encryption-data"
"""What the list of parts says of a locked one (OpenDocument 1.3, part 2, 4.4)."""


def opened(data: bytes) -> ZipFile:
    """The archive in `data`, of which every part can be read whole; nothing is unpacked yet.

    A part cannot hide its size: reading one stops where its size says. Raises BadZipFile, and
    TooMuch for more parts or bytes than is allowed, a part with a name that leads elsewhere, or a
    password.
    """
    if data.startswith(_OLD_OR_LOCKED):
        raise TooMuch("het heeft een wachtwoord, of het is van een oud tekstprogramma")
    archive = ZipFile(BytesIO(data))
    parts = archive.infolist()
    within(len(parts), MOST_PARTS, "onderdelen")
    size = sum(part.file_size for part in parts)
    if size > LARGEST_CONTENT or (size > _SMALL and size > STEEPEST * len(data)):
        raise TooMuch("uitgepakt wordt het veel te groot")
    for part in parts:
        path = PurePosixPath(part.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts:
            raise TooMuch("de naam van een onderdeel wijst naar een andere map")
    if _LIST in archive.namelist() and _ENCRYPTED in archive.read(_LIST):
        raise Locked
    return archive
