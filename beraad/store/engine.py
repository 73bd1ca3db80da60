"""What SQLAlchemy makes of one connection."""

from __future__ import annotations

import sqlite3
from contextvars import ContextVar
from functools import cache

from sqlalchemy import Connection, Engine, MetaData, create_engine, create_mock_engine, event
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import ExecutableDDLElement


def wrapped(connection: sqlite3.Connection) -> Connection:
    """This one connection as SQLAlchemy has it; what is written never shows in an error.

    There is one engine for all files, so that it makes the text of a statement once per process.
    """
    handed = _handed.set(connection)
    try:
        return _engine().connect()
    finally:
        _handed.reset(handed)


def lay_out(connection: Connection, schema: MetaData) -> None:
    """Make the tables of a new file."""
    for statement in _statements(schema):
        connection.exec_driver_sql(statement)


@cache
def _statements(schema: MetaData) -> tuple[str, ...]:
    """What makes these tables: the same for every file, so it is written once."""
    made: list[str] = []

    def write(statement: ExecutableDDLElement, *_: object, **__: object) -> None:
        made.append(str(statement.compile(dialect=_engine().dialect)))

    schema.create_all(create_mock_engine("sqlite://", write), checkfirst=False)
    return tuple(made)


_handed: ContextVar[sqlite3.Connection | None] = ContextVar("handed", default=None)
"""What is handed to the engine now: it never opens a file itself."""


@cache
def _engine() -> Engine:
    engine = create_engine(
        "sqlite://", creator=_take_handed, poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _take_handed() -> sqlite3.Connection:
    connection = _handed.get()
    if connection is None:
        raise sqlite3.ProgrammingError
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
