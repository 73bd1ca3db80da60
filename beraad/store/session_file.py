"""One beraad in its own file, kept while the group talks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import delete
from sqlalchemy.exc import DBAPIError

from beraad.errors import Defect, Solvable
from beraad.records import Session
from beraad.store import holder
from beraad.store.catalog import SUMMARY_QUERY, summary_of
from beraad.store.changes import SectionChanges, changes
from beraad.store.database import Database
from beraad.store.kinds import SESSION_FILE
from beraad.store.session_rows import read, write, write_head
from beraad.store.shredding import shred
from beraad.store.summary_row import summary_row
from beraad.store.tables import SESSION_SCHEMA, table_of
from beraad.store.trouble import STILL_HERE, damaged, damaged_while_open, replaced

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OF_LOOKING = frozenset({"progress", "time_spent"})
"""Sections that change when somebody only looks: which ronde, and how long."""


class SessionFile:
    """An open beraad. Nobody else can open it until it is closed or this program ends."""

    def __init__(
        self, database: Database, session: Session, *, changed_at: datetime | None = None
    ) -> None:
        self._database = database
        self._listed = changed_at is not None
        self._changed_at = changed_at
        self._kept = session
        self._wrote = False
        self._in_doubt = False
        self._open = True
        holder.sign(database.path)

    @classmethod
    def create(cls, path: Path, session: Session) -> SessionFile:
        """Make a file for this beraad and open it.

        Raises Solvable when there is a file with this name already, or none can be made.
        """

        def fill(connection: Connection) -> None:
            write_head(connection, session)
            write(connection, (*changes(None, session), _summary(session, is_new=True)))

        Database.create(path, SESSION_FILE, SESSION_SCHEMA, fill)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> SessionFile:
        """Open the beraad in this file.

        What the list shows of it is made anew when that is damaged. Raises Solvable when it is
        held, damaged, odd, foreign, newer or cannot be written.
        """
        database = Database.open(path, SESSION_FILE)
        try:
            with database.reading() as connection:
                session = read(connection)
                changed_at = _listed_as_of(path, connection)
        except (LookupError, TypeError, ValueError, OverflowError):
            database.close()
            raise damaged(path) from None
        except BaseException:
            database.close()
            raise
        file = cls(database, session, changed_at=changed_at)
        if changed_at is None:
            with suppress(Solvable):  # It can be read all the same; the next keep tries again.
                file.make_listed()
        return file

    @property
    def path(self) -> Path:
        """Where the beraad is kept."""
        return self._database.path

    @property
    def told(self) -> Solvable | None:
        """What was found beside the file at opening and set aside; None when all was well."""
        return self._database.told

    @property
    def is_writable(self) -> bool:
        """It was opened to be written."""
        return True

    @property
    def session(self) -> Session:
        """The beraad as it was last kept."""
        return self._kept

    def keep(self, session: Session) -> None:
        """Write what changed since the last keep; it is safe on disk when this returns.

        Raises Solvable when that fails. Nothing counts as kept then, so that a retry writes all.
        """
        if session.id != self._kept.id:
            raise Defect("A file keeps one beraad only")
        found = changes(self._kept, session)
        if self._in_doubt:
            self.check()
        if found:
            looked = all(change.section in _OF_LOOKING for change in found)
            moment = (looked and self._changed_at) or datetime.now(UTC)
            summary = _summary(session, is_new=not self._listed, changed_at=moment)
            self._write((*found, summary), when_touched=self.check)
            self._wrote = True
            self._changed_at = moment
        self._kept = session

    def make_listed(self) -> None:
        """Make anew what the list shows of this beraad. Raises Solvable when that fails."""
        moment = datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        self._write((_summary(self._kept, is_new=True, changed_at=moment),))

    def close(self) -> None:
        """Let go of the file; afterwards all of it is in that one file.

        Raises Solvable, with the file still open, when another program took it away, replaced it
        or damaged it: what was kept here is then nowhere else.
        """
        self.check()
        self.leave()

    def check(self) -> None:
        """See whether what was kept lies on disk. Raises Solvable when it does not.

        A file that is gone, and in which nothing was written here, is missed by nobody.
        """
        if not self._open:
            return
        self._in_doubt = True
        if not self._database.is_in_place():
            if self._wrote:
                raise replaced(self.path, SESSION_FILE)
        elif not self._database.is_whole(lambda rows: read(rows) == self._kept):
            raise damaged_while_open(self.path)
        self._in_doubt = False

    def leave(self) -> None:
        """Let go of the file, wherever it went: what was kept is safe in another."""
        if self._open:
            self._open = False
            self._database.close()
            holder.wipe(self.path)

    def discard(self) -> None:
        """Let go of the file and throw it away, unless another program put something there."""
        ours = self._database.is_in_place()
        self.leave()
        if ours:
            shred(self.path, lambda _: None)  # Its key opens its backups.

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _write(
        self,
        found: tuple[SectionChanges, ...],
        *,
        when_touched: Callable[[], object] = lambda: None,
    ) -> None:
        before = self._database.rows_touched
        with self._database.transaction(kept=STILL_HERE, when_touched=when_touched) as connection:
            if not self._listed:
                connection.execute(delete(table_of("summary")))
                before = self._database.rows_touched
            write(connection, found)
            if self._database.rows_touched - before != sum(change.count for change in found):
                raise Defect("The file does not hold the records that were kept in it")
        self._listed = True


def _listed_as_of(path: Path, connection: Connection) -> datetime | None:
    """When the list says that this beraad was changed; None when the list cannot show it."""
    try:
        return summary_of(path, connection.exec_driver_sql(SUMMARY_QUERY).fetchall()).changed_at
    except (Solvable, DBAPIError):
        return None


def _summary(
    session: Session, *, is_new: bool = False, changed_at: datetime | None = None
) -> SectionChanges:
    rows = (summary_row(session, changed_at=changed_at or datetime.now(UTC)),)
    if is_new:
        return SectionChanges(section="summary", added=rows)
    return SectionChanges(section="summary", altered=rows)
