"""Another title for a beraad that nobody has open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from beraad.store.half_typed import keep_typed, typed_in, with_half_typed
from beraad.store.session_file import SessionFile

_TITLE = "draft.title"
"""Where a beraad keeps the title that is being typed in the list, until that is used."""


def rename(path: Path, title: str) -> str:
    """Give a beraad another title; returns the one it had. Raises Solvable."""
    with SessionFile.open(path) as file:
        session = file.session
        before = session.opening.title
        renamed = replace(session, opening=replace(session.opening, title=title))
        file.keep(with_half_typed(renamed, _TITLE, ""))
    return before


def keep_typed_title(path: Path, typed: str) -> None:
    """Keep in the beraad itself the title that is half typed. Raises Solvable."""
    keep_typed(path, _TITLE, typed)


def typed_title(path: Path) -> str:
    """The title that was half typed and was not used yet. Raises Solvable."""
    return typed_in(path, _TITLE)
