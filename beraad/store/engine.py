"""What SQLAlchemy makes of one connection."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine that has this one connection and never shows what it writes in an error."""
    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
