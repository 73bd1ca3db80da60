"""Ronde 3, Verheldering: vragen tot ieder zelf zou kunnen kiezen (stap 4 van tien)."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.in_brief import SHORT_TITLES
from beraad.phases.model import Field, FieldKind, Minutes, Phase, Rows, Stage, any_text
from beraad.phases.wording import CLARIFICATION_LABELS
from beraad.records import PhaseKey, Session

QUESTIONS = Rows(
    section="clarifications",
    title="Vragen en antwoorden",
    columns=(
        Field(
            section="clarifications",
            name="question",
            label="Vraag",
            hint="Wat wil je weten?",
            needed=True,
        ),
        Field(
            section="clarifications",
            name="answer",
            label="Antwoord van de inbrenger",
            hint="antwoord",
        ),
        Field(
            section="clarifications",
            name="kind",
            label="Soort",
            kind=FieldKind.CHOICE,
            choices=tuple(CLARIFICATION_LABELS.items()),
        ),
        Field(
            section="clarifications",
            name="open_point",
            label="Uitzoeken",
            kind=FieldKind.CHECK,
        ),
        Field(
            section="clarifications",
            name="find_out_by",
            label="Door wie",
            hint="welke rol?",
            kind=FieldKind.LINE,
        ),
        Field(
            section="clarifications",
            name="find_out_when",
            label="Voor wanneer",
            hint="voor wanneer?",
            kind=FieldKind.LINE,
        ),
    ),
    add_label="vraag",
    empty="Nog geen vragen. Noteer kort: de vraag en wat de inbrenger antwoordt.",
)

RULE_PURPOSE = Field(
    section="case",
    name="rule_purpose",
    label="Wat is de bedoeling van de regel?",
    hint="Waarvoor is deze regel of afspraak gemaakt?",
)


def _missing(session: Session) -> Iterator[str]:
    for row in session.clarifications:
        if row.open_point and not any_text(row.find_out_by):
            yield "Een punt om uit te zoeken heeft nog niemand die het doet."
            return


PHASE = Phase(
    key=PhaseKey.CLARIFICATION,
    title="Verheldering",
    short_title=SHORT_TITLES[PhaseKey.CLARIFICATION],
    stage=Stage.IMAGE,
    canonical_steps=(4,),
    minutes=Minutes(least=3, short=3, hour=4, hour_and_half=8, two_hours=10),
    goal="Iedereen begrijpt de situatie zo goed dat je straks zelf zou kunnen kiezen.",
    speaks="Deelnemers vragen, de inbrenger antwoordt.",
    notes="Nieuwe feiten, en wat nog uitgezocht moet worden.",
    questions=(
        "Welk feit mis je nog?",
        "Hoe ziet het leven van de inwoner er nu uit?",
        "Wat heeft de inwoner zelf gezegd?",
        "Welke regel of afspraak geldt hier, en wat is daarvan de bedoeling?",
        "Wat is al geprobeerd?",
        "Kun jij je nu in de inbrenger verplaatsen?",
        "Klopt de vraag nog voor jou, inbrenger?",
    ),
    pitfalls=(
        "Vraag bij een advies (“Heb je al …?”) welke vraag eronder zit.",
        "Laat de inbrenger rustig antwoorden, zonder verhoor.",
        "Laat één vraag tegelijk stellen.",
        "Geef ieder een beurt om iets te vragen.",
    ),
    say=("Dat is een mening. Welke vraag zit eronder?", "Die parkeer ik voor ronde 5."),
    invitation="Stel alleen vragen waarop je het antwoord nog niet weet.",
    in_short="Ieder stelt één vraag.",
    fields=(RULE_PURPOSE,),
    rows=(QUESTIONS,),
    started=lambda session: bool(session.clarifications) or any_text(session.case.rule_purpose),
    missing=_missing,
)
