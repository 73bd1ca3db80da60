"""Ronde 5, Alternatieven: meer dan A en B, zonder te oordelen (stap 6 van tien)."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.model import Field, FieldKind, Minutes, Phase, Stage, any_text
from beraad.phases.wording import FEASIBILITY_LABELS
from beraad.records import PhaseKey, Session

TEXT = Field(
    section="options", name="text", label="Wat kan nog meer?", hint="wat kan nog meer?", needed=True
)
NOTHING = Field(section="options", name="nothing", label="Dit is niets doen", kind=FieldKind.CHECK)
FROM_VALUE = Field(
    section="options",
    name="from_value",
    label="Geeft ruimte aan",
    hint="welke waarde?",
    kind=FieldKind.LINE,
    suggestions="waarden",
)
FEASIBILITY = Field(
    section="options",
    name="feasibility",
    label="Haalbaar?",
    kind=FieldKind.CHOICE,
    choices=tuple(FEASIBILITY_LABELS.items()),
    extra=True,
)
GROUND = Field(
    section="options",
    name="ground",
    label="Ruimte in de regels",
    hint="welke regel geeft ruimte?",
    kind=FieldKind.LINE,
    suggestions="maatwerkgronden",
    extra=True,
)
MANDATE = Field(
    section="options",
    name="mandate",
    label="Wie mag dit beslissen",
    hint="welke rol?",
    kind=FieldKind.LINE,
    extra=True,
)
REMAINING_HARM = Field(
    section="options",
    name="remaining_harm",
    label="Welke schade blijft",
    hint="welke schade blijft?",
    kind=FieldKind.LINE,
    extra=True,
)
JUDGING = (FEASIBILITY, GROUND, MANDATE, REMAINING_HARM)
"""What is only asked after the brainstorm."""


def _missing(session: Session) -> Iterator[str]:
    if not any(any_text(option.text) for option in session.alternatives):
        yield "Er staat nog geen derde mogelijkheid."
    elif not any(option.nothing for option in session.options):
        yield "Is niets doen ook een mogelijkheid?"


PHASE = Phase(
    key=PhaseKey.ALTERNATIVES,
    title="Alternatieven",
    short_title="Alternatieven",
    stage=Stage.JUDGEMENT,
    canonical_steps=(6,),
    minutes=Minutes(hour=4, hour_and_half=7, two_hours=10),
    goal="Ruimte maken voor meer dan A en B, zonder iets al te beoordelen.",
    speaks="Iedereen, vrij en door elkaar.",
    notes="C, D, E … in een paar woorden.",
    questions=(
        "Wat kan nog meer?",
        "Wat als geld en tijd geen rol speelden?",
        "Wat zou de inwoner zelf bedenken?",
        "Welke waarde krijgt zo meer plek?",
        "Welke ruimte geeft de regel?",
        "Wat kan kleiner, tijdelijk of samen?",
    ),
    pitfalls=(
        "“Dat kan toch niet.”",
        "Weglopen voor het dilemma.",
        "Een idee zonder eigenaar wordt ineens de conclusie.",
        "Te lang doorgaan.",
    ),
    say=("Eerst verzamelen. Of het kan, bekijken we straks.",),
    invitation="Alles mag. Nog niets hoeft te kunnen.",
    started=lambda session: bool(session.alternatives),
    missing=_missing,
)
