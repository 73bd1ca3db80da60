"""Ronde 1 and 3: what happened, and what the group asked about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from beraad.records.identity import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAccount:
    """The neutral account of the case by the person who brings it in.

    Attributes:
        rule_purpose: what the rule or agreement that plays a part is meant for; asked in ronde 3.
    """

    situation: str = ""
    hot_moment: str = ""
    friction: str = ""
    done_so_far: str = ""
    decides_formally: str = ""
    deadline: str = ""
    account_agreed: bool = False
    rule_purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline."""

    id: Id
    when: str = ""
    what: str = ""


class ClarificationKind(StrEnum):
    """What a clarifying question asks for."""

    FACT = "fact"
    CONTEXT = "context"
    EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """A clarifying question with its answer, or what still has to be found out."""

    id: Id
    question: str = ""
    answer: str = ""
    kind: ClarificationKind = ClarificationKind.FACT
    open_point: bool = False
    find_out_by: str = ""
    find_out_when: str = ""
