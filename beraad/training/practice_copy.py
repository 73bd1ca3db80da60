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
    Option,
    Part,
    Participant,
    Session,
    Setting,
    blank_session,
    letter,
    new_id,
)

_NOBODY = "deelnemer"


def practice_copy(cleaned: CleanedSession, *, now: datetime, held_on: date) -> Session:
    """An oefening of what was left after reading it: no team, no roles, no days, no signal.

    Whoever were there are so many without a role. A person still makes it another story. Raises
    Solvable while a place in it is undecided.
    """
    if cleaned.open_count:
        raise Solvable(
            "Er staan nog plekken in waaraan iemand te herkennen is.",
            kept="Er is geen oefening gemaakt, en het beraad is niet veranderd.",
            way_out="Open het beraad, kies Verslag (Ctrl+E), en beslis per plek.",
        )
    blank = blank_session(now=now, held_on=held_on, setting=Setting.PRACTICE)
    opening = replace(
        blank.opening, title=cleaned.title, case_state=cleaned.case_state, manager=cleaned.manager
    )
    people = tuple(Participant(id=new_id(), role=_NOBODY) for _ in cleaned.considerations)
    return replace(
        blank,
        opening=opening,
        participants=(Participant(id=new_id(), role="inbrenger", part=Part.CASE_OWNER), *people),
        case=cleaned.case,
        timeline=cleaned.timeline,
        dilemma=Dilemma(moral_question=cleaned.moral_question),
        options=cleaned.options,
        harms=cleaned.harms,
        clarifications=cleaned.clarifications,
        stakeholders=cleaned.stakeholders,
        values=cleaned.values,
        norms=cleaned.norms,
        considerations=tuple(
            _weighed(one, person.id, cleaned.options)
            for one, person in zip(cleaned.considerations, people, strict=True)
        ),
        dialogue=cleaned.dialogue,
        conclusion=cleaned.conclusion,
        agreements=tuple(replace(one, due=None, look_back=None) for one in cleaned.agreements),
        look_back=cleaned.look_back,
    )


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
