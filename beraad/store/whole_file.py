"""A new file that appears under its own name only when it is whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from beraad.errors import Solvable
from beraad.moving import patiently
from beraad.store.log import log_of

DRAFT = ".nieuw"
"""How the name of a draft ends; it begins with a full stop and the name it is to have."""


class AlreadyThere(Solvable):
    """There is a file with this name already."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Er is al een bestand met de naam {path.name}.",
            kept="Het bestand is niet veranderd.",
            way_out="Kies een andere naam.",
        )


@contextmanager
def whole_file(path: Path, *, instead: bool = False) -> Generator[Path]:
    """An empty file beside `path`, for the user alone, that takes its name at the end.

    Nothing is left when something goes wrong. Where nothing can be taken away any more, what is
    left is empty, and so old that it is tidied away at the first chance. Raises OSError, and
    AlreadyThere when there is a file with this name, also when it came in the meantime; unless it
    comes `instead` of that file, which then has this name until the very moment that the new one
    has it.
    """
    if os.path.lexists(path) and not instead:
        raise AlreadyThere(path)
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=DRAFT, dir=path.parent)
    os.close(number)
    draft = Path(name)
    published = False
    try:
        yield draft
        if instead:
            patiently(lambda: draft.replace(path))
        else:
            _publish(draft, path)
        published = True
        make_last(path.parent)
    finally:
        _discard(draft, published=published)


def write_whole(path: Path, content: str) -> None:
    """Write a text to a file, in the place of an earlier one; safe on disk when this returns.

    Raises OSError.
    """
    write_bytes(path, content.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """The same of bytes. Raises OSError."""
    with whole_file(path, instead=True) as draft, draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _publish(draft: Path, path: Path) -> None:
    """Give the draft its name, without taking it from another file."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError:
        # A file system without a second name for one file.
        if os.path.lexists(path):
            raise AlreadyThere(path) from None
        patiently(lambda: draft.rename(path))


def make_last(folder: Path) -> None:
    """Let a new name outlive a power cut; only POSIX has a way to ask for it."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _discard(draft: Path, *, published: bool) -> None:
    for left in (draft, log_of(draft)):
        try:
            left.unlink(missing_ok=True)
        except OSError:
            if not published:  # Else both names may be of one file.
                _make_nothing_of(left)


def _make_nothing_of(left: Path) -> None:
    with suppress(OSError):
        os.truncate(left, 0)
        os.utime(left, (0, 0))
