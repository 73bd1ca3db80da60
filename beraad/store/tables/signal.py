"""Tables of the structural signal: inside a beraad, and in the register."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

from beraad.records import Severity, SignalLevel, SignalScale
from beraad.store.tables.base import Many, One, RegisterTable


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
    scale: SignalScale | None
    severity: Severity | None
    urgent_before: date | None
    purpose: str
    purpose_met: str
    extent: str
    if_nothing: str
    small_step: str
    lasting: str
    other_sources: str
    sees_otherwise: str
    seen_employed: bool
    seen_contracted: bool
    without_manager: bool
    back_to: str
    contact: str


class Signal(One, Content, table=True):
    """The signal that is being written in a beraad."""


class SignalLink(One, table=True):
    """Which signal in the register that is."""

    signal_id: str | None


class OtherSignals(Many, Content, table=True):
    """The other signals of a beraad."""


class Signals(RegisterTable, table=True):
    """The signals in the register at a glance: made of the events, and made anew at any time.

    Choices are kept by their value and days as ISO 8601, so that a list is read without the ORM.
    """

    id: str = Field(primary_key=True)
    title: str
    ask: str
    what: str
    process: str
    team: str
    week: str
    registered_on: str
    level: str | None
    status: str
    role: str
    owed: str | None
    since: str | None
    by: str | None
    asked_on: str | None
    answered_on: str | None
    outcome: str | None
    told_on: str | None
    helped: str | None
    passed_stations: int
    goes_on_with: str | None
    disputed: bool
    recipients: str
    unanswered: bool
    joined_on: str | None


class Events(RegisterTable, table=True):
    """Everything that ever changed, of this laptop and of others."""

    mark: str = Field(primary_key=True)
    device: str
    seq: int
    kind: str
    entity: str = Field(index=True)
    seen: str
    prev: str
    payload: str | None
    payload_mark: str


class Own(RegisterTable, table=True):
    """Which laptop this is, and which rules the signals at a glance were made by.

    `earlier` are identities that this laptop had before, parted by commas.
    """

    position: int = Field(primary_key=True)
    device: str
    earlier: str
    derived_by: int


class Drafts(RegisterTable, table=True):
    """What is being typed about a signal and was not noted yet; it never leaves this laptop."""

    signal_id: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    text: str


class Origins(RegisterTable, table=True):
    """Of beraden from before signals had an identity of their own: which signal is theirs.

    Under a word that is no identity: by what this laptop makes the marks of teams.
    """

    session_id: str = Field(primary_key=True)
    signal_id: str
