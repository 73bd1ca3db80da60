"""The eight rondes, and their order in one beraad."""

from __future__ import annotations

from beraad.phases import (
    alternatives,
    case,
    clarification,
    conclusion,
    consideration,
    dialogue,
    dilemma,
    in_brief,
    perspectives,
)
from beraad.phases.model import Phase
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
    keys = in_brief.in_order(clarification_first=clarification_first)
    return tuple(map(phase_of, keys))


def phase_of(key: PhaseKey) -> Phase:
    """The ronde with this key; raises KeyError for the opening."""
    for phase in PHASES:
        if phase.key is key:
            return phase
    raise KeyError(key)
