"""Opening a beraad for one command, and telling what was found beside its file."""

from __future__ import annotations

from pathlib import Path

from beraad.cli.streams import complain
from beraad.records import Session
from beraad.store.session_file import SessionFile


def session_in(path: Path) -> Session:
    """The beraad in a file; what was set aside is told beside the answer. Raises Solvable."""
    with SessionFile.open(path) as file:
        session = file.session
    if file.told is not None:
        complain(file.told)
    return session
