"""Telling which files were made, and in which folder: one way on every screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def made_told(paths: Sequence[Path], *, verb: str = "Geschreven") -> str:
    """ "Geschreven in de map verslagen: a.pdf, b.odt" — without an end, for more may follow."""
    folder = paths[0].parent
    names = ", ".join(path.name for path in paths)
    return f"{verb} in de map {folder.name or folder}: {names}"
