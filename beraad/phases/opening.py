"""De opening: geen ronde, wel de drempel waar het gesprek begint (stap 1 van tien)."""

from __future__ import annotations

from beraad.phases.date_entry import Reach
from beraad.phases.dates import full_date
from beraad.phases.model import Field, FieldKind
from beraad.phases.wording import (
    CASE_STATE_LABELS,
    EMPLOYMENT_LABELS,
    MANAGER_LABELS,
    PART_LABELS,
    SETTING_LABELS,
)
from beraad.records import Session

GOAL = "Heet welkom en spreek af hoe jullie dit gesprek voeren."
STEPS = (
    "Heet welkom en zeg wat dit gesprek is: samen nadenken, geen besluit.",
    "Kijk kort terug: wat werd het van de afspraken, en kwam er antwoord op een signaal?",
    "Spreek af wat onder ons blijft en wat in het verslag komt. Mogen afwegingen er heel in staan?",
    "Spreek af wie het verslag als eerste leest. Dat is vaak de inbrenger.",
    "Is de leidinggevende erbij? Vraag of het team dat wil. Laat die pas na het team spreken.",
    "Wijs de lege stoel aan: wie is er niet, maar wordt wel geraakt?",
)
"""What the gespreksleider does, in this order; on screen and on paper."""
SAY = (
    "Wie wat zegt, blijft tussen ons. Samen bepalen we wat in het verslag komt.",
    "Het gaat niet om gelijk krijgen. We onderzoeken samen.",
    "Eerst begrijpen, dan pas oordelen.",
    "Dit gesprek is geen besluit.",
)
WATCH = (
    "Vertrouwelijkheid is een afspraak tussen jullie, geen garantie van de wet.",
    "Niet alles hoeft nu ingevuld. Het kan ook later.",
)

PLANS = (45, 60, 90, 120)
"""Minutes for which a plan per ronde was made; anything else is derived from these."""

TITLE = Field(
    section="opening",
    name="title",
    label="Titel, zonder namen",
    hint="zoals: Wachten op geld",
    kind=FieldKind.LINE,
    needed=True,
)
HELD_ON = Field(
    section="opening",
    name="held_on",
    label="Datum",
    kind=FieldKind.DATE,
    reach=Reach.NEAREST,
    far=1,
)
TEAM = Field(
    section="opening",
    name="team",
    label="Team",
    hint="bijvoorbeeld: Team Jongeren",
    kind=FieldKind.LINE,
)
SETTING = Field(
    section="opening",
    name="setting",
    label="Kader",
    kind=FieldKind.CHOICE,
    choices=tuple(SETTING_LABELS.items()),
)
MINUTES = Field(section="opening", name="minutes", label="Beschikbare tijd", kind=FieldKind.NUMBER)
CASE_STATE = Field(
    section="opening",
    name="case_state",
    label="De casus",
    kind=FieldKind.CHOICE,
    choices=tuple(CASE_STATE_LABELS.items()),
)
MANAGER = Field(
    section="opening",
    name="manager",
    label="Leidinggevende aanwezig?",
    kind=FieldKind.CHOICE,
    choices=tuple(MANAGER_LABELS.items()),
)
CLARIFICATION_FIRST = Field(
    section="opening",
    name="clarification_first",
    label="Eerst verhelderen, dan pas het dilemma",
    kind=FieldKind.CHECK,
)
PURPOSE = Field(
    section="opening",
    name="purpose",
    label="Doel van vandaag",
    hint="Wat wil de groep uit dit gesprek halen?",
)
CONFIDENTIALITY = Field(
    section="opening",
    name="confidentiality",
    label="Vertrouwelijkheid",
    hint="Wie wat zegt, blijft tussen ons. Wat spreken jullie nog meer af?",
)
REPORT_CONTENT = Field(
    section="opening",
    name="report_content",
    label="Wat komt er in het verslag?",
    hint="bijvoorbeeld: de overwegingen, zonder namen en zonder wie wat koos",
)
FIRST_READER = Field(
    section="opening",
    name="first_reader",
    label="Wie leest het verslag als eerste?",
    hint="bijvoorbeeld: de inbrenger, vóór het naar de anderen gaat",
    kind=FieldKind.LINE,
)
AGREED = Field(
    section="opening",
    name="agreed",
    label="Dit hebben we samen afgesproken",
    kind=FieldKind.CHECK,
    needed=True,
)

WHOLE = Field(
    section="opening",
    name="whole_by",
    label="Iedereen vindt goed dat afwegingen heel in het verslag staan",
    hint=(
        "Zonder dit vinkje staan waarden, schade en wat nodig is in losse lijsten. Dan is niet te "
        "zien wat van één deelnemer komt."
    ),
    kind=FieldKind.CHECK,
)

ROLE = Field(
    section="participants",
    name="role",
    label="Rol",
    hint="bijvoorbeeld: klantmanager",
    kind=FieldKind.LINE,
    needed=True,
)
NAME = Field(
    section="participants",
    name="name",
    label="Naam (mag leeg)",
    hint="dient alleen om weg te halen",
    kind=FieldKind.LINE,
)
PART = Field(
    section="participants",
    name="part",
    label="In dit gesprek",
    kind=FieldKind.CHOICE,
    choices=tuple(PART_LABELS.items()),
)
EMPLOYMENT = Field(
    section="participants",
    name="employment",
    label="In dienst of in opdracht (voor het signaal)",
    kind=FieldKind.CHOICE,
    choices=tuple(EMPLOYMENT_LABELS.items()),
)

NAMES_PROMISE = (
    "Een naam invullen hoeft niet. Vul je er een in, dan gebruikt Beraad die alleen om hem "
    "overal uit het verslag weg te halen."
)

ALL = (
    TITLE,
    HELD_ON,
    TEAM,
    SETTING,
    MINUTES,
    CASE_STATE,
    MANAGER,
    CLARIFICATION_FIRST,
    PURPOSE,
    CONFIDENTIALITY,
    REPORT_CONTENT,
    FIRST_READER,
    AGREED,
    WHOLE,
)
PARTICIPANT_COLUMNS = (ROLE, NAME, PART, EMPLOYMENT)


def about_whole(session: Session) -> str:
    """What the choice between whole afwegingen and lists comes down to, as it is now."""
    opening = session.opening
    if opening.whole_by is None:
        return WHOLE.hint
    day = f" op {full_date(opening.whole_on)}" if opening.whole_on else ""
    if session.stands_whole:
        return (
            f"Afgesproken{day}, met iedereen die hier staat. In het volledige verslag staat elke "
            "afweging heel, zonder van wie ze is."
        )
    return (
        f"Dit is{day} afgesproken, maar daarna veranderde wie er zijn. Het verslag heeft weer "
        "losse lijsten. Vraag het iedereen opnieuw."
    )
