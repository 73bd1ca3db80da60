"""Ronde 8, Conclusie en terugblik (stap 9 en 10 van tien)."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.in_brief import SHORT_TITLES
from beraad.phases.model import Field, FieldKind, Minutes, Phase, Rows, Stage, any_text
from beraad.phases.wording import ANSWER_STATE_LABELS, RECURRENCE_LABELS
from beraad.records import CaseState, Conclusion, LookBack, PhaseKey, Recurrence, Session

ANSWER = Field(
    section="conclusion",
    name="answer",
    label="Antwoord voor nu",
    hint="Wat is voor nu het antwoord van de inbrenger? Wie deelt dat, en wie niet?",
    needed=True,
)
ANSWER_STATE = Field(
    section="conclusion",
    name="answer_state",
    label="Dit antwoord is",
    kind=FieldKind.CHOICE,
    choices=tuple(ANSWER_STATE_LABELS.items()),
)
CASE_OWNER_TAKES = Field(
    section="conclusion",
    name="case_owner_takes",
    label="Wat neemt de inbrenger mee?",
    needed=True,
)
LESSON = Field(section="conclusion", name="lesson", label="Wat leren we voor een volgende keer?")
MOTIVATED_SEPARATELY = Field(
    section="conclusion",
    name="motivated_separately",
    label="Wat hoort in het besluit zelf te staan?",
    hint="Volgt er maatwerk? Dan horen de redenen in de rapportage en de beschikking.",
    extra=True,
)
DEVIATION = Field(
    section="conclusion",
    name="deviation",
    label="Waarom wijken we af, of juist niet?",
    extra=True,
)
RESIDENT_HEARS = Field(
    section="conclusion",
    name="resident_hears",
    label="Wat hoort de inwoner hiervan?",
    hint="Wat vertellen jullie, of waarom niet?",
)
RESIDENT_HEARS_FROM = Field(
    section="conclusion",
    name="resident_hears_from",
    label="Van wie hoort de inwoner dat?",
    hint="een rol, geen naam",
    kind=FieldKind.LINE,
)
WENT_WELL = Field(section="conclusion", name="went_well", label="Wat ging hier juist goed?")
AGREEMENTS = Rows(
    section="agreements",
    title="Afspraken",
    columns=(
        Field(
            section="agreements",
            name="what",
            label="Wat",
            hint="wat spreken jullie af?",
            needed=True,
        ),
        Field(
            section="agreements",
            name="role",
            label="Wie (rol)",
            hint="welke rol?",
            kind=FieldKind.LINE,
            needed=True,
        ),
        Field(section="agreements", name="due", label="Wanneer", kind=FieldKind.DATE, needed=True),
        Field(
            section="agreements",
            name="look_back",
            label="Terugkijken",
            kind=FieldKind.DATE,
            needed=True,
        ),
    ),
    add_label="afspraak",
    empty="Nog geen afspraken. Wat, welke rol, wanneer, en wanneer kijken jullie terug?",
)
SECOND_MEETING = Field(
    section="conclusion",
    name="second_meeting",
    label="Vervolg van dit beraad",
    hint="Wanneer gaan jullie verder met wat nu niet paste?",
    kind=FieldKind.DATE,
)
RECURRENCE = Field(
    section="conclusion",
    name="recurrence",
    label="Zien we dit vaker?",
    kind=FieldKind.CHOICE,
    choices=tuple(RECURRENCE_LABELS.items()),
    needed=True,
)
RECURRENCE_COUNT = Field(
    section="conclusion",
    name="recurrence_count",
    label="Ongeveer hoe vaak",
    kind=FieldKind.NUMBER,
)
METHOD = Field(section="look_back", name="method", label="De methode", hint="Hielpen de rondes?")
TIME = Field(section="look_back", name="time", label="De tijd", hint="Waar kwamen we tijd tekort?")
SAFETY = Field(
    section="look_back", name="safety", label="Veiligheid", hint="Kon ieder vrij spreken?"
)
OPEN_QUESTIONS = Field(
    section="look_back", name="open_questions", label="Open vragen", hint="Stelden we open vragen?"
)
CHECK_OUT = Field(
    section="look_back",
    name="check_out",
    label="In één woord",
    hint="Ieder één woord om mee af te sluiten",
)
RECIPIENTS = Field(
    section="conclusion",
    name="recipients",
    label="Wie krijgt het verslag?",
    hint="rollen, geen namen",
    kind=FieldKind.LINE,
    needed=True,
)
KEEP_UNTIL = Field(
    section="conclusion",
    name="keep_until",
    label="Bewaren tot",
    kind=FieldKind.DATE,
    needed=True,
    far=20,
)
CASE_OWNER_AGREES = Field(
    section="conclusion",
    name="case_owner_agrees",
    label="De inbrenger heeft het verslag gelezen en is akkoord",
    kind=FieldKind.CHECK,
)


def _started(session: Session) -> bool:
    return (
        session.conclusion != Conclusion()
        or session.look_back != LookBack()
        or bool(session.agreements)
    )


def _missing(session: Session) -> Iterator[str]:
    conclusion = session.conclusion
    if not any_text(conclusion.answer):
        yield "Wat is voor nu het antwoord op de morele vraag?"
    if not any_text(conclusion.case_owner_takes):
        yield "Wat neemt de inbrenger mee?"
    closed = session.opening.case_state is CaseState.CLOSED
    if closed and not any_text(conclusion.lesson):
        yield "Wat zouden jullie een volgende keer doen?"
    for agreement in session.agreements:
        if any_text(agreement.what) and not (
            any_text(agreement.role) and (agreement.due or closed)
        ):
            yield (
                "Een afspraak mist nog een rol."
                if closed
                else "Een afspraak mist nog een rol of een datum."
            )
            break
    if conclusion.recurrence is Recurrence.UNASKED:
        yield "Zien we dit vaker? Die vraag staat nog open."
    if not any_text(conclusion.recipients):
        yield "Wie krijgt het verslag?"


PHASE = Phase(
    key=PhaseKey.CONCLUSION,
    title="Conclusie en terugblik",
    short_title=SHORT_TITLES[PhaseKey.CONCLUSION],
    stage=Stage.DECISION,
    canonical_steps=(9, 10),
    minutes=Minutes(least=6, short=6, hour=9, hour_and_half=15, two_hours=17),
    goal="Vaststellen wat dit beraad oplevert, afspreken wat volgt, en terugkijken op het gesprek.",
    speaks="De inbrenger eerst, daarna iedereen kort.",
    notes="Antwoord, afspraken, signaal en terugblik.",
    questions=(
        "Wat is voor nu jouw antwoord, inbrenger?",
        "Wie deelt dat antwoord, en wie ziet het anders?",
        "Deden we wat we gewend zijn, of weken we daarvan af, en waarom?",
        "Wat spreken we af: wat, welke rol, wanneer, en wanneer kijken we terug?",
        "Wat hoort de inwoner hiervan, en van wie?",
        "Zien we dit vaker, en waar leggen we dat neer?",
        "Wat ging hier juist goed?",
        "Hoe ging dit gesprek: luisteren, open vragen, tijd, veiligheid?",
    ),
    pitfalls=(
        "Houd hier tijd voor vrij.",
        "Geef elk voornemen een rol en een datum.",
        "Noem het antwoord geen besluit.",
        "Schrijf ook op waar jullie verschillen. Eén antwoord hoeft niet.",
        "Vraag of jullie dit vaker zien.",
        "Spreek af wie het verslag eerst leest en wie het krijgt.",
    ),
    say=("Wie doet wat, en wanneer horen we daarvan terug?",),
    invitation="Wat nemen we mee, en wat spreken we af?",
    asks_in_short=(0, 3, 5),
    in_short="Antwoord, één afspraak, en de vraag of jullie dit vaker zien.",
    fields=(
        ANSWER,
        ANSWER_STATE,
        CASE_OWNER_TAKES,
        RESIDENT_HEARS,
        RESIDENT_HEARS_FROM,
        LESSON,
        WENT_WELL,
        SECOND_MEETING,
        MOTIVATED_SEPARATELY,
        DEVIATION,
        RECURRENCE,
        RECURRENCE_COUNT,
        METHOD,
        TIME,
        SAFETY,
        OPEN_QUESTIONS,
        CHECK_OUT,
        RECIPIENTS,
        KEEP_UNTIL,
        CASE_OWNER_AGREES,
    ),
    rows=(AGREEMENTS,),
    started=_started,
    missing=_missing,
)
