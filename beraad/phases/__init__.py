"""The dilemmamethode in eight rondes, as data.

The published method counts ten steps. Its first is our opening; its last two make up ronde 8.
Each ronde carries the numbers of the steps it covers.
"""

from __future__ import annotations

from beraad.phases import (
    alternatives,
    case,
    clarification,
    conclusion,
    consideration,
    dialogue,
    dilemma,
    perspectives,
)
from beraad.phases.model import Phase, PhaseState, state
from beraad.records import PhaseKey

PHASES: tuple[Phase, ...] = (
    case.PHASE,
    dilemma.PHASE,
    clarification.PHASE,
    perspectives.PHASE,
    alternatives.PHASE,
    consideration.PHASE,
    dialogue.PHASE,
    conclusion.PHASE,
)


def in_order(*, clarification_first: bool) -> tuple[Phase, ...]:
    """The eight rondes in the order of one beraad."""
    if not clarification_first:
        return PHASES
    first, second, third, *rest = PHASES
    return (first, third, second, *rest)


def phase_of(key: PhaseKey) -> Phase:
    """The ronde with this key; raises KeyError for the opening."""
    for phase in PHASES:
        if phase.key is key:
            return phase
    raise KeyError(key)


__all__ = ["PHASES", "Phase", "PhaseState", "in_order", "phase_of", "state"]
