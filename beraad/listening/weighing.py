"""Ronde 6: something to choose from, and a choice that tells its value and its price."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.listening.hint import Hint, Rule
from beraad.phases.consideration import HARM, VALUE
from beraad.phases.model import Field, any_text
from beraad.records import Consideration, PhaseKey, Session


def in_weighing(session: Session) -> Iterator[Hint]:
    """What an afweging, or the choice itself, still lacks."""
    horns = [option for option in session.options[:2] if any_text(option.text)]
    if len(horns) > 1 and not any(any_text(option.text) for option in session.alternatives):
        yield Hint(
            rule=Rule.ONLY_A_AND_B,
            phase=PhaseKey.CONSIDERATION,
            reason="Er liggen alleen A en B. Met maar twee dingen kies je snel een kant.",
            question="Wat kan nog meer? Teruggaan naar ronde 5 mag.",
        )
    for one in session.considerations:
        if one.choice_id is None or one.abstains:
            continue
        if not any_text(one.value) and not _is_being_written(session, one, one.harm):
            yield _on_card(
                one,
                Rule.WITHOUT_VALUE,
                VALUE,
                "Deze keuze noemt nog geen waarde. Een keuze zonder waarde is nog geen afweging.",
                "Wat vind je hier het belangrijkst?",
            )
        if not any_text(one.harm) and not _is_being_written(session, one):
            yield _on_card(
                one,
                Rule.WITHOUT_HARM,
                HARM,
                "Deze keuze noemt nog geen schade. In een dilemma kost elke keuze iets.",
                "Wie betaalt de prijs, en welke?",
            )


def _is_being_written(session: Session, one: Consideration, *after: str) -> bool:
    """Whether this is the card begun last, with nothing written yet further on."""
    last = session.considerations[-1] is one
    here = session.progress.phase is PhaseKey.CONSIDERATION
    return here and last and not any_text(one.limiting, one.needs, one.needs_from, *after)


def _on_card(one: Consideration, rule: Rule, field: Field, reason: str, question: str) -> Hint:
    return Hint(
        rule=rule,
        phase=PhaseKey.CONSIDERATION,
        address=field.address(one.id),
        reason=reason,
        question=question,
    )
