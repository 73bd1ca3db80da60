"""Tables of ronde 8."""

from __future__ import annotations

from datetime import date

from beraad.records import AnswerState, Recurrence
from beraad.store.tables.base import Many, One


class Conclusion(One, table=True):
    answer: str
    answer_state: AnswerState
    case_owner_takes: str
    motivated_separately: str
    lesson: str
    deviation: str
    recurrence: Recurrence
    recurrence_count: int | None
    recipients: str
    keep_until: date | None
    case_owner_agrees: bool
    case_owner_agreed_on: date | None
    second_meeting: date | None
    resident_hears: str
    resident_hears_from: str
    went_well: str


class Agreements(Many, table=True):
    what: str
    role: str
    due: date | None
    look_back: date | None


class LookBack(One, table=True):
    method: str
    time: str
    safety: str
    open_questions: str
    check_out: str
