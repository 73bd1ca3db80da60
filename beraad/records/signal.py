"""The structural signal: what rules or processes do to people, beyond this one case."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from beraad.records.identity import Id
from beraad.records.steps import Helped, Outcome, Step, StepKind


class SignalLevel(StrEnum):
    """Where the bottleneck (knelpunt) sits."""

    PRACTICE = "practice"
    POLICY_RULE = "policy_rule"
    ORDINANCE = "ordinance"
    LAW = "law"
    CHAIN = "chain"
    SYSTEM = "system"
    CULTURE = "culture"
    POLITICS = "politics"


class SignalScale(StrEnum):
    """How far a bottleneck reaches."""

    TEAM = "team"
    DEPARTMENT = "department"
    MUNICIPALITY = "municipality"
    REGION = "region"
    COUNTRY = "country"


class Severity(StrEnum):
    """What it does to whoever runs into it."""

    HINDER = "hinder"
    STUCK = "stuck"
    DISRUPTIVE = "disruptive"


class SignalStatus(StrEnum):
    """How far a signal has come on its way to an answer, and back."""

    DRAFT = "draft"
    PASSED_ON = "passed_on"
    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    ASKED_BACK = "asked_back"
    ANSWERED = "answered"
    TOLD = "told"
    WEIGHED = "weighed"
    CLOSED = "closed"
    JOINED = "joined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalContent:
    """What a signal says. Holds no case text and no persons once it has passed the gate.

    Attributes:
        purpose: what the rule is for, and `purpose_met` whether it comes to that here.
        extent: how many, seen by this team in which period.
        small_step: what could be done soon; `lasting` what would mend it for good.
        sees_otherwise: who looks at it otherwise, and how.
        back_to: whom the answer has to reach: the team, and a partner.
        contact: a role and a mailbox of that role.
    """

    bottleneck: str = ""
    what: str = ""
    process: str = ""
    level: SignalLevel | None = None
    effect: str = ""
    frequency: str = ""
    since: str = ""
    seen_by: str = ""
    custom_tried: str = ""
    custom_falls_short: str = ""
    wish: str = ""
    recipient: str = ""
    sender_role: str = ""
    answer_due: date | None = None
    reports_back: str = ""
    scale: SignalScale | None = None
    severity: Severity | None = None
    urgent_before: date | None = None
    purpose: str = ""
    purpose_met: str = ""
    extent: str = ""
    if_nothing: str = ""
    small_step: str = ""
    lasting: str = ""
    other_sources: str = ""
    sees_otherwise: str = ""
    seen_employed: bool = False
    seen_contracted: bool = False
    without_manager: bool = False
    back_to: str = ""
    contact: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        return self == SignalContent()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalLink:
    """Which signal in the register the one at hand is; the register does not know the beraad.

    Attributes:
        signal_id: by chance; None in a beraad from before signals had an identity of their own.
    """

    signal_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSignal(SignalContent):
    """A signal of the same beraad that is not at hand; `id` is its identity in the register."""

    id: Id

    @property
    def content(self) -> SignalContent:
        """What it says, without its identity."""
        return SignalContent(
            **{field.name: getattr(self, field.name) for field in fields(SignalContent)}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredSignal:
    """A signal in the register: what it says, and what became of it.

    Attributes:
        id: by chance; the beraad it came from knows it, and it does not know the beraad.
        content: what it says, cleaned.
        team: the team it comes from.
        week: ISO week of the beraad, "2026-W47"; empty for what comes from no beraad.
        steps: what became of it, in order; status and who owes are derived in `signals/life.py`.
    """

    id: Id
    content: SignalContent
    team: str
    week: str
    registered_on: date
    steps: tuple[Step, ...] = ()


class SignalLine(NamedTuple):
    """A signal at a glance, derived from its steps: what a list, a count or a chart needs.

    Attributes:
        title: the bottleneck, or what happens when that was not named.
        ask: what is asked.
        role: who owes the next step; empty when nobody does. So are `owed`, `since` and `by`.
        asked_on: when it was passed on, in the round that runs now or ran last.
        answered_on: when the answer of that round came; also when it is that none came.
        outcome: what that answer comes to; None without one, and for an answer of which nobody
            wrote that down.
        told_on: when the team heard it.
        helped: what the team thinks of it.
        passed_stations: how many of the six stations of its way it has passed.
        goes_on_with: the signal that it was joined with.
        disputed: two laptops wrote at once what cannot both be meant, and nobody chose yet.
        recipients: everybody who was asked, also once it was answered; each on a line.
        joined_on: when it was joined; None of one that was not.
        unanswered: what ended the waiting is no answer, but that none came.
    """

    id: Id
    title: str
    ask: str
    what: str
    process: str
    team: str
    week: str
    registered_on: date
    level: SignalLevel | None
    status: SignalStatus
    role: str
    owed: StepKind | None
    since: date | None
    by: date | None
    asked_on: date | None
    answered_on: date | None
    outcome: Outcome | None
    told_on: date | None
    helped: Helped | None
    passed_stations: int
    goes_on_with: Id | None = None
    disputed: bool = False
    recipients: str = ""
    unanswered: bool = False
    joined_on: date | None = None

    @property
    def answers_clash(self) -> bool:
        """Whether two answers stand side by side; then neither of them is in what is told here."""
        return self.status is SignalStatus.ANSWERED and self.answered_on is None

    def is_late(self, today: date) -> bool:
        """Whether the last day of what is owed has passed."""
        return self.by is not None and self.by < today
