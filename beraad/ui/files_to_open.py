"""Which files can be opened by a click on them, and what they are by their name."""

from __future__ import annotations

from pathlib import Path

_HANDED = ".age"
_PRACTICE = frozenset({".cursus", ".casus"})
_BERAAD = ".beraad"
_ALL = frozenset({_HANDED, _BERAAD, *_PRACTICE})


def can_open(path: Path | None) -> bool:
    """Whether the window opens a file of this name."""
    return path is not None and path.suffix.lower() in _ALL


def is_handed(path: Path) -> bool:
    """Whether this is what a colleague handed over."""
    return path.suffix.lower() == _HANDED


def is_of_practice(path: Path) -> bool:
    """Whether this is a course or a case."""
    return path.suffix.lower() in _PRACTICE
