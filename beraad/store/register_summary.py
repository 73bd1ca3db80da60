"""How many signals wait for an answer, for the start screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beraad.store.glance import glance
from beraad.store.kinds import REGISTER_FILE

_COUNT = """
SELECT count(*), count(*) FILTER (WHERE waits), count(*) FILTER (WHERE waits AND answer_due < ?)
FROM (SELECT status IN ('PASSED_ON', 'RECEIVED') AS waits, answer_due FROM signals)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSummary:
    """Numbers of signals.

    Attributes:
        waiting: somebody still owes an answer.
        late: of these, the agreed day has passed.
    """

    total: int = 0
    waiting: int = 0
    late: int = 0


def register_summary(path: Path, today: date) -> RegisterSummary:
    """Count the signals in a register; none when there is no register yet.

    Raises Solvable when it cannot be read.
    """
    if not path.exists():
        return RegisterSummary()
    with glance(path, REGISTER_FILE) as connection:
        total, waiting, late = connection.execute(_COUNT, (today.isoformat(),)).fetchone()
    return RegisterSummary(total=total, waiting=waiting, late=late)
