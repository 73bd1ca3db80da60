"""Ronde 8: the answer for now, agreements, and looking back on the talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beraad.records.identity import Id


class AnswerState(StrEnum):
    """How far the group shares the answer."""

    OPEN = "open"
    SHARED = "shared"
    DIVIDED = "divided"
    NONE = "none"


class Recurrence(StrEnum):
    """The answer to "Zien we dit vaker?"."""

    UNASKED = "unasked"
    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What this beraad yields for now.

    Attributes:
        recurrence_count: about how many times this is seen; only with `Recurrence.YES`.
        keep_until: the day after which the verslag is no longer kept.
        second_meeting: when the group goes on with what there was no time for.
        resident_hears: what the inwoner hears of this, and how.
        resident_hears_from: the role that tells it.
        went_well: what went right in the case or in how it was dealt with.
        case_owner_agreed_on: when the inbrenger, having read the verslag, agreed with it.
    """

    answer: str = ""
    answer_state: AnswerState = AnswerState.OPEN
    case_owner_takes: str = ""
    motivated_separately: str = ""
    lesson: str = ""
    deviation: str = ""
    recurrence: Recurrence = Recurrence.UNASKED
    recurrence_count: int | None = None
    recipients: str = ""
    keep_until: date | None = None
    case_owner_agrees: bool = False
    case_owner_agreed_on: date | None = None
    second_meeting: date | None = None
    resident_hears: str = ""
    resident_hears_from: str = ""
    went_well: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Who does what, by when, and when the group looks back on it."""

    id: Id
    what: str = ""
    role: str = ""
    due: date | None = None
    look_back: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """How the talk itself went."""

    method: str = ""
    time: str = ""
    safety: str = ""
    open_questions: str = ""
    check_out: str = ""
