"""Doing once, for nobody, what is slow the first time only."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

from beraad.records import blank_session
from beraad.store.changes import changes
from beraad.store.engine import lay_out, wrapped
from beraad.store.session_rows import read, write, write_head
from beraad.store.tables import SESSION_SCHEMA


def rehearse() -> None:
    """Keep an empty beraad in memory and read it, so that the first real one opens as the next."""
    now = datetime.now(UTC)
    session = blank_session(now=now, held_on=now.date())
    alone = sqlite3.connect(":memory:", isolation_level=None)
    with closing(alone), wrapped(alone) as connection:
        with connection.begin():
            lay_out(connection, SESSION_SCHEMA)
            write_head(connection, session)
            write(connection, changes(None, session))
        with connection.begin():
            read(connection)
