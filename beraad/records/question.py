"""What policy asks of teams, and how a team answers after a beraad."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beraad.records.identity import Fingerprint, Id


class Often(StrEnum):
    """How often a team saw something, in steps: an exact number could be one household."""

    NEVER = "never"
    FEW = "few"
    SOME = "some"
    MANY = "many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for all teams: "Zien jullie …?"

    Attributes:
        asked: the question itself.
        role: who asks it, by role.
        bottleneck: the title of the knelpunt that it is about; empty when it is about none.
        due: the day before which an answer still helps.
        read: mark of the words, as somebody read them and let them stand.
    """

    id: Id
    asked: str
    role: str = ""
    bottleneck: str = ""
    on: date
    due: date | None = None
    read: Fingerprint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a team says to a question after a beraad.

    Attributes:
        question: the question it answers.
        team: mark of the team for this one question; the team itself is not told.
        week: ISO week of the beraad after which it was said.
        words: what the team wants to say besides.
    """

    id: Id
    question: Id
    often: Often
    team: str
    week: str
    words: str = ""
    on: date
    read: Fingerprint | None = None
