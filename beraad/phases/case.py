"""Ronde 1, Casus: de inbrenger vertelt wat er speelde (stap 2 van tien)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from beraad.phases.in_brief import SHORT_TITLES
from beraad.phases.model import Field, FieldKind, Minutes, Phase, Rows, Stage, any_text
from beraad.records import CaseAccount, PhaseKey, Session

THE_CASE = "De casus"
"""What this ronde tells of."""

SITUATION = Field(
    section="case",
    name="situation",
    label="De situatie",
    hint="Wat gebeurde er, in volgorde? Vijf tot acht zinnen, in algemene woorden.",
    needed=True,
)
HOT_MOMENT = Field(
    section="case",
    name="hot_moment",
    label="Het kernmoment",
    hint="Op welk moment ging het wringen?",
    needed=True,
)
FRICTION = Field(
    section="case",
    name="friction",
    label="Wat maakt dit een morele kwestie?",
    hint="Wat voelt hier niet goed, en waarom?",
)
DONE_SO_FAR = Field(section="case", name="done_so_far", label="Wat is er al gedaan?", extra=True)
DECIDES_FORMALLY = Field(
    section="case",
    name="decides_formally",
    label="Wie beslist formeel?",
    hint="een rol, geen naam",
    kind=FieldKind.LINE,
    extra=True,
)
DEADLINE = Field(
    section="case",
    name="deadline",
    label="Is er een termijn?",
    kind=FieldKind.LINE,
    extra=True,
)
ACCOUNT_AGREED = Field(
    section="case",
    name="account_agreed",
    label="De inbrenger vindt dat dit klopt",
    kind=FieldKind.CHECK,
    needed=True,
)
TIMELINE = Rows(
    section="timeline",
    title="Tijdlijn",
    columns=(
        Field(
            section="timeline",
            name="when",
            label="Wanneer",
            hint="week 3",
            kind=FieldKind.LINE,
        ),
        Field(section="timeline", name="what", label="Wat gebeurde er", hint="wat gebeurde er?"),
    ),
    add_label="moment",
    empty="Helpt de volgorde? Zet de momenten onder elkaar.",
)


def _started(session: Session) -> bool:
    account = replace(session.case, rule_purpose="")
    return account != CaseAccount() or bool(session.timeline)


def _missing(session: Session) -> Iterator[str]:
    case = session.case
    if not any_text(case.situation):
        yield "Wat er gebeurde staat er nog niet."
    if not any_text(case.hot_moment):
        yield "Het kernmoment ontbreekt: wanneer ging het wringen?"
    if any_text(case.situation) and not case.account_agreed:
        yield "Vraag de inbrenger of dit klopt."


PHASE = Phase(
    key=PhaseKey.CASE,
    title="Casus",
    short_title=SHORT_TITLES[PhaseKey.CASE],
    stage=Stage.IMAGE,
    canonical_steps=(2,),
    minutes=Minutes(least=3, short=4, hour=5, hour_and_half=8, two_hours=9),
    goal="De inbrenger vertelt rustig en feitelijk wat er speelde, tot het moment waarop het "
    "ging wringen.",
    speaks="Alleen de inbrenger. De rest luistert.",
    notes="Feiten, de volgorde en het kernmoment, in de woorden van de inbrenger.",
    questions=(
        "Wat gebeurde er, stap voor stap?",
        "Wie waren erbij betrokken?",
        "Op welk moment twijfelde je het meest?",
        "Wat weet je zeker, en wat vul je in?",
        "Wat moest jij toen doen of beslissen?",
        "Wat heb je toen gedaan?",
        "Wat raakte je daarin?",
        "Wat maakt dit voor jou een morele kwestie?",
    ),
    pitfalls=(
        "Houd het kort: het hele dossier hoeft niet op tafel.",
        "Schrijf op wat er gebeurde, nog niet wat je ervan vindt.",
        "Laat weg waaraan iemand te herkennen is.",
        "Laat de inbrenger uitpraten.",
    ),
    say=("Laten we eerst horen wat er gebeurde. Vragen komen zo.",),
    invitation="Luister naar het verhaal van de inbrenger.",
    in_short="Laat de inbrenger alleen vertellen wat op het blad bij de uitnodiging staat.",
    fields=(
        SITUATION,
        HOT_MOMENT,
        FRICTION,
        DONE_SO_FAR,
        DECIDES_FORMALLY,
        DEADLINE,
        ACCOUNT_AGREED,
    ),
    rows=(TIMELINE,),
    started=_started,
    missing=_missing,
)
