"""What the listening help has to say about something that was written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from beraad.records import PhaseKey
from beraad.records.anatomy import Address


class Rule(StrEnum):
    """The rules there are."""

    HOW_QUESTION = "how_question"
    COMMA = "comma"
    LONG_QUESTION = "long_question"
    NOT_OWN_ACTING = "not_own_acting"
    OPTION_NOT_OWN_ACT = "option_not_own_act"
    BLAME = "blame"
    OPINION_AS_QUESTION = "opinion_as_question"
    RULE_AS_VALUE = "rule_as_value"
    FACT_AS_VALUE = "fact_as_value"
    INTEREST_AS_VALUE = "interest_as_value"
    NORM_AS_VALUE = "norm_as_value"
    LONG_VALUE = "long_value"
    VALUE_AS_NORM = "value_as_norm"
    NO_RESIDENT = "no_resident"
    NO_EMPTY_CHAIR = "no_empty_chair"
    ONLY_LEGAL = "only_legal"
    ONLY_A_AND_B = "only_a_and_b"
    WITHOUT_VALUE = "without_value"
    WITHOUT_HARM = "without_harm"


HintKey: TypeAlias = tuple[Rule, Address | None]
"""What makes two hints the same, however the text goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Something to ask about, never a verdict. It holds no text of the case.

    Attributes:
        phase: the ronde in which it helps.
        address: the field it is about; None when it is about the ronde as a whole.
        reason: what was noticed, and why that matters.
        question: what the gespreksleider could ask next.
    """

    rule: Rule
    phase: PhaseKey
    address: Address | None = None
    reason: str
    question: str

    @property
    def key(self) -> HintKey:
        """By what this hint is put away."""
        return self.rule, self.address

    @property
    def text(self) -> str:
        """The whole hint as one line."""
        return f"{self.reason} {self.question}"
