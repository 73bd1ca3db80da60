"""Ronde 7, Dialoog: waar wegen we hetzelfde en waar anders (stap 8 van tien)."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.in_brief import SHORT_TITLES
from beraad.phases.model import Field, Minutes, Phase, Stage, any_text
from beraad.records import Dialogue, PhaseKey, Session

SHARED = Field(
    section="dialogue",
    name="shared",
    label="Wat we delen",
    hint="Waar vinden we elkaar?",
)
CORE_DIFFERENCE = Field(
    section="dialogue",
    name="core_difference",
    label="Waar we verschillen",
    hint="Waar zit het verschil in de kern?",
    needed=True,
)
MINORITY_VIEW = Field(
    section="dialogue",
    name="minority_view",
    label="Wat zag iemand die anders koos?",
    hint="Wat ziet diegene, dat de rest mist?",
    needed=True,
)
SAME_CHOICE = Field(
    section="dialogue",
    name="same_choice_other_reason",
    label="Zelfde keuze, andere reden",
    hint="Waar kiezen we hetzelfde, om een andere reden?",
)
SAME_VALUE = Field(
    section="dialogue",
    name="same_value_other_choice",
    label="Zelfde waarde, andere keuze",
    hint="Waar leidt dezelfde waarde tot iets anders?",
)
MOVED_BY = Field(
    section="dialogue",
    name="moved_by",
    label="Welk argument maakte indruk?",
    extra=True,
)
NEW_QUESTIONS = Field(
    section="dialogue",
    name="new_questions",
    label="Welke vraag ligt hier eigenlijk onder?",
    extra=True,
)
MISSING_VOICE = Field(
    section="dialogue",
    name="missing_voice",
    label="Welk geluid missen we nog?",
    hint="Wie is hier niet gehoord?",
)
TAKEN_FOR_GRANTED = Field(
    section="dialogue",
    name="taken_for_granted",
    label="Wat zijn wij gewoon gaan vinden?",
    hint="Waar kijken wij niet meer van op?",
    extra=True,
)
REVISED_BECAUSE = Field(
    section="considerations",
    name="revised_because",
    label="Wat maakte dat je anders koos?",
    hint="wat maakte dat je anders koos?",
)


def _missing(session: Session) -> Iterator[str]:
    if not any_text(session.dialogue.core_difference):
        yield "Waar zit het verschil in de kern?"
    choices = {c.final_choice_id for c in session.considerations if c.final_choice_id}
    if len(choices) > 1 and not any_text(session.dialogue.minority_view):
        yield "Wat zag iemand die anders koos?"


PHASE = Phase(
    key=PhaseKey.DIALOGUE,
    title="Dialoog",
    short_title=SHORT_TITLES[PhaseKey.DIALOGUE],
    stage=Stage.JUDGEMENT,
    canonical_steps=(8,),
    minutes=Minutes(least=4, short=4, hour=6, hour_and_half=10, two_hours=14),
    goal="Begrijpen waar we hetzelfde en waar we anders wegen, en wat dat ons leert.",
    speaks="Iedereen, in gesprek.",
    notes="Overeenkomst, verschil, inzicht, en waardoor een keuze veranderde.",
    questions=(
        "Waar kiezen we hetzelfde, om een andere reden?",
        "Waar leidt dezelfde waarde tot een andere keuze?",
        "Wat zie jij dat de anderen nog niet zien?",
        "Welk argument maakte indruk op je?",
        "Welk geluid missen we nog?",
        "Wat zijn wij gewoon gaan vinden?",
        "Is je keuze veranderd, en waardoor?",
        "Welke vraag ligt hier eigenlijk onder?",
    ),
    pitfalls=(
        "Tel de keuzes niet.",
        "Zoek het verschil op, ook als jullie het snel eens zijn.",
        "Laat niemand een ander overtuigen.",
        "Stop een grapje dat iemand klein maakt.",
        "Sla niemand over die stil is.",
    ),
    say=("Het gaat niet om gelijk krijgen. Wat zie jij dat een ander nog niet zag?",),
    invitation="Vraag door bij iemand die anders koos dan jij.",
    asks_in_short=(0,),
    in_short="Vraag alleen waar jullie hetzelfde kiezen om een andere reden.",
    fields=(
        SAME_CHOICE,
        SAME_VALUE,
        SHARED,
        CORE_DIFFERENCE,
        MINORITY_VIEW,
        MISSING_VOICE,
        MOVED_BY,
        NEW_QUESTIONS,
        TAKEN_FOR_GRANTED,
    ),
    started=lambda session: session.dialogue != Dialogue(),
    missing=_missing,
)
