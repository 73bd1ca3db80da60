"""The register: signals and leerverslagen that passed the gate."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from beraad.errors import Solvable
from beraad.records import Id, RegisteredLesson, RegisteredSignal
from beraad.store.database import Database
from beraad.store.kinds import REGISTER_FILE
from beraad.store.mapping import to_record, to_row
from beraad.store.tables import REGISTER_SCHEMA
from beraad.store.trouble import damaged
from beraad.store.whole_file import AlreadyThere

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select, Table

R = TypeVar("R")

_SIGNALS = REGISTER_SCHEMA.tables["signals"]
_LESSONS = REGISTER_SCHEMA.tables["lessons"]


class Register:
    """The open register. Another window waits for it, so it is opened for one action."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path, *, patience: float | None = None) -> Register:
        """Open the register, and make it when there is none.

        `patience` is how many seconds to wait for another window, when not the usual time. Raises
        Solvable when it is damaged, foreign, newer or cannot be written.
        """
        if not path.exists():
            with suppress(AlreadyThere):  # Another window was first.
                Database.create(path, REGISTER_FILE, REGISTER_SCHEMA, _leave_empty)
        return cls(Database.open(path, REGISTER_FILE, patience=patience))

    @property
    def told(self) -> Solvable | None:
        """What was found beside the register and set aside; None when all was well."""
        return self._database.told

    def signals(self) -> tuple[RegisteredSignal, ...]:
        """All signals, the latest first. Raises Solvable when they cannot be read."""
        latest_first = select(_SIGNALS).order_by(_SIGNALS.c.registered_on.desc(), _SIGNALS.c.id)
        return self._all(RegisteredSignal, latest_first)

    def lessons(self) -> tuple[RegisteredLesson, ...]:
        """All leerverslagen, the last approved first. Raises Solvable when they cannot be read."""
        latest_first = select(_LESSONS).order_by(_LESSONS.c.approved_on.desc(), _LESSONS.c.id)
        return self._all(RegisteredLesson, latest_first)

    def put(self, signal: RegisteredSignal) -> None:
        """Keep a signal, in the place of an earlier one from the same beraad.

        Raises Solvable when that fails.
        """
        self._put(_SIGNALS, signal)

    def put_lesson(self, lesson: RegisteredLesson) -> None:
        """Keep a leerverslag, in the place of an earlier one from the same beraad.

        Raises Solvable when that fails.
        """
        self._put(_LESSONS, lesson)

    def remove(self, signal_id: Id) -> None:
        """Take a signal out; no trouble when it is not there. Raises Solvable when that fails."""
        self._remove(_SIGNALS, signal_id)

    def remove_lesson(self, lesson_id: Id) -> None:
        """Take a leerverslag out; no trouble when it is not there. Raises Solvable."""
        self._remove(_LESSONS, lesson_id)

    def close(self) -> None:
        """Let go of the register."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _all(self, kind: type[R], query: Select[Any]) -> tuple[R, ...]:
        try:
            with self._database.reading() as connection:
                rows = connection.execute(query).mappings().all()
            return tuple(to_record(kind, row) for row in rows)
        except (LookupError, TypeError, ValueError, OverflowError):
            raise damaged(self._database.path) from None

    def _put(self, table: Table, record: RegisteredSignal | RegisteredLesson) -> None:
        row = to_row(record)
        with self._database.transaction() as connection:
            connection.execute(insert(table).on_conflict_do_update(set_=row), row)

    def _remove(self, table: Table, record_id: Id) -> None:
        with self._database.transaction() as connection:
            connection.execute(delete(table).where(table.c.id == record_id))


def _leave_empty(connection: Connection) -> None:
    del connection
