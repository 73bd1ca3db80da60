"""Reading and writing the rows of one beraad."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Delete,
    Insert,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from beraad.records import Session
from beraad.records.anatomy import list_sections, single_sections
from beraad.store.changes import Row, SectionChanges
from beraad.store.mapping import to_record
from beraad.store.places import is_identity
from beraad.store.tables import table_of

_KEY = "key_of_row"


def read(connection: Connection) -> Session:
    """Return the beraad in this file; raises ValueError or LookupError when it holds none."""
    sections: dict[str, Any] = {}
    for section, kind in single_sections().items():
        (sections[section],) = _records(connection, section, kind)
    for section, kind in list_sections().items():
        sections[section] = _records(connection, section, kind)
    (head,) = connection.execute(select(table_of("head"))).mappings()
    if not is_identity(head["id"]):
        raise TypeError
    return Session(**head, **sections)


def write(connection: Connection, changes: Sequence[SectionChanges]) -> None:
    """Write what changed: parents come before their children, and go after them."""
    for change in changes:
        statements = _statements(change.section)
        if change.added:
            connection.execute(statements.add, change.added)
        if change.altered:
            connection.execute(statements.alter, [statements.aimed(row) for row in change.altered])
    for change in reversed(changes):
        if change.removed:
            statements = _statements(change.section)
            connection.execute(statements.remove, [{_KEY: key} for key in change.removed])


def write_head(connection: Connection, session: Session) -> None:
    """Write what never changes about a beraad."""
    head = {"id": session.id, "created_at": session.created_at}
    connection.execute(insert(table_of("head")), head)


def _records(connection: Connection, section: str, kind: type[Any]) -> tuple[Any, ...]:
    table = table_of(section)
    rows = connection.execute(select(table).order_by(table.c.position)).mappings()
    return tuple(to_record(kind, row) for row in rows)


@dataclass(frozen=True, slots=True)
class _Statements:
    key: str
    add: Insert
    alter: Update
    remove: Delete

    def aimed(self, row: Row) -> Row:
        """The row as parameters of `alter`: what it becomes, and which row that is about."""
        return {name: value for name, value in row.items() if name != self.key} | {
            _KEY: row[self.key]
        }


@cache
def _statements(section: str) -> _Statements:
    table = table_of(section)
    (key,) = table.primary_key.columns
    this_row = key == bindparam(_KEY)
    return _Statements(
        key.name, insert(table), update(table).where(this_row), delete(table).where(this_row)
    )
