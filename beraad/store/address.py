"""How SQLite is told which file to open."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote


def address(path: Path, *, options: str) -> str:
    """The path as an SQLite URI (https://www.sqlite.org/uri.html)."""
    place = quote(path.absolute().as_posix(), safe="/:")
    slash = "" if place.startswith("/") else "/"
    return f"file://{slash}{place}?{options}"
