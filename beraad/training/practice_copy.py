"""From a real beraad to an oefening, to make an oefencasus of: only of what may go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from beraad.errors import Solvable
from beraad.privacy.clean import CleanedSession
from beraad.privacy.leaving.cleaned import CleanedConsideration
from beraad.records import (
    Consideration,
    Dilemma,
    Id,
    Norm,
    Option,
    Part,
    Participant,
    Plea,
    Session,
    Setting,
    blank_session,
    letter,
    new_id,
)

_NOBODY, _BRINGS_IN = "deelnemer", "inbrenger"
_DEALT = ("value", "harm", "limiting", "needs", "needs_from", "virtue")
"""What people wrote on their cards, beside the choice."""


def practice_copy(
    cleaned: CleanedSession, *, now: datetime, held_on: date, minutes: int
) -> Session:
    """An oefening of what was left after reading it: no team, no roles, no days, no signal.

    Whoever were there are so many without a role, so that its rondes last as long, and what they
    weighed is dealt anew: here as little as in a verslag may be seen who chose what. A person still
    makes it another story. Raises Solvable while a place in it is undecided.
    """
    if cleaned.open_count:
        raise Solvable(
            "Er staan nog plekken in waaraan iemand te herkennen is.",
            kept="Er is geen oefening gemaakt, en het beraad is niet veranderd.",
            way_out="Open het beraad, kies Verslag (Ctrl+E), en beslis per plek.",
        )
    blank = blank_session(now=now, held_on=held_on, setting=Setting.PRACTICE)
    opening = replace(
        blank.opening,
        title=cleaned.title,
        minutes=minutes,
        case_state=cleaned.case_state,
        manager=cleaned.manager,
        clarification_first=cleaned.clarification_first,
    )
    people = _people(cleaned)
    return replace(
        blank,
        opening=opening,
        participants=people,
        case=cleaned.case,
        timeline=cleaned.timeline,
        dilemma=Dilemma(moral_question=cleaned.moral_question),
        options=cleaned.options,
        harms=cleaned.harms,
        clarifications=cleaned.clarifications,
        stakeholders=cleaned.stakeholders,
        values=cleaned.values,
        norms=tuple(_norm(one, cleaned) for one in cleaned.norms),
        considerations=tuple(
            _weighed(one, person.id, cleaned.options)
            for one, person in zip(_cards(cleaned), reversed(people), strict=False)
        ),
        dialogue=cleaned.dialogue,
        conclusion=cleaned.conclusion,
        agreements=tuple(replace(one, due=None, look_back=None) for one in cleaned.agreements),
        look_back=cleaned.look_back,
    )


def mixes_cards(cleaned: CleanedSession) -> bool:
    """Whether what stands on one card in a copy is of different people."""
    return len(cleaned.considerations) > 1 and not cleaned.stands_whole


def _people(cleaned: CleanedSession) -> tuple[Participant, ...]:
    """As many as weighed; one of them brought it in, who gets no card that stands whole."""
    cards = len(cleaned.considerations)
    count = max(cleaned.participant_count, cards)
    is_each_whole = cleaned.stands_whole and cards == count
    first = Part.PARTICIPANT if is_each_whole else Part.CASE_OWNER
    return tuple(
        Participant(
            id=new_id(),
            role=_BRINGS_IN if part is Part.CASE_OWNER else _NOBODY,
            part=part,
        )
        for part in (first, *[Part.PARTICIPANT] * (count - 1))[:count]
    )


def _norm(norm: Norm, cleaned: CleanedSession) -> Norm:
    """Without what it pleads for, where no document would say that either."""
    values = (value for value in cleaned.values if value.id == norm.value_id)
    told = all(map(cleaned.may_tell_plea_of, values))
    return norm if told else replace(norm, plea=Plea.UNCLEAR)


def _cards(cleaned: CleanedSession) -> tuple[CleanedConsideration, ...]:
    """The cards as they were when all agreed to that, and otherwise dealt anew, one to everybody.

    What stands on one card then is of different people: every field is dealt by itself, on
    alphabet, and what was chosen first or in the end in turn, so that nothing is counted, nobody
    moves and nobody stays out.
    """
    said = cleaned.considerations
    if cleaned.stands_whole or not said:
        return said
    named = {letter for one in said for letter in (one.choice, one.revised_choice)} - {""}
    chosen = sorted(named) or [""]
    count = max(cleaned.participant_count, len(said))
    cards = [CleanedConsideration(choice=chosen[n % len(chosen)]) for n in range(count)]
    for name in _DEALT:
        texts = sorted({getattr(one, name).strip() for one in said} - {""}, key=str.casefold)
        cards[: len(texts)] = [
            replace(card, **{name: text}) for card, text in zip(cards, texts, strict=False)
        ]
    return tuple(cards)


def _weighed(said: CleanedConsideration, person: Id, options: tuple[Option, ...]) -> Consideration:
    lettered = {letter(place): option.id for place, option in enumerate(options)}
    return Consideration(
        id=new_id(),
        participant_id=person,
        choice_id=lettered.get(said.choice),
        value=said.value,
        harm=said.harm,
        limiting=said.limiting,
        needs=said.needs,
        needs_from=said.needs_from,
        virtue=said.virtue,
        revised_choice_id=lettered.get(said.revised_choice),
        revised_because=said.revised_because,
    )
