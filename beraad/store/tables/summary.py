"""The table with the line that the list of beraden shows."""

from __future__ import annotations

from datetime import date, datetime

from beraad.records import PhaseKey, Setting
from beraad.store.tables.base import One


class Summary(One, table=True):
    """One row; `filled` holds the keys of rondes with a space between."""

    id: str
    title: str
    team: str
    held_on: date
    setting: Setting
    phase: PhaseKey
    keep_until: date | None
    changed_at: datetime
    is_practice: bool
    filled: str
