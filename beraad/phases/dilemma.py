"""Ronde 2, Dilemma: A of B, de schade van elk, en één morele vraag (stap 3 van tien)."""

from __future__ import annotations

from collections.abc import Iterator

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
    label="In twee woorden",
    hint="twee woorden",
    kind=FieldKind.LINE,
)
HARM_TEXT = Field(
    section="harms",
    name="text",
    label="Wat gaat er verloren?",
    hint="Wat gaat er dan verloren?",
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
    return any_text(
        session.dilemma.moral_question, session.option_a.text, session.option_b.text
    ) or any(harm.option_id in _dilemma_ids(session) for harm in session.harms)


def _dilemma_ids(session: Session) -> set[str]:
    return {session.option_a.id, session.option_b.id}


def _missing(session: Session) -> Iterator[str]:
    if not any_text(session.dilemma.moral_question):
        yield "De morele vraag staat er nog niet."
    for option in (session.option_a, session.option_b):
        name = session.letter(option.id)
        if not any_text(option.text):
            yield f"{name} is nog leeg."
        elif not any(any_text(harm.text) for harm in session.harms_of(option.id)):
            yield f"Wat gaat er verloren bij {name}, en voor wie?"


PHASE = Phase(
    key=PhaseKey.DILEMMA,
    title="Dilemma",
    short_title="Dilemma",
    stage=Stage.IMAGE,
    canonical_steps=(3,),
    minutes=Minutes(hour=6, hour_and_half=8, two_hours=10),
    goal="Twee concrete handelingen, A en B, met de schade van elk. En één vraag over je eigen "
    "handelen.",
    speaks="De inbrenger. De groep helpt zoeken naar woorden.",
    notes="A, B, de schade van elk en de morele vraag.",
    questions=(
        "Wat zou je kunnen doen: A of B?",
        "Wat gaat er verloren als je A kiest, en voor wie?",
        "En als je B kiest?",
        "Wat maakt beide te verdedigen?",
        "Gaat het om wat jij doet, of om wat een ander doet?",
        "Is dit de vraag waar je vandaag over wilt nadenken?",
    ),
    pitfalls=(
        "Een verwijt, verpakt als vraag.",
        "Een feit of een regel geeft het antwoord al.",
        "Eén van de twee is niet echt bedoeld.",
        "De schade blijft vaag.",
    ),
    say=("Begin met: Mag ik … ? Of: Moet ik … ?", "Als ik A doe, dan verliest …"),
    invitation="Zoek mee naar de woorden van de inbrenger.",
    fields=(MORAL_QUESTION,),
    started=_started,
    missing=_missing,
)
