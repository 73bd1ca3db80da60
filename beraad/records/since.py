"""What is looked back on in the opening: what came of earlier agreements, which answers were told.

Both hold words that passed the gate of another beraad, or of the register, before they came here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beraad.records.identity import Id
from beraad.records.steps import Helped


class Kept(StrEnum):
    """What came of an agreement (afspraak)."""

    DONE = "done"
    PARTLY = "partly"
    NOT = "not"
    NOT_YET = "not_yet"

    @property
    def comes_back(self) -> bool:
        """Whether the agreement is asked about again next time."""
        return self in {Kept.PARTLY, Kept.NOT_YET}


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAgreement:
    """An agreement of an earlier beraad of this team, and what came of it.

    Attributes:
        id: that of the agreement, in whatever beraad.
        what: what was agreed, as it may leave the beraad it was agreed in.
        agreed_on: the day of that beraad.
        words: what came of it, in one line.
    """

    id: Id
    what: str = ""
    role: str = ""
    look_back: date | None = None
    agreed_on: date
    kept: Kept
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAnswer:
    """An answer on a signal that the team heard in this beraad.

    Attributes:
        id: also that of the step by which the register knows it was told.
        signal: the signal in the register that was answered.
        answer: the step that is the answer; another answer is told anew.
        title: what the signal is about.
        team: the team that heard it, as its own signal names it.
        said: the answer, and `change` what is different for the team.
        told_before: when they heard it in another way; None when this beraad told it.
        joined: the signal of this team goes on in that of another team.
        helped: what the team thinks of it; None when nobody asked yet.
        words: what the team said of it, in one line; stays in this beraad and its verslag.
    """

    id: Id
    signal: Id
    answer: Id
    title: str = ""
    team: str = ""
    said: str = ""
    change: str = ""
    answered_on: date
    told_before: date | None = None
    joined: bool = False
    helped: Helped | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAgreement:
    """An agreement of an earlier beraad that can be looked back on now.

    Attributes:
        title: of the beraad it was agreed in; empty when that is not at hand any more.
        last: what came of it when it was asked about before; None when nobody did.
    """

    id: Id
    what: str
    role: str = ""
    look_back: date | None = None
    agreed_on: date
    title: str = ""
    last: Kept | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerToTell:
    """An answer on a signal of this team, which it did not hear or say anything of yet.

    The attributes are those of `ToldAnswer`.
    """

    signal: Id
    answer: Id
    title: str
    team: str
    said: str
    change: str = ""
    answered_on: date
    told_before: date | None = None
    joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceLastTime:
    """What stands open for a team when it begins a beraad.

    Attributes:
        last_held: the day of its latest beraad; None when there is none.
        agreements: by the day on which they are looked back on.
        unread: files of this team that could not be read.
        unread_answers: answers that nobody read for what may point to somebody; not told yet.
        register_unread: why the answers are not known, one Dutch sentence; empty when they are.
    """

    last_held: date | None = None
    agreements: tuple[OpenAgreement, ...] = ()
    answers: tuple[AnswerToTell, ...] = ()
    unread: int = 0
    unread_answers: int = 0
    register_unread: str = ""
