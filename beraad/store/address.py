"""How SQLite is told which file to open."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

LONGEST_PATH = 500
"""Bytes of a path with which SQLite still opens a file and its log: 512 in all."""


def address(path: Path, *, options: str) -> str:
    """The path as an SQLite URI (https://www.sqlite.org/uri.html)."""
    place = quote(os.fsencode(path.absolute().as_posix()), safe="/:")
    slash = "" if place.startswith("/") else "/"
    return f"file://{slash}{place}?{options}"


def length_of(path: Path) -> int:
    """How many bytes the whole path takes."""
    return len(os.fsencode(path.absolute()))


def is_written_down(name: str) -> bool:
    """Whether the name of a file can stand in a text; one with half a sign, from elsewhere, cannot.

    Python keeps such bytes as surrogates (PEP 383).
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
