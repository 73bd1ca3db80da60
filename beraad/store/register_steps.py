"""What lifts the register from one version to the next.

A step says in SQL what changed then; it never follows the tables of today.
"""

from __future__ import annotations

import sqlite3

from beraad.store.migrations import Step

_LESSONS = """
CREATE TABLE lessons (
    title VARCHAR NOT NULL,
    situation VARCHAR NOT NULL,
    dilemma VARCHAR NOT NULL,
    value_conflict VARCHAR NOT NULL,
    considerations VARCHAR NOT NULL,
    lesson VARCHAR NOT NULL,
    bottleneck VARCHAR NOT NULL,
    themes VARCHAR NOT NULL,
    general_words BOOLEAN NOT NULL,
    no_local_detail BOOLEAN NOT NULL,
    nobody_recognised BOOLEAN NOT NULL,
    approved_by VARCHAR NOT NULL,
    approved_on DATE,
    id VARCHAR NOT NULL PRIMARY KEY,
    season VARCHAR NOT NULL
)
"""


def approved_lessons(connection: sqlite3.Connection) -> None:
    """Version 2: approved leerverslagen beside the signals."""
    connection.execute(_LESSONS)


def answers_being_typed(connection: sqlite3.Connection) -> None:
    """Version 3: what was typed as an answer and was not noted yet."""
    connection.execute("ALTER TABLE signals ADD COLUMN answer_draft VARCHAR NOT NULL DEFAULT ''")


def answers_are_read(connection: sqlite3.Connection) -> None:
    """Version 4: what was written later is read; what stands there already was read by nobody."""
    connection.execute("ALTER TABLE signals ADD COLUMN read VARCHAR")


REGISTER_STEPS: tuple[Step, ...] = (approved_lessons, answers_being_typed, answers_are_read)
"""`REGISTER_STEPS[0]` lifts version 1 to 2."""
