"""What stands on a form: the blocks of a document, and places to write in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeAlias

from beraad.privacy.clean import CleanedSession
from beraad.report.blocks import Block, Furniture, RowGroup, Text
from beraad.report.house.style import OURS, House


class Sheet(Enum):
    """The paper a form is printed on."""

    A4 = auto()
    HAND = auto()
    """A4 to hold in hand, with a smaller letter and more on it."""
    CARDS = auto()
    """A4 that is cut in two."""
    POSTER = auto()
    """A3 for the wall, upright."""
    BOARD = auto()
    """A3 for the wall or the table, lying."""
    MAP = auto()
    """A3 for the wall, lying, with a smaller letter when more has to be on it."""
    SLIDE = auto()
    """A screen of 16 by 9, to project or to print two on a sheet."""


@dataclass(frozen=True, slots=True)
class Write:
    """Lines to write on, after the words they go on from.

    Attributes:
        hint: a question that helps, in small letters under the label.
        lines: how many.
        above: the label stands above the lines and not before them.
    """

    label: str
    hint: str = ""
    lines: int = 1
    above: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """Options with a box to tick; one without words has a line to write them on.

    Attributes:
        options: each its letter, empty for an answer without one, and what one does.
    """

    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Short answers with a box to tick, on one line.

    Attributes:
        apart: one more, which is no answer to it.
    """

    label: str
    offered: tuple[str, ...]
    apart: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts next to each other, each with its share of the width; together 1."""

    parts: tuple[tuple[float, tuple[FormBlock, ...]], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A part with a frame around it that is kept together.

    Attributes:
        aside: a few words at the right of the title.
        level: of the title; the highest is 1.
        high: its frame reaches down to the next cut of the paper.
    """

    title: str
    aside: str
    blocks: tuple[FormBlock, ...]
    level: int = 2
    high: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list that is set closely, to be found at a glance."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """A paragraph in small letters."""

    text: str


@dataclass(frozen=True, slots=True)
class Clock:
    """When something begins, large enough to see while one talks.

    Attributes:
        below: until when, and how long.
    """

    at: str
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """A line over the whole width between parts."""


@dataclass(frozen=True, slots=True)
class Board:
    """A table to write in. What is left of its last sheet is filled with rows to write in.

    Attributes:
        header: the title of each column.
        groups: rows that share their first cell; what is empty is room to write.
        widths: the share of each column; together 1.
        ticks: for each column the words that have a box before them in every row.
        row: the least height of a row, in points.
        stressed: the numbers of the groups that stand out.
        grows_at: the place where rows to write in are added; they are like `blank`.
    """

    header: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    widths: tuple[float, ...]
    ticks: tuple[tuple[str, ...], ...]
    row: float
    stressed: frozenset[int] = frozenset()
    grows_at: int | None = None
    blank: RowGroup | None = None

    def grown(self) -> Board:
        """The same table with one row more to write in; itself when it has none to add."""
        at = self.grows_at
        if at is None or self.blank is None:
            return self
        groups = (*self.groups[:at], self.blank, *self.groups[at:])
        stressed = frozenset(number + (number >= at) for number in self.stressed)
        return replace(self, groups=groups, stressed=stressed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One ronde as it hangs on the wall.

    Attributes:
        stage: the movement of the method it belongs to.
    """

    number: str
    title: str
    goal: str
    question: str
    minutes: str
    stage: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Rondes under each other, to be read from the other side of the room."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """One ronde over a whole sheet, to be read at three metres.

    Attributes:
        speaks: who speaks, in that ronde.
        place: which ronde this is, of how many.
    """

    step: Step
    speaks: str
    place: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing to say to a whole room, to be read from the back of it.

    Attributes:
        place: where in the story this is, in small letters above the title.
        lead: the sentence or question it is about; may be empty.
        points: a few short lines.
    """

    place: str
    title: str
    lead: str = ""
    points: tuple[str, ...] = ()


FormBlock: TypeAlias = (
    Block
    | Write
    | Pick
    | Answers
    | Beside
    | Card
    | Points
    | Small
    | Clock
    | Parting
    | Board
    | Steps
    | Poster
    | Slide
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Form:
    """One form.

    Raises TypeError when `source` is something else than cleaned content.

    Attributes:
        source: the cleaned beraad that its words come from; None for a blank form.
        subject: one line for the properties of the file.
        stem: how its file is called, without extension; holds nobody's name.
        house: whose letterhead and colours it has.
        opened: whether title and standfirst stand above the text.
        sheets: what begins on a sheet of its own; one that is full goes on on the next.
        blank: the same form without anybody's words; None for a form that is blank itself.
    """

    source: CleanedSession | None
    title: str
    subject: str
    stem: str
    paper: Sheet
    furniture: Furniture
    opened: bool = True
    sheets: tuple[tuple[FormBlock, ...], ...]
    house: House = OURS
    blank: Form | None = None

    def __post_init__(self) -> None:
        if self.source is not None and type(self.source) is not CleanedSession:
            msg = "a form is filled with cleaned content only"
            raise TypeError(msg)
