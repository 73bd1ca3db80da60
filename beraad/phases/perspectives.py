"""Ronde 4, Perspectieven, waarden en normen: wat staat er voor wie op het spel (stap 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from beraad.phases.in_brief import SHORT_TITLES
from beraad.phases.model import Field, FieldKind, Minutes, Phase, Stage, any_text
from beraad.phases.residents import is_resident
from beraad.phases.wording import (
    ARGUMENT_LABELS,
    NORM_SOURCE_LABELS,
    PART_LABELS,
    PLEA_LABELS,
    PRESENCE_LABELS,
    SOURCE_LABELS,
)
from beraad.records import Id, Part, PhaseKey, Plea, Presence, Session, Source, Stakeholder

_PLEA_WORDS = {"a": Plea.A, "b": Plea.B, "ab": Plea.BOTH, "beide": Plea.BOTH, "allebei": Plea.BOTH}
_UNCLEAR = frozenset({"?", "onduidelijk", "nog onduidelijk"})
_PLEA_BEFORE = re.compile(r"(?:(?:pleit )?voor |optie |zowel )+")
_PLEA_BETWEEN = re.compile(r"\s*(?:[/+&,]|\ben\b|\bals\b)\s*")


def plea_meant(said: str) -> Plea | None:
    """What somebody means by "A", "voor B", "A en B" or "A/B"; None for anything else."""
    text = _PLEA_BEFORE.sub("", said.casefold().strip(" .:;()"), count=1).strip()
    if text in _UNCLEAR:
        return Plea.UNCLEAR
    found = {_PLEA_WORDS.get(part) for part in _PLEA_BETWEEN.split(text)}
    if None in found:
        return None
    return found.pop() if len(found) == 1 else Plea.BOTH


NAME = Field(
    section="stakeholders",
    name="name",
    label="Perspectief",
    hint="wie?",
    kind=FieldKind.LINE,
    needed=True,
    suggestions="perspectieven",
)
PRESENCE = Field(
    section="stakeholders",
    name="presence",
    label="Aan tafel",
    kind=FieldKind.CHOICE,
    choices=tuple(PRESENCE_LABELS.items()),
)
SOURCE = Field(
    section="stakeholders",
    name="source",
    label="Van wie weten we dit",
    kind=FieldKind.CHOICE,
    choices=tuple(SOURCE_LABELS.items()),
)
VALUE = Field(
    section="values",
    name="name",
    label="Waarde",
    hint="wat telt?",
    kind=FieldKind.LINE,
    needed=True,
    suggestions="waarden",
)
MEANING = Field(
    section="values",
    name="meaning",
    label="Wat die hier betekent",
    hint="wat betekent dat hier?",
    extra=True,
)
CORE = Field(
    section="values",
    name="core",
    label="Kernwaarde in dit dilemma",
    kind=FieldKind.CHECK,
    needed=True,
)
NORM = Field(
    section="norms",
    name="text",
    label="Norm",
    hint="dus moet …",
    needed=True,
)
PLEA = Field(
    section="norms",
    name="plea",
    label="Pleit voor",
    kind=FieldKind.CHOICE,
    choices=tuple(PLEA_LABELS.items()),
    needed=True,
    meant=plea_meant,
)
ARGUMENT = Field(
    section="norms",
    name="argument",
    label="Soort argument",
    kind=FieldKind.CHOICE,
    choices=tuple(ARGUMENT_LABELS.items()),
    extra=True,
)
NORM_SOURCE = Field(
    section="norms",
    name="source",
    label="Komt uit",
    kind=FieldKind.CHOICE,
    choices=tuple(NORM_SOURCE_LABELS.items()),
    extra=True,
)


ASKS_NORM = "Wat hoort de inbrenger dan te doen?"


WHOSE_FIRST = "Begin bij de inwoner: wat staat er voor die op het spel?"
"""Whose perspective comes first, as long as there is none."""
_RESIDENT = "de inwoner"


def missing(
    session: Session, *, asks_norm: str = ASKS_NORM, resident: str = _RESIDENT
) -> Iterator[str]:
    """What ronde 4 still lacks; `asks_norm` is how it asks for a norm, `resident` who is meant."""
    if not any(is_resident(stakeholder) for stakeholder in session.stakeholders):
        yield f"Het perspectief van {resident} ontbreekt nog."
    for stakeholder in session.stakeholders:
        if any_text(stakeholder.name) and not any(
            any_text(value.name) for value in session.values_of(stakeholder.id)
        ):
            yield f"Wat is belangrijk vanuit dit perspectief: {stakeholder.name}?"
    for value in session.values:
        if any_text(value.name) and not any(
            any_text(norm.text) for norm in session.norms_of(value.id)
        ):
            yield f"{asks_norm} Bij: {value.name}."
    if session.values and not any(value.core for value in session.values):
        yield "Welke waarden botsen hier, volgens de inbrenger?"


def is_case_owner(session: Session, name: str) -> bool:
    """Whether this is how the one is called who brought the case: by that part, or by role."""
    called = name.strip().casefold()
    roles = {
        person.role.strip().casefold()
        for person in session.participants
        if person.part is Part.CASE_OWNER
    }
    return called == PART_LABELS[Part.CASE_OWNER] or (bool(called) and called in roles)


def with_own_words(session: Session, stakeholder: Id) -> Session:
    """Say that somebody sits at the table and speaks for themselves, unless it was said before."""
    untouched = Stakeholder(id=stakeholder)
    return replace(
        session,
        stakeholders=tuple(
            replace(each, presence=Presence.PRESENT, source=Source.SAID)
            if each.id == stakeholder
            and (each.presence, each.source) == (untouched.presence, untouched.source)
            else each
            for each in session.stakeholders
        ),
    )


def hearsay(session: Session) -> Iterator[str]:
    """The perspectives that nobody at the table knows first hand."""
    for stakeholder in session.stakeholders:
        if any_text(stakeholder.name) and stakeholder.source is Source.ASSUMED:
            yield stakeholder.name


PHASE = Phase(
    key=PhaseKey.PERSPECTIVES,
    title="Perspectieven, waarden en normen",
    short_title=SHORT_TITLES[PhaseKey.PERSPECTIVES],
    stage=Stage.JUDGEMENT,
    canonical_steps=(5,),
    minutes=Minutes(least=5, short=6, hour=7, hour_and_half=13, two_hours=20),
    goal="Zichtbaar maken wat er voor ieder op het spel staat, ook voor mensen die er niet bij "
    "zijn.",
    speaks="Iedereen, perspectief voor perspectief.",
    notes="Perspectief, waarde, norm, en of die pleit voor A of B.",
    questions=(
        "Wie wordt hierdoor geraakt?",
        "Wat is voor hen belangrijk?",
        ASKS_NORM,
        "Pleit dat voor A, voor B of voor beide?",
        "Heeft de inwoner dit gezegd, of vullen wij het in?",
        "Wie zit er op de lege stoel?",
        "Welke waarde staat er voor jouzelf op het spel?",
        "Welke waarden botsen, volgens de inbrenger?",
    ),
    pitfalls=(
        "Vraag door tot de waarde: wat is er zo belangrijk aan dit belang of dit feit?",
        "Haal ook het perspectief binnen van mensen die er niet bij zijn.",
        "Vraag bij elke waarde wat die hier betekent.",
        "Weeg nog niet.",
        "Noem de regel als één norm naast andere.",
    ),
    say=("Een waarde is wat telt. Een norm is wat je dan hoort te doen.",),
    invitation="Wat staat er voor wie op het spel?",
    in_short="Hoor alleen de inwoner, de inbrenger en de lege stoel.",
    started=lambda session: bool(session.stakeholders),
    missing=missing,
)
