"""A case that is over: no plan any more, but what one would do a next time."""

from __future__ import annotations

from dataclasses import replace

from beraad.phases.model import Phase
from beraad.records import PhaseKey

_WEIGHED = "Wat vind jij nu dat hier goed was om te doen, in de schoenen van de inbrenger?"
_CHOSEN = "Wat vind jij nu dat hier goed was om als gemeente te kiezen?"
_NEXT_TIME = "Wat zou je een volgende keer doen, inbrenger?"
_AGREED = "Wat spreken we af voor een volgende keer: wat, en welke rol?"


def for_closed(phase: Phase, *, is_policy: bool = False) -> Phase:
    """The ronde in words that fit a case that is over; the record stays the same."""
    match phase.key:
        case PhaseKey.CONSIDERATION:
            return replace(
                phase, questions=(_CHOSEN if is_policy else _WEIGHED, *phase.questions[1:])
            )
        case PhaseKey.CONCLUSION:
            answer, shared, deviation, _, resident, *rest = phase.questions
            return replace(
                phase,
                goal="Vaststellen wat jullie hiervan leren voor een volgende keer, en terugkijken "
                "op het gesprek.",
                notes="Antwoord, les, signaal en terugblik.",
                questions=(_NEXT_TIME, answer, shared, deviation, _AGREED, resident, *rest),
                asks_in_short=(0, 4, 6),
                pitfalls=(
                    phase.pitfalls[0],
                    "Maak van de les iets wat je een volgende keer doet. Geef het een rol.",
                    *phase.pitfalls[2:],
                ),
                say=("Als dit morgen weer gebeurt, wat doen we dan?",),
                invitation="Wat leren we, en wat doen we een volgende keer?",
            )
        case _:
            return phase
