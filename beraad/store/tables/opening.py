"""Tables of the beraad itself and its opening."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Field

from beraad.records import (
    CaseState,
    Employment,
    Helped,
    Kept,
    ManagerPresence,
    Part,
    Setting,
)
from beraad.store.tables.base import Many, One, SessionTable


class Head(SessionTable, table=True):
    """What never changes about a beraad; one row."""

    id: str = Field(primary_key=True)
    created_at: datetime


class Opening(One, table=True):
    title: str
    held_on: date
    team: str
    setting: Setting
    minutes: int
    case_state: CaseState
    manager: ManagerPresence
    clarification_first: bool
    purpose: str
    confidentiality: str
    report_content: str
    first_reader: str
    agreed: bool
    whole_on: date | None
    whole_by: str | None


class Participants(Many, table=True):
    role: str
    name: str
    part: Part
    employment: Employment


class ToldAnswers(Many, table=True):
    signal: str
    answer: str
    title: str
    team: str
    said: str
    change: str
    answered_on: date
    told_before: date | None
    joined: bool
    helped: Helped | None
    words: str


class EarlierAgreements(Many, table=True):
    what: str
    role: str
    look_back: date | None
    agreed_on: date
    kept: Kept
    words: str
