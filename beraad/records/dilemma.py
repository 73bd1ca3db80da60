"""Ronde 2 and 5: the moral question, the options and the harm that each does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from beraad.records.identity import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Dilemma:
    """The moral question as it stands now.

    Attributes:
        moral_question: one question about one's own acting.
        settled: the group has worked with this wording; the next change keeps it as a `Wording`.
    """

    moral_question: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An earlier wording of the dilemma, with why it was changed."""

    id: Id
    moral_question: str
    option_a: str
    option_b: str
    replaced_at: datetime
    reason: str = ""


class Feasibility(StrEnum):
    """How an alternative is judged, only after the brainstorm."""

    UNJUDGED = "unjudged"
    FEASIBLE = "feasible"
    WILD = "wild"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something one could do. The first two are A and B; the rest are alternatives.

    Attributes:
        text: the concrete act, in the ik-vorm for A and B.
        short: two or three words for a label beside the letter.
        nothing: this option is "niets doen".
        from_value: the value the alternative was born from.
        ground: which room the rules offer (maatwerkgrond).
        mandate: who may decide this.
        remaining_harm: which harm stays with an alternative.
    """

    id: Id
    text: str = ""
    short: str = ""
    nothing: bool = False
    from_value: str = ""
    feasibility: Feasibility = Feasibility.UNJUDGED
    ground: str = ""
    mandate: str = ""
    remaining_harm: str = ""


class HarmTerm(StrEnum):
    """How long harm lasts."""

    UNKNOWN = "unknown"
    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What is lost for whom when an option is chosen."""

    id: Id
    option_id: Id
    text: str = ""
    who: str = ""
    term: HarmTerm = HarmTerm.UNKNOWN
