"""What a ronde is: guidance for the gespreksleider, and what can be written down in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Any

from beraad.phases.date_entry import Reach
from beraad.records import Id, PhaseKey, Session
from beraad.records.anatomy import Address

Choices = tuple[tuple[StrEnum, str], ...]
"""Values with their Dutch labels, in the order in which they are offered."""


class FieldKind(Enum):
    """How a value is written down."""

    TEXT = auto()
    LINE = auto()
    CHOICE = auto()
    CHECK = auto()
    DATE = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to write down.

    Attributes:
        section: section of the session it belongs to.
        name: field of the record.
        hint: what to write, shown while the field is empty.
        needed: a usable verslag needs it.
        extra: shown only under "Meer".
        choices: for a choice, the values with their Dutch labels.
        suggestions: name of the list of suggestions offered while typing.
        reach: for a date, which way a day lies that is written without its year.
        far: for a date, the years from today after which it is asked whether that is meant.
        meant: for a choice, the value that people mean who write it otherwise than its label.
    """

    section: str
    name: str
    label: str
    hint: str = ""
    kind: FieldKind = FieldKind.TEXT
    needed: bool = False
    extra: bool = False
    choices: Choices = ()
    suggestions: str = ""
    reach: Reach = Reach.COMING
    far: int = 3
    meant: Callable[[str], Any] | None = None

    def address(self, item: Id | None = None) -> Address:
        """Where the value is kept."""
        return Address(self.section, self.name, item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A list of records that grows row by row."""

    section: str
    title: str
    columns: tuple[Field, ...]
    add_label: str
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Minutes for a ronde in the short route of 45 minutes, in one hour, 1.5 hours and two hours.

    Those of ronde 6 are for `plan.USUAL` who weigh, and for `plan.FEW` in the short route.

    Attributes:
        least: below it a ronde is skipped rather than shortened; our own choice.
    """

    least: int
    short: int
    hour: int
    hour_and_half: int
    two_hours: int


class Stage(StrEnum):
    """The three movements of the method: seeing, judging, deciding."""

    IMAGE = "beeld"
    JUDGEMENT = "oordeel"
    DECISION = "besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One ronde of the dilemmamethode.

    Attributes:
        canonical_steps: the step or steps of the published ten-step method.
        goal: what the ronde is for.
        speaks: who speaks.
        notes: what is written down.
        questions: questions to ask.
        pitfalls: what tends to go wrong.
        say: sentences that help to intervene.
        invitation: one instruction for the whole group.
        in_short: how this ronde is done in the short route.
        asks_in_short: which questions are asked then, by their place; the first always is.
        fields: what can be written down once.
        rows: what can be written down many times.
        started: whether anything has been written in this ronde.
        missing: what a usable verslag still lacks; each a short Dutch sentence.
    """

    key: PhaseKey
    title: str
    short_title: str
    stage: Stage
    canonical_steps: tuple[int, ...]
    minutes: Minutes
    goal: str
    speaks: str
    notes: str
    questions: tuple[str, ...]
    pitfalls: tuple[str, ...]
    say: tuple[str, ...] = ()
    invitation: str
    in_short: str
    asks_in_short: tuple[int, ...] = (0, 1)
    fields: tuple[Field, ...] = ()
    rows: tuple[Rows, ...] = ()
    started: Callable[[Session], bool]
    missing: Callable[[Session], Iterator[str]]

    def asked(self, *, short: bool) -> tuple[str, ...]:
        """The questions to ask; in the short route those that there is time for."""
        if not short:
            return self.questions
        return tuple(self.questions[place] for place in self.asks_in_short)


class PhaseState(Enum):
    """How far a ronde has been filled."""

    EMPTY = auto()
    BUSY = auto()
    COMPLETE = auto()


def state(phase: Phase, session: Session) -> PhaseState:
    """Return how far a ronde has been filled in this beraad."""
    if not phase.started(session):
        return PhaseState.EMPTY
    if next(phase.missing(session), None) is None:
        return PhaseState.COMPLETE
    return PhaseState.BUSY


def any_text(*texts: str) -> bool:
    """Whether anything has been written in one of these."""
    return any(text.strip() for text in texts)
