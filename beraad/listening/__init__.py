"""Listening along with the gespreksleider: rules that notice something and say why.

Nothing here blocks, judges a person or leaves the laptop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from beraad.listening.clarification import in_clarification
from beraad.listening.dilemma import in_dilemma
from beraad.listening.hint import Hint, HintKey, Rule
from beraad.listening.perspectives import in_perspectives
from beraad.listening.signs import Sign, signs
from beraad.listening.weighing import in_weighing
from beraad.records import PhaseKey, Session

_RULES: Mapping[PhaseKey, Callable[[Session], Iterator[Hint]]] = {
    PhaseKey.DILEMMA: in_dilemma,
    PhaseKey.CLARIFICATION: in_clarification,
    PhaseKey.PERSPECTIVES: in_perspectives,
    PhaseKey.CONSIDERATION: in_weighing,
}


def hints(session: Session) -> tuple[Hint, ...]:
    """Everything the rules notice in a beraad, in the order of the rondes."""
    return tuple(hint for phase in _RULES for hint in hints_in(session, phase))


def hints_in(session: Session, phase: PhaseKey) -> tuple[Hint, ...]:
    """What the rules notice in one ronde."""
    return tuple(_RULES[phase](session)) if phase in _RULES else ()


__all__ = ["Hint", "HintKey", "Rule", "Sign", "hints", "hints_in", "signs"]
