"""Another title for a beraad that nobody has open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from beraad.store.session_file import SessionFile


def rename(path: Path, title: str) -> str:
    """Give a beraad another title; returns the one it had. Raises Solvable."""
    with SessionFile.open(path) as file:
        session = file.session
        before = session.opening.title
        file.keep(replace(session, opening=replace(session.opening, title=title)))
    return before
