"""Pictures of amounts, of time and of routes, as blocks: what they say, and nothing about how.

Every picture carries its alternative in words, and can be said as a table (`report/tabled.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias


class Fill(Enum):
    """How an amount is filled, so that it can be told apart without colour."""

    SOLID = auto()
    HATCHED = auto()
    OUTLINE = auto()
    """Only an edge of dashes: what is not there, or not yet."""


@dataclass(frozen=True, slots=True)
class Series:
    """What a kind of bar stands for, as the legend says it."""

    name: str
    fill: Fill = Fill.SOLID


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of bars.

    Attributes:
        parts: one amount for each series, after each other; words such as "enkele" where that one
            may not be told, of which nothing is drawn.
        said: what is said where no amount may be told at all; then no bar is drawn.
        mark: an amount to compare with, drawn as a line across the bar.
    """

    label: str
    parts: tuple[int | str, ...] = ()
    said: str = ""
    mark: int | None = None

    def __post_init__(self) -> None:
        if bool(self.said) == bool(self.parts):
            msg = "a row has either amounts or words in their place"
            raise ValueError(msg)

    @property
    def along(self) -> int:
        """How far the bar runs: the amounts that are told, together."""
        return sum(part for part in self.parts if isinstance(part, int))


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts as bars under each other, in the order of the rows.

    Attributes:
        head: what the rows are, such as "Knelpunt".
        series: what the parts of a bar are; one name when a bar has one part.
        marked: what the marks are; empty without marks.
        alternative: the whole picture in words.
    """

    head: str
    series: tuple[Series, ...]
    rows: tuple[Bar, ...]
    alternative: str
    marked: str = ""

    def __post_init__(self) -> None:
        if any(row.parts and len(row.parts) != len(self.series) for row in self.rows):
            msg = "a row has one amount for each series"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time.

    Attributes:
        begin: on the axis, as is `end`.
        goes_on: it has no end yet; an arrow stands there.
    """

    begin: float
    end: float
    fill: Fill = Fill.SOLID
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of a timeline.

    Attributes:
        said: the same in words, such as "8 weken".
    """

    label: str
    spans: tuple[Span, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Stretches of time under each other along one axis.

    Attributes:
        head: what the rows are.
        told: what is said of each row, as the title of its column.
        lanes: one row each; what is only an outline stands above what is filled in that lane.
        ticks: places on the axis with what is written there, from the first to the last.
        series: what each filling stands for; empty when all are alike.
        kinds: the title of a column that says in the table what the filling of each row stands for;
            empty where that is said otherwise.
        line: a place that counts for all rows, and what it is.
        alternative: the whole picture in words.
    """

    head: str
    told: str
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    alternative: str
    series: tuple[Series, ...] = ()
    kinds: str = ""
    line: tuple[float, str] | None = None

    def kind_of(self, lane: Lane) -> str:
        """What the filling of a row stands for; empty without a name for it."""
        fills = {span.fill for span in lane.spans}
        return ", ".join(one.name for one in self.series if one.fill in fills)


class Standing(Enum):
    """Where something that takes a route is, as to one place on it."""

    POSSIBLE = auto()
    PASSED = auto()
    HERE = auto()


@dataclass(frozen=True, slots=True)
class Station:
    """A place on a route.

    Attributes:
        below: a few words under its name, such as "3 weken".
    """

    name: str
    below: str
    standing: Standing = Standing.POSSIBLE


@dataclass(frozen=True, slots=True)
class RouteMap:
    """The way there and the way back.

    Attributes:
        there: the places on the main way, from the first to the furthest.
        beside: places that can be gone to apart from that way.
        back: who tells the answer on, from who writes it to who hears it last.
        alternative: the whole picture in words.
    """

    there: tuple[Station, ...]
    beside: tuple[Station, ...]
    back: tuple[Station, ...]
    alternative: str


Chart: TypeAlias = Bars | Timeline | RouteMap
"""A picture that is laid out once, for every way of drawing (`report/drawing`)."""
