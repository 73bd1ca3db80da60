"""A new file that appears under its own name only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.footprint import log_of
from beraad.store.trouble import UNTOUCHED


@contextmanager
def draft_of(path: Path) -> Generator[Path]:
    """An empty file beside `path`, for the user alone, that takes its name at the end.

    Nothing is left when something goes wrong. Raises OSError, and Solvable when there is a file
    with this name already.
    """
    if path.exists():
        raise Solvable(
            f"Er is al een bestand met de naam {path.name}.",
            kept=UNTOUCHED,
            way_out="Kies een andere naam.",
        )
    draft = path.with_name(f"{path.name}.nieuw")
    _discard(draft)
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield draft
        draft.replace(path)
        _make_last(path.parent)
    finally:
        _discard(draft)


def _make_last(folder: Path) -> None:
    """Let a new name outlive a power cut; only POSIX has a way to ask for it."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _discard(draft: Path) -> None:
    for left in (draft, log_of(draft)):
        with suppress(OSError):
            left.unlink(missing_ok=True)
