"""Ronde 5, Alternatieven: meer dan A en B, zonder te oordelen (stap 6 van tien)."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.in_brief import SHORT_TITLES
from beraad.phases.model import Field, FieldKind, Minutes, Phase, Stage, any_text
from beraad.phases.wording import FEASIBILITY_LABELS
from beraad.records import PhaseKey, Session

TEXT = Field(
    section="options", name="text", label="Wat kan nog meer?", hint="wat kan nog meer?", needed=True
)
NOTHING = Field(
    section="options", name="nothing", label="Dit betekent: niets doen", kind=FieldKind.CHECK
)
FROM_VALUE = Field(
    section="options",
    name="from_value",
    label="Doet recht aan",
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
    short_title=SHORT_TITLES[PhaseKey.ALTERNATIVES],
    stage=Stage.JUDGEMENT,
    canonical_steps=(6,),
    minutes=Minutes(least=2, short=2, hour=3, hour_and_half=6, two_hours=8),
    goal="Ruimte maken voor meer dan A en B, zonder iets al te beoordelen.",
    speaks="Iedereen, zonder vaste beurt.",
    notes="C, D, E … in een paar woorden.",
    questions=(
        "Wat kan nog meer?",
        "Wat als geld en tijd geen rol speelden?",
        "Wat zou de inwoner zelf bedenken?",
        "Aan welke waarde doe je zo meer recht?",
        "Wat kan kleiner, tijdelijk of samen?",
        "Na het verzamelen: welke ruimte geeft de regel?",
    ),
    pitfalls=(
        "Schrijf alles op, ook bij “Dat kan toch niet”.",
        "Houd het dilemma in beeld: ook een nieuw idee doet iemand tekort.",
        "Laat elk idee open tot ronde 6. Het is nog geen conclusie.",
        "Stop als er niets nieuws meer komt.",
    ),
    say=("Eerst verzamelen. Of het kan, bekijken we straks.",),
    invitation="Alles mag. Nog niets hoeft te kunnen.",
    in_short="Vraag in één rondje wat er nog meer kan.",
    started=lambda session: bool(session.alternatives),
    missing=_missing,
)
