"""How the options are laid out in the room there is, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from operator import attrgetter

from PySide6.QtGui import QFontMetrics

from beraad.group.view import Offer
from beraad.ui.beamer.look import LEAST, SMALL, TEXT, GroupLook
from beraad.ui.beamer.words import chip_width, count_lines, line_height

SIDE, GAP, END = 28, 28, 10
_TILE, _BETWEEN = 124, 14
_TIGHT = (9, 6, 3)
_MOST_LINES = 12
_DOT = "  ·  "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A way to lay the options out.

    Attributes:
        between: room under each.
        flowing: what everybody goes on with, on as few lines as it takes.
    """

    columns: int
    size: float
    between: float = _BETWEEN
    flowing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where everything comes, in pixels.

    Attributes:
        size: of the options' letters, as designed.
        lines: how many lines each option takes.
        left: how many options stand in the left column.
        end, between: room above the first option, and under each.
        starters: what everybody goes on with, as it is broken into lines.
        starters_size: of its letters, as designed.
        starters_top: where it begins; `title`: it has its title above it.
    """

    size: float
    lines: tuple[int, ...]
    left: int
    tile: int
    words: int
    end: int
    between: int
    starters: str
    starters_size: float
    starters_top: int
    title: bool
    height: int


class Planner:
    """Finds room for an offer."""

    def __init__(self, offer: Offer, look: GroupLook) -> None:
        self._offer = offer
        self._look = look
        self._counted: dict[tuple[float, int], tuple[int, ...]] = {}

    def whole(self, width: int, height: int) -> Plan | None:
        """The best plan in which everything fits; None when something has to be left out."""
        plans = (self._planned(way, width) for way in self._ways())
        return next((plan for plan in plans if plan.height <= height), None)

    def lowest(self, width: int, height: int) -> Plan | None:
        """The plan that takes the least height, in the largest letters in which it fits."""
        for size in self._look.sizes(SMALL, LEAST):
            ways = (_Way(columns=columns, size=size, between=_TIGHT[0]) for columns in (1, 2))
            plan = min((self._planned(way, width) for way in ways), key=attrgetter("height"))
            if plan.height <= height:
                return plan
        return None

    def begun(self, width: int, height: int) -> Plan:
        """The start of each option, as many lines of it as there is room for."""
        ways = [replace(way, flowing=True) for way in self._tight_ways()[-2:]]
        plans = [plan for way in ways if (plan := self._most_of(way, width, height))]
        if not plans:
            return self._planned(ways[-1], width, [1] * self._count)
        return max(plans, key=lambda plan: _share(plan, self._counts(plan.size, plan.words)))

    def _most_of(self, way: _Way, width: int, height: int) -> Plan | None:
        for lines in range(_MOST_LINES, 0, -1):
            most = [lines] * self._count
            if self._planned(way, width, most).height <= height:
                return self._grown(way, most, width, height)
        return None

    def _grown(self, way: _Way, most: list[int], width: int, height: int) -> Plan:
        """Give what is left of the room to the options that are cut, a line at a time."""
        plan = self._planned(way, width, most)
        growing = True
        while growing:
            growing = False
            for place in range(self._count):
                longer = [*most[:place], most[place] + 1, *most[place + 1 :]]
                grown = self._planned(way, width, longer)
                if grown.lines != plan.lines and grown.height <= height:
                    plan, most, growing = grown, longer, True
        return plan

    @property
    def _count(self) -> int:
        return len(self._offer.lines)

    def _ways(self) -> Iterator[_Way]:
        """The best way first."""
        for flowing in (False, True) if self._offer.starters else (False,):
            for columns, size in product((1, 2), self._look.sizes(TEXT, LEAST)):
                yield _Way(columns=columns, size=size, flowing=flowing)
            for way in self._tight_ways():
                yield replace(way, flowing=flowing)

    def _tight_ways(self) -> tuple[_Way, ...]:
        size = self._look.sizes(LEAST)[-1]
        return tuple(
            _Way(columns=columns, size=size, between=between)
            for between, columns in product(_TIGHT, (1, 2))
        )

    def _planned(self, way: _Way, width: int, most: Sequence[int] = ()) -> Plan:
        look = self._look
        side, gap = look.room(SIDE), look.room(GAP)
        between = look.room(way.between)
        end = look.room(min(END, way.between))
        tile = self._tile(way.size)
        column = (width - 2 * side - (way.columns - 1) * gap) // way.columns
        words = max(1, column - tile - gap)
        whole = self._counts(way.size, words)
        lines = tuple(map(min, whole, most)) if most else whole
        heights = [count * line_height(look.font(way.size)) for count in lines]
        left = _left_of(heights, between) if way.columns > 1 else self._count
        high = max(_stacked(heights[:left], between), _stacked(heights[left:], between))
        options = high + 2 * end if lines else 0
        starters = self._starters(way, width - 2 * side)
        starters_size = way.size if way.flowing else TEXT
        around = look.room(END if way.flowing else _BETWEEN)
        title = bool(self._offer.title) and not way.flowing
        beneath = self._lines_high(starters, starters_size, width - 2 * side)
        beneath += title * line_height(look.font(SMALL))
        return Plan(
            size=way.size,
            lines=lines,
            left=left,
            tile=tile,
            words=words,
            end=end,
            between=between,
            starters=starters,
            starters_size=starters_size,
            starters_top=options + around,
            title=title,
            height=options + (beneath + 2 * around if starters else 0),
        )

    def _lines_high(self, text: str, size: float, width: int) -> int:
        font = self._look.font(size)
        return count_lines(text, font, width) * line_height(font)

    def _counts(self, size: float, width: int) -> tuple[int, ...]:
        if (size, width) not in self._counted:
            font = self._look.font(size)
            texts = (line.text for line in self._offer.lines)
            self._counted[size, width] = tuple(count_lines(text, font, width) for text in texts)
        return self._counted[size, width]

    def _tile(self, size: float) -> int:
        marks = (line.mark for line in self._offer.lines)
        widths = (chip_width(mark, self._look, size=size) for mark in marks)
        return max([self._look.room(_TILE), *widths])

    def _starters(self, way: _Way, width: int) -> str:
        if not way.flowing:
            return "\n".join(self._offer.starters)
        metrics = QFontMetrics(self._look.font(way.size))
        return _flowing(self._offer.starters, metrics, width)


def _stacked(heights: Sequence[int], between: int) -> int:
    return sum(heights) + between * max(0, len(heights) - 1)


def _share(plan: Plan, whole: Sequence[int]) -> float:
    """How much of the texts can be read, each counting for as much."""
    return sum(shown / lines for shown, lines in zip(plan.lines, whole, strict=True))


def _left_of(heights: Sequence[int], between: int) -> int:
    """How many stand on the left when the higher of two columns is as low as can be."""
    return min(
        range(len(heights), 0, -1),
        key=lambda left: max(_stacked(heights[:left], between), _stacked(heights[left:], between)),
        default=0,
    )


def _flowing(starters: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """Starters beside each other as long as they fit."""
    rows: list[str] = []
    for starter in starters:
        longer = f"{rows[-1]}{_DOT}{starter}" if rows else ""
        if longer and metrics.horizontalAdvance(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(starter)
    return "\n".join(rows)
