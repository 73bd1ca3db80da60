"""Opening a beraad for one command, and telling what was found beside its file."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from beraad.cli.streams import complain
from beraad.records import Session
from beraad.store.session_file import SessionFile


def session_in(path: Path) -> Session:
    """The beraad in a file; what was set aside is told beside the answer. Raises Solvable."""
    with opened(path) as file:
        return file.session


@contextmanager
def opened(path: Path) -> Generator[SessionFile]:
    """A beraad, open as long as a command keeps something in it.

    What was set aside is told beside the answer. Raises Solvable.
    """
    with SessionFile.open(path) as file:
        try:
            yield file
        finally:
            if file.told is not None:
                complain(file.told)
