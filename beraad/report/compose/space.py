"""How high blocks stand on paper, roughly: enough to know how much more can be said.

Every format shows the same words, so they are chosen before anything is laid out. Heights are in
points, and a little more than the PDF takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple, TypeVar

from beraad.report.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Facts,
    Heading,
    OptionPair,
    OptionPanel,
    Paragraph,
    RowGroup,
    Run,
    Table,
    Text,
    WritingLines,
)
from beraad.report.charts import Bars
from beraad.report.compose.parts import Blocks
from beraad.report.plain import line

_Measure = TypeVar("_Measure")

_LETTER = 5.0
"""How far one letter of running text runs; in a table less, and in a strong sentence more."""

_SMALL, _IN_FACTS, _STRONG = 4.65, 4.85, 5.6
_LOST = 3
"""So many letters of a line stay empty, because the next word does not fit."""

_LEADING, _IN_TABLE = 16.0, 14.0
_CHIP = 40.0
_GUTTER = 12.0
_BULLET = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """Paper, in points.

    Attributes:
        across: width of the column.
        high: height of the column.
        above: what stands above the text on the first page.
        most: how many sheets there are.
    """

    across: float
    high: float
    above: float
    most: int

    def hold(self, blocks: Iterable[Block]) -> bool:
        """Whether blocks under each other stay on these sheets."""
        used, left = self.above, self.most - 1
        for part in _kept_together(_parts(blocks, self.across)):
            if used + part > self.high:
                used, left = 0.0, left - 1
            used += part
        return left >= 0


def roomiest(
    measures: Sequence[_Measure], made: Callable[[_Measure], Blocks], sheets: Sheets
) -> Blocks:
    """The blocks made to the first of these measures that the sheets hold; or to the last."""
    return made(first_held(measures, made, sheets))


def first_held(
    measures: Sequence[_Measure], made: Callable[[_Measure], Blocks], sheets: Sheets
) -> _Measure:
    """The first of these measures to which the sheets hold what is made; or the last."""
    *roomy, tightest = measures
    return next((one for one in roomy if sheets.hold(made(one))), tightest)


class _Part(NamedTuple):
    """What is never cut, and whether it stays with what follows."""

    height: float
    leads: bool = False


def _kept_together(parts: Iterable[_Part]) -> Iterator[float]:
    held = 0.0
    for part in parts:
        held += part.height
        if not part.leads:
            yield held
            held = 0.0
    yield held


def _parts(blocks: Iterable[Block], across: float) -> Iterator[_Part]:  # noqa: C901, PLR0912 - each kind
    for block in blocks:
        match block:
            case Heading():
                yield _Part(29.0, leads=True)
            case Paragraph(text=text, leads=leads):
                yield _Part(7.0 + _lines(text, across) * _LEADING, leads)
            case Bullets(items=items):
                for item in items:
                    yield _Part(4.0 + _lines(item, across - 14) * _LEADING)
            case Callout(lead=lead, blocks=inside):
                room = across - 34
                said = sum(part.height for part in _parts(inside, room))
                yield _Part(57.0 + 17 * _lines(lead, room, _STRONG) + said)
            case Facts(rows=rows):
                for _, cell in rows:
                    yield _Part(9.0 + _cell(cell, across * 0.73, _IN_FACTS, 15))
            case OptionPair():
                yield _Part(_pair(block, across))
            case WritingLines(asks=asks, ticks=ticks):
                rows = ceil(len(ticks) / 3)
                yield _Part(10 + 21.0 * rows + sum(5 + 21.0 * lines for _, lines in asks))
            case Table(header=header, groups=groups, widths=widths, listed=listed):
                titles = zip(header, widths, strict=True)
                lines = max(
                    _lines((Run(title),), share * across - _GUTTER) for title, share in titles
                )
                yield _Part(16.0 + lines * _IN_TABLE, leads=True)
                room = across - _BULLET * len(widths) * listed
                yield from (_Part(_group(group, widths, room)) for group in groups)
            case Bars(rows=rows, series=series):
                yield _Part(10.0 + 22.0 * len(rows) + (24.0 if len(series) > 1 else 0.0))
            case _:
                message = "nothing short is made of these blocks"
                raise TypeError(message)


def _pair(pair: OptionPair, across: float) -> float:
    half = (across - 28) / 2
    sides = (pair.left, pair.right)
    heads = max(_cell(one.act, half - _CHIP, _LETTER, 15) for one in sides)
    return 29.0 + heads + max(_details(one, half) for one in sides)


def _details(panel: OptionPanel, across: float) -> float:
    said = sum(2 + _lines(text, across - 11, _SMALL) * _IN_TABLE for text in panel.details)
    return said + (15 if panel.label and panel.details else 0)


def _group(group: RowGroup, widths: tuple[float, ...], across: float) -> float:
    def high(cell: Cell | None, share: float) -> float:
        return _cell(cell or (), share * across - _GUTTER, _SMALL, _IN_TABLE)

    rows = (
        max((high(cell, share) for cell, share in zip(row, widths[1:], strict=True)), default=0.0)
        for row in group.rows
    )
    return max(high(group.head, widths[0]), sum(rows)) + _IN_TABLE * len(group.rows)


def _cell(cell: Cell, across: float, letter: float, leading: float) -> float:
    between = 2 * max(len(cell) - 1, 0)
    return between + sum(_lines(text, across, letter) * leading for text in cell)


def _lines(text: Text, across: float, letter: float = _LETTER) -> int:
    return ceil(len(line(text)) * letter / (across - _LOST * letter))
