"""The register: signals that passed the gate, and what became of them."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from beraad.records import Id, RegisteredSignal
from beraad.store.database import Database
from beraad.store.kinds import REGISTER_FILE
from beraad.store.mapping import to_record, to_row
from beraad.store.tables import REGISTER_SCHEMA
from beraad.store.trouble import damaged

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SIGNALS = REGISTER_SCHEMA.tables["signals"]


class Register:
    """The open register. More than one window may have it open."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path) -> Register:
        """Open the register, and make it when there is none.

        Raises Solvable when it is damaged, foreign, newer or cannot be written.
        """
        if not path.exists():
            Database.create(path, REGISTER_FILE, REGISTER_SCHEMA, _leave_empty)
        return cls(Database.open(path, REGISTER_FILE))

    def signals(self) -> tuple[RegisteredSignal, ...]:
        """All signals, the latest first. Raises Solvable when they cannot be read."""
        latest_first = select(_SIGNALS).order_by(_SIGNALS.c.registered_on.desc(), _SIGNALS.c.id)
        try:
            with self._database.transaction() as connection:
                rows = connection.execute(latest_first).mappings().all()
            return tuple(to_record(RegisteredSignal, row) for row in rows)
        except (LookupError, TypeError, ValueError, DBAPIError):
            raise damaged(self._database.path) from None

    def put(self, signal: RegisteredSignal) -> None:
        """Keep a signal, in the place of an earlier one from the same beraad.

        Raises Solvable when that fails.
        """
        row = to_row(signal)
        with self._database.transaction() as connection:
            connection.execute(insert(_SIGNALS).on_conflict_do_update(set_=row), row)

    def remove(self, signal_id: Id) -> None:
        """Take a signal out; no trouble when it is not there. Raises Solvable when that fails."""
        with self._database.transaction() as connection:
            connection.execute(delete(_SIGNALS).where(_SIGNALS.c.id == signal_id))

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


def _leave_empty(connection: Connection) -> None:
    del connection
