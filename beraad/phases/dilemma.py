"""Ronde 2, Dilemma: A of B, de schade van elk, en één morele vraag (stap 3 van tien)."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.in_brief import SHORT_TITLES
from beraad.phases.model import Field, FieldKind, Minutes, Phase, Stage, any_text
from beraad.phases.wording import HARM_TERM_LABELS
from beraad.records import PhaseKey, Session

MORAL_QUESTION = Field(
    section="dilemma",
    name="moral_question",
    label="Morele vraag",
    hint="Mag ik … of moet ik … ?",
    needed=True,
)
OPTION_TEXT = Field(
    section="options",
    name="text",
    label="Wat doe je dan?",
    hint="Ik …",
    needed=True,
)
OPTION_SHORT = Field(
    section="options",
    name="short",
    label="In twee woorden, voor groepsscherm en verslag",
    hint="kort, voor scherm en verslag",
    kind=FieldKind.LINE,
)
HARM_TEXT = Field(
    section="harms",
    name="text",
    label="Wie of wat doe je hiermee tekort?",
    hint="wie of wat doe je hiermee tekort?",
    needed=True,
)
HARM_WHO = Field(
    section="harms",
    name="who",
    label="Voor wie",
    hint="voor wie?",
    kind=FieldKind.LINE,
    needed=True,
    suggestions="perspectieven",
)
HARM_TERM = Field(
    section="harms",
    name="term",
    label="Hoe lang",
    kind=FieldKind.CHOICE,
    choices=tuple(HARM_TERM_LABELS.items()),
)
REASON = Field(
    section="wordings",
    name="reason",
    label="Waarom veranderde de vraag?",
    hint="waarom veranderde de vraag?",
    kind=FieldKind.LINE,
)


def _started(session: Session) -> bool:
    return any_text(session.dilemma.moral_question, *_words(session)) or any(
        harm.option_id in _dilemma_ids(session) for harm in session.harms
    )


def _words(session: Session) -> tuple[str, ...]:
    both = (session.option_a, session.option_b)
    return tuple(text for option in both for text in (option.text, option.short))


def _dilemma_ids(session: Session) -> set[str]:
    return {session.option_a.id, session.option_b.id}


def missing(session: Session, *, lacks: str = "Wie of wat doe je tekort") -> Iterator[str]:
    """What ronde 2 still lacks; `lacks` begins the question about the harm of A or B."""
    if not any_text(session.dilemma.moral_question):
        yield "De morele vraag staat er nog niet."
    for option in (session.option_a, session.option_b):
        name = session.letter(option.id)
        if not any_text(option.text, option.short):
            yield f"{name} is nog leeg."
        elif not any_text(option.text):
            yield f"Van {name} zijn er alleen nog korte woorden."
        elif not any(any_text(harm.text) for harm in session.harms_of(option.id)):
            yield f"{lacks} met {name}?"


PHASE = Phase(
    key=PhaseKey.DILEMMA,
    title="Dilemma",
    short_title=SHORT_TITLES[PhaseKey.DILEMMA],
    stage=Stage.IMAGE,
    canonical_steps=(3,),
    minutes=Minutes(least=3, short=3, hour=5, hour_and_half=8, two_hours=9),
    goal="Twee concrete handelingen, A en B, met de morele schade van elk: wie of wat je "
    "tekortdoet. En dan één vraag over je eigen handelen.",
    speaks="De inbrenger. De groep helpt zoeken naar woorden.",
    notes="A, B, de schade van elk en de morele vraag.",
    questions=(
        "Tussen welke twee dingen moest je kiezen?",
        "Wie of wat doe je tekort als je A kiest?",
        "En wie of wat als je B kiest?",
        "Wat is er voor A te zeggen, en wat voor B?",
        "Hoe luidt dan jouw vraag: mag ik … , of moet ik … ?",
        "Is dit de vraag waar je vandaag over wilt nadenken?",
    ),
    pitfalls=(
        "Begin met A en B. De vraag staat bovenaan, maar komt daarna.",
        "Maak van een verwijt een vraag over het eigen handelen.",
        "Kijk of een feit of regel het antwoord al geeft. Dan is er geen dilemma.",
        "Maak A en B allebei echt: iets wat de inbrenger zou kunnen doen.",
        "Zeg bij elke schade wie of wat je tekortdoet. Geld en tijd zijn dat zelden.",
    ),
    say=("Als ik A doe, dan doe ik … tekort.", "Begin je vraag met: Mag ik … ? Of: Moet ik … ?"),
    invitation="Zoek mee naar de woorden van de inbrenger.",
    asks_in_short=(0, 5),
    in_short="A, B en de vraag staan al op papier. Toets ze alleen bij de inbrenger.",
    fields=(MORAL_QUESTION,),
    started=_started,
    missing=missing,
)
