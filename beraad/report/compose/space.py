"""How high blocks stand on paper: enough to know how much more can be said.

Every format shows the same words, so they are chosen before anything is laid out. Heights are in
points, and those of the PDF of what is short.
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
    WritingLines,
    is_note,
    stretches,
)
from beraad.report.charts import Bars
from beraad.report.compose.letters import lines, longest_word
from beraad.report.compose.parts import Blocks
from beraad.report.tabled import fitted

_Measure = TypeVar("_Measure")

_BODY, _LEAD, _DETAIL, _LABEL, _CELL, _TITLE, _NOTE = 10.25, 11.0, 10.0, 9.25, 9.5, 9.0, 8.5
"""Sizes of letters, as the PDF has them; and how far their lines stand apart."""

_LEADING, _IN_DETAIL, _IN_TABLE, _IN_NOTE = 16.0, 15.0, 14.0, 12.5
_APART, _BETWEEN, _CLOSE = 12.0, 7.0, 1.5
_CHIP = 40.0
_GUTTER = 12.0
_BULLET = 9.0
_LABELS = 0.27
_WIDEST_WORD = 0.38
"""Most of the width of a table that a column takes for its longest word."""


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
            if used + part.before + part.height > self.high:
                used, left = part.again, left - 1
            else:
                used += part.before
            used += part.height
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


def height(blocks: Iterable[Block], across: float) -> float:
    """How high blocks under each other stand in a column of this width."""
    return sum(part.before + part.height for part in _parts(blocks, across))


class _Part(NamedTuple):
    """What is never cut.

    Attributes:
        leads: whether it stays with what follows.
        before: the space it wants above.
        again: how high what stands that is said again above it where it opens a page.
    """

    height: float
    leads: bool = False
    before: float = 0.0
    again: float = 0.0


def _kept_together(parts: Iterable[_Part]) -> Iterator[_Part]:
    held: _Part | None = None
    for part in parts:
        both = held.height + part.before + part.height if held else part.height
        held = part._replace(height=both, before=held.before if held else part.before)
        if not part.leads:
            yield held
            held = None
    if held:
        yield held


def _parts(blocks: Iterable[Block], across: float) -> Iterator[_Part]:  # noqa: C901, PLR0912 - each kind
    led = False
    for block in blocks:
        match block:
            case Heading():
                yield _Part(17.0, leads=True, before=_APART)
            case Paragraph(text=text, leads=leads):
                before = _CLOSE if led else _APART if leads else _BETWEEN
                yield _Part(lines(text, across, _BODY) * _LEADING, leads, before)
            case Bullets(items=items):
                for number, item in enumerate(items):
                    before = 4.0 if number or not led else _CLOSE
                    yield _Part(lines(item, across - 14, _BODY) * _LEADING, before=before)
            case Callout(lead=lead, blocks=inside):
                room = across - 34
                said = height(inside, room)
                called = 4 + 17 * lines(lead, room, _LEAD) if lead else 0
                yield _Part(45.0 + called + said, before=_APART)
            case Facts(rows=rows):
                for number, (label, cell) in enumerate(rows):
                    told = _cell(cell, across * (1 - _LABELS), _DETAIL, _IN_DETAIL, gap=6)
                    named = lines((Run(label),), across * _LABELS - 14, _LABEL) * _IN_DETAIL
                    yield _Part(max(told, named), before=8.0 if number else _APART)
            case OptionPair():
                yield _Part(_pair(block, across), before=_APART)
            case WritingLines(asks=asks, ticks=ticks):
                rows = ceil(len(ticks) / 3)
                yield _Part(10 + 21.0 * rows + sum(5 + 21.0 * most for _, most in asks))
            case Table():
                yield from _table(block, across)
            case Bars(rows=rows, series=series):
                yield _Part(10.0 + 22.0 * len(rows) + (24.0 if len(series) > 1 else 0.0))
            case _:
                message = "nothing short is made of these blocks"
                raise TypeError(message)
        led = isinstance(block, Paragraph) and block.leads


def _pair(pair: OptionPair, across: float) -> float:
    half = (across - 28) / 2
    sides = (pair.left, pair.right)
    heads = max(2.25 + _cell(one.act, half - _CHIP, _DETAIL, _IN_DETAIL) for one in sides)
    details = max(_details(one, half) for one in sides)
    return max(heads, 19.5) + (13.0 + details if details else 0.0)


def _details(panel: OptionPanel, across: float) -> float:
    said = sum(2 + lines(text, across - 11, _CELL) * _IN_TABLE for text in panel.details)
    return said + (15 if panel.label and panel.details else 0)


def _table(table: Table, across: float) -> Iterator[_Part]:
    widths = _columns(table, across)
    titles = zip(table.header, widths, strict=True)
    most = max(lines((Run(title),), room - _GUTTER, _TITLE) for title, room in titles)
    head = 7.0 + most * 13
    yield _Part(head, leads=True, before=10.0)
    for number, group in enumerate(table.groups):
        high = _group(group, widths, listed=table.listed)
        yield _Part(high, again=head if number else 0.0)


def _columns(table: Table, across: float) -> list[float]:
    """The widths of the columns, of which one with a long word takes more."""
    heads = [text for group in table.groups for text in group.head]
    others = zip(*(row for group in table.groups for row in group.rows), strict=True)
    columns = (heads, *([text for cell in each for text in cell or ()] for each in others))
    needs = [
        min(longest_word(texts, _CELL) + _GUTTER + 1, _WIDEST_WORD * across) for texts in columns
    ]
    return fitted([share * across for share in table.widths], needs)


def _group(group: RowGroup, widths: list[float], *, listed: bool) -> float:
    def high(cell: Cell | None, width: float) -> float:
        said = _listed if listed else _cell
        return 14.0 + said(cell or (), width - _GUTTER, _CELL, _IN_TABLE)

    rows = (
        max((high(cell, width) for cell, width in zip(row, widths[1:], strict=True)), default=0.0)
        for row in group.rows
    )
    return max(high(group.head, widths[0]), sum(rows))


def _listed(cell: Cell, across: float, size: float, leading: float) -> float:
    """A cell in which what is said beside each other has bullets."""
    high = 0.0
    for is_list, texts in stretches(cell):
        room = across - _BULLET * is_list
        high += _cell(texts, room, size, leading) + (2.0 if is_list and high else 0.0)
    return high


def _cell(cell: Cell, across: float, size: float, leading: float, gap: float = 2) -> float:
    high = 0.0
    for number, text in enumerate(cell):
        note = is_note(text)
        high += gap if number and not note else 0.0
        high += (
            lines(text, across, _NOTE) * _IN_NOTE if note else (lines(text, across, size) * leading)
        )
    return high
