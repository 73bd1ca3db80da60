"""Ronde 4: whose perspective is missing, and which kinds of argument."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.listening.hint import Hint, Rule
from beraad.listening.values import in_values
from beraad.phases.course import Course
from beraad.phases.model import any_text
from beraad.phases.residents import is_resident
from beraad.records import ArgumentKind, PhaseKey, Presence, Session, Stakeholder

_ABOUT = {
    False: (
        "Zonder de inwoner praat de groep over iemand, niet met iemand.",
        "Wat zou de inwoner hier zelf zeggen?",
    ),
    True: (
        "Zonder inwoners praat de groep over mensen, niet met hen.",
        "Wat zouden inwoners hier zelf zeggen?",
    ),
}
"""What is said when no resident has a perspective, by whether this is about policy."""
_SOME = 2
_MANY = 3


def in_perspectives(session: Session) -> Iterator[Hint]:
    """What stands out in the table, and who or what is not in it."""
    yield from in_values(session)
    named = [each for each in session.stakeholders if any_text(each.name)]
    if len(named) >= _SOME and not any(is_resident(each) for each in named):
        yield _on_ronde(Rule.NO_RESIDENT, *_ABOUT[Course.of(session).is_policy])
    if len(named) >= _MANY and not any(is_empty_chair(each) for each in named):
        yield _on_ronde(
            Rule.NO_EMPTY_CHAIR,
            "Op de lege stoel zit nog niemand. Een mens die wij niet noemen, telt niet mee.",
            "Wie wordt geraakt en is nog niet genoemd?",
        )
    norms = [norm for norm in session.norms if any_text(norm.text)]
    if len(norms) >= _SOME and all(norm.argument is ArgumentKind.LEGAL for norm in norms):
        yield _on_ronde(
            Rule.ONLY_LEGAL,
            "Alle normen zijn juridisch. Wat mag, zegt nog niet wat goed is.",
            "Wat zou je hier horen te doen als er geen regel was?",
        )


def is_empty_chair(stakeholder: Stakeholder) -> bool:
    """Whether somebody sits on the lege stoel here."""
    on_it = stakeholder.presence is Presence.EMPTY_CHAIR
    return on_it or "lege stoel" in stakeholder.name.casefold()


def _on_ronde(rule: Rule, reason: str, question: str) -> Hint:
    return Hint(rule=rule, phase=PhaseKey.PERSPECTIVES, reason=reason, question=question)
