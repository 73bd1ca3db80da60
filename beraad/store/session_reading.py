"""A beraad that may be read and not written: its file or folder is read-only."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from beraad.errors import Solvable
from beraad.records import Session
from beraad.store.driver import in_memory
from beraad.store.engine import wrapped
from beraad.store.glance import glance
from beraad.store.kinds import SESSION_FILE
from beraad.store.migrations import take_steps
from beraad.store.session_rows import read
from beraad.store.trouble import (
    STILL_HERE,
    UNTOUCHED,
    MayNotWrite,
    damaged,
    explained,
    problem_of,
    read_only,
)


class SessionReading:
    """Stands where a `SessionFile` would; keeps nothing, and says so.

    Attributes:
        path: where the beraad lies.
        session: the beraad as it lies there.
        told: that nothing will be kept here.
    """

    def __init__(self, path: Path, session: Session, told: Solvable) -> None:
        self.path = path
        self.session = session
        self.told: Solvable | None = told

    @classmethod
    def open(cls, path: Path) -> SessionReading:
        """Read the beraad in this file, also one of an earlier version; writes nothing at all.

        Raises Solvable when it is damaged, odd, foreign, newer or cannot be read.
        """
        missed: list[bool] = []
        with glance(path, SESSION_FILE, bounded=False, missed=lambda: missed.append(True)) as found:
            memory = in_memory(found)
        with explained(path, SESSION_FILE), closing(memory):
            session = _session(memory, path)
        return cls(path, session, _told(path, lacks_log=bool(missed)))

    def keep(self, session: Session) -> None:
        """Raises Solvable, always."""
        del session
        raise read_only(self.path, kept=STILL_HERE)

    def check(self) -> None:
        """Nothing was kept."""

    def close(self) -> None:
        """Nothing was held."""

    def leave(self) -> None:
        """Nothing was held."""

    def discard(self) -> None:
        """Nothing was made."""


def _session(memory: sqlite3.Connection, path: Path) -> Session:
    """What is in a file of which a copy is in memory: only there a damaged page comes to light.

    Raises Solvable, and sqlite3.Error.
    """
    try:
        take_steps(memory, SESSION_FILE.steps)
        with wrapped(memory) as connection, connection.begin():
            return read(connection)
    except DBAPIError as error:
        raise problem_of(error.orig, path, SESSION_FILE, kept=UNTOUCHED) from None
    except (LookupError, TypeError, ValueError, OverflowError, sqlite3.IntegrityError):
        raise damaged(path) from None


def _told(path: Path, *, lacks_log: bool) -> Solvable:
    newer = (
        " Wat er vlak voor een uitval is getypt, staat er misschien niet bij." if lacks_log else ""
    )
    return MayNotWrite(
        f"{path.name} is alleen te lezen. Wat je hier typt, wordt niet bewaard.{newer}",
        kept="Het bestand blijft zoals het is.",
        way_out="Wil je verder schrijven, bewaar het dan eerst ergens anders.",
    )
