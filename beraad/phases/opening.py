"""De opening: geen ronde, wel de drempel waar het gesprek begint (stap 1 van tien)."""

from __future__ import annotations

from beraad.phases.date_entry import Reach
from beraad.phases.model import Field, FieldKind
from beraad.phases.wording import (
    CASE_STATE_LABELS,
    EMPLOYMENT_LABELS,
    MANAGER_LABELS,
    PART_LABELS,
    SETTING_LABELS,
)

PLANS = (45, 60, 90, 120)
"""Minutes for which a plan per ronde was made; anything else is derived from these."""

TITLE = Field(
    section="opening",
    name="title",
    label="Titel, zonder namen",
    hint="bijvoorbeeld: Voorschot in de zoekperiode",
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
)
PARTICIPANT_COLUMNS = (ROLE, NAME, PART, EMPLOYMENT)
