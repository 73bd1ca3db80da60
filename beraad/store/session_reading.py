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
from beraad.store.session_file import SessionFile
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
    """Stands where a `SessionFile` would; keeps nothing for as long as nothing may be written.

    At every keep it looks whether that may be done now, and then goes on as that file.

    Attributes:
        path: where the beraad lies.
        lacks_newest: whether what was kept last could not be read along.
    """

    def __init__(self, path: Path, session: Session, *, lacks_newest: bool = False) -> None:
        self.path = path
        self.lacks_newest = lacks_newest
        self._read = session
        self._told = _told(path, lacks_log=lacks_newest)
        self._file: SessionFile | None = None

    @property
    def session(self) -> Session:
        """The beraad as it was read, or as it was last kept since."""
        return self._read if self._file is None else self._file.session

    @property
    def told(self) -> Solvable | None:
        """That nothing can be kept here yet; or what was set aside, once something could."""
        return self._told if self._file is None else self._file.told

    @property
    def is_writable(self) -> bool:
        """Whether what is written is kept in the file after all."""
        return self._file is not None

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
        return cls(path, session, lacks_newest=bool(missed))

    def keep(self, session: Session) -> None:
        """Keep it, if the file may be written by now; else raises Solvable and nothing changed."""
        if self._file is None:
            self._file = self._opened()
        self._file.keep(session)

    def check(self) -> None:
        """Raise Solvable when what was kept does not lie on disk any more."""
        if self._file is not None:
            self._file.check()

    def close(self) -> None:
        """Let go of what was opened since. Raises Solvable as a `SessionFile` does."""
        if self._file is not None:
            self._file.close()

    def leave(self) -> None:
        """Let go of what was opened since."""
        if self._file is not None:
            self._file.leave()

    def discard(self) -> None:
        """Let go of it, and throw away what it went on in."""
        if self._file is not None:
            self._file.discard()

    def _opened(self) -> SessionFile:
        try:
            file = SessionFile.open(self.path)
        except MayNotWrite:
            raise _still_read_only(self.path) from None
        except Solvable as problem:
            raise Solvable(problem.happened, kept=STILL_HERE, way_out=problem.way_out) from None
        if file.session != self._read:
            file.leave()
            raise _another_meanwhile(self.path)
        return file


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
        way_out="Wil je verder schrijven, bewaar het dan ergens anders. Mag Beraad er later wel "
        "in schrijven, dan bewaart het vanaf je volgende woord gewoon hier.",
    )


def _still_read_only(path: Path) -> MayNotWrite:
    refused = read_only(path, kept=STILL_HERE)
    return MayNotWrite(
        refused.happened,
        kept=refused.kept,
        way_out=f"{refused.way_out} Beraad probeert het steeds opnieuw, je kunt doorschrijven.",
    )


def _another_meanwhile(path: Path) -> Solvable:
    return Solvable(
        f"In {path.name} staat nu iets anders dan toen je het opende. Beraad schrijft er niets "
        "overheen.",
        kept=STILL_HERE,
        way_out="Bewaar dit ergens anders. Daarna kun je de twee naast elkaar leggen.",
    )
