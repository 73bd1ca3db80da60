"""How many signals wait for an answer, for the start screen."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from beraad.signals.event_kind import PRACTICE, EventKind
from beraad.store.glance import glance
from beraad.store.kinds import REGISTER_FILE
from beraad.store.migrations import version_of

_COUNTED = (
    "count(*)",
    "count(*) FILTER (WHERE owed = 'answered')",
    "count(*) FILTER (WHERE owed = 'answered' AND `by` < :today)",
    "count(*) FILTER (WHERE owed <> 'answered')",
)
_IS_PRACTICE = """EXISTS (
    SELECT 1 FROM events WHERE entity = :practice AND kind = :kind AND payload IS NOT NULL
)"""
_COUNT = f"SELECT {', '.join(_COUNTED)}, {_IS_PRACTICE} FROM signals"  # noqa: S608 - our own words
_COUNT_OF_BEFORE = """
SELECT count(*), count(*) FILTER (WHERE waits),
    count(*) FILTER (WHERE waits AND answer_due < :today), 0, 0
FROM (SELECT status IN ('PASSED_ON', 'RECEIVED') AS waits, answer_due FROM signals)
"""
_BEHIND = "SELECT 1 FROM own WHERE derived_by < 0"
"""Signals came in that are not at a glance yet."""
_WITH_STEPS = 5
"""The version of the register from which signals are kept with their steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSummary:
    """Numbers of signals.

    Attributes:
        waiting: somebody still owes an answer.
        late: of these, the last day has passed.
        practice: it is an oefenregister.
        ours: it is our turn, such as to tell the team what was answered; not counted in a register
            of before, which is lifted when somebody opens it.
        is_behind: more came in than is counted here, until `make_lines` was done.
    """

    total: int = 0
    waiting: int = 0
    late: int = 0
    ours: int = 0
    practice: bool = False
    is_behind: bool = False


def register_summary(path: Path, today: date) -> RegisterSummary:
    """Count the signals in a register; none when there is no register yet.

    Raises Solvable when it cannot be read.
    """
    if not path.exists():
        return RegisterSummary()
    with glance(path, REGISTER_FILE) as connection:
        version = version_of(connection)
        counted = _counted(connection, version, today)
        is_behind = version >= _WITH_STEPS and connection.execute(_BEHIND).fetchone() is not None
    return replace(counted, is_behind=is_behind)


def _counted(connection: sqlite3.Connection, version: int, today: date) -> RegisterSummary:
    query = _COUNT if version >= _WITH_STEPS else _COUNT_OF_BEFORE
    asked = {"today": today.isoformat(), "practice": PRACTICE, "kind": EventKind.PRACTICE}
    total, waiting, late, ours, practice = connection.execute(query, asked).fetchone()
    return RegisterSummary(
        total=total, waiting=waiting, late=late, ours=ours, practice=bool(practice)
    )
