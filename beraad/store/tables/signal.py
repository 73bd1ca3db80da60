"""Tables of the structural signal: inside a beraad, and in the register."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

from beraad.records import SignalLevel, SignalStatus
from beraad.store.tables.base import One, RegisterTable


class Content(SQLModel):
    """What a signal says."""

    bottleneck: str
    what: str
    process: str
    level: SignalLevel | None
    effect: str
    frequency: str
    since: str
    seen_by: str
    custom_tried: str
    custom_falls_short: str
    wish: str
    recipient: str
    sender_role: str
    answer_due: date | None
    reports_back: str


class Signal(One, Content, table=True):
    """The signal that is being written in a beraad."""


class Signals(RegisterTable, Content, table=True):
    """The signals in the register."""

    id: str = Field(primary_key=True)
    team: str
    week: str
    status: SignalStatus
    registered_on: date
    answer: str
    answered_on: date | None
    answer_draft: str
    read: str | None
