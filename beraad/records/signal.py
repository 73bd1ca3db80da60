"""The structural signal: what rules or processes do to people, beyond this one case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beraad.records.identity import Fingerprint, Id


class SignalLevel(StrEnum):
    """Where the bottleneck (knelpunt) sits."""

    PRACTICE = "practice"
    POLICY_RULE = "policy_rule"
    ORDINANCE = "ordinance"
    LAW = "law"
    CHAIN = "chain"
    SYSTEM = "system"
    CULTURE = "culture"


class SignalStatus(StrEnum):
    """How far a signal has come on its way to an answer."""

    DRAFT = "draft"
    PASSED_ON = "passed_on"
    RECEIVED = "received"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalContent:
    """What a signal says. Holds no case text and no persons once it has passed the gate."""

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

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        return self == SignalContent()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredSignal:
    """A signal in the register, with what became of it.

    Attributes:
        id: identity of the beraad it came from, so that writing it again replaces it.
        content: what it says, cleaned.
        week: ISO week of the beraad, "2026-W47".
        answer_draft: an answer that is being typed and was not noted yet; never leaves.
        read: mark of what was written here later, as somebody read it and let it stand.
    """

    id: Id
    content: SignalContent
    team: str
    week: str
    status: SignalStatus = SignalStatus.DRAFT
    registered_on: date
    answer: str = ""
    answered_on: date | None = None
    answer_draft: str = ""
    read: Fingerprint | None = None

    def awaits_answer(self) -> bool:
        """Whether somebody still owes an answer."""
        return self.status in {SignalStatus.PASSED_ON, SignalStatus.RECEIVED}

    def is_late(self, today: date) -> bool:
        """Whether the agreed day of answer has passed without one."""
        due = self.content.answer_due
        return self.awaits_answer() and due is not None and due < today
