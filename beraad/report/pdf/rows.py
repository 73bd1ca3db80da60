"""Tables on paper: columns that give way to their longest word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from beraad.report.blocks import Cell, Look, RowGroup, Run, Table
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.stacks import Row
from beraad.report.pdf.styles import Style
from beraad.report.pdf.table import Grid, Group
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import column, listing, plain, run_length
from beraad.report.plain import line
from beraad.report.tabled import fitted

_PARTS = re.compile(r"[^\s/–—-]+[/–—-]*")
"""What of a text is never broken over lines, as long as it fits one."""
_STRONGER = 1.06
"""How much wider a word runs in the first column, where it may be strong."""
_GUTTER = 12.0
_WIDEST_WORD = 0.38
_GOES_ON = "(vervolg)"


def grid(table: Table, width: float, tag: Tag) -> Grid:
    """The table set in a column of this width, in points."""
    head = tag.child("THead").child("TR")
    body = tag.child("TBody")
    widths = _column_widths(table, width)
    starts = [sum(widths[:number]) for number in range(len(widths))]
    titles = tuple(
        (start, plain(title, styles.COLUMN_TITLE, room - _GUTTER, _header(head)))
        for title, start, room in zip(table.header, starts, widths, strict=True)
    )
    set_cell = listing if table.listed else _under_each_other
    groups = tuple(_group(group, starts, widths, body, set_cell) for group in table.groups)
    return Grid(Row(titles, tag=head), groups, tag=tag)


def _header(row: Tag) -> Tag:
    return row.child("TH", scope="Column")


_SetCell: TypeAlias = Callable[[Cell, Style, float, Tag | None], Box]


def _under_each_other(cell: Cell, style: Style, width: float, tag: Tag | None) -> Box:
    return column(cell, style, width, tag, gap=2)


def _group(
    group: RowGroup, starts: list[float], widths: list[float], body: Tag, set_cell: _SetCell
) -> Group:
    tags = [body.child("TR") for _ in group.rows]
    rows = tuple(
        Row(tuple(_cells(group, number, starts, widths, tag, set_cell)), tag=tag)
        for number, tag in enumerate(tags)
    )
    indents = tuple(_indent(row, starts) for row in group.rows)
    first = tags[0].child("TH", scope="Row", rows=len(tags))
    head = set_cell(group.head, styles.CELL, widths[0] - _GUTTER, first)
    again = column(_again(group.head), styles.CELL, widths[0] - _GUTTER, None, gap=2)
    return Group(head, again, rows, sum(widths), indents)


def _cells(
    group: RowGroup,
    number: int,
    starts: list[float],
    widths: list[float],
    row: Tag,
    set_cell: _SetCell,
) -> Iterator[tuple[float, Box]]:
    for place, cell in enumerate(group.rows[number]):
        if cell is not None:
            tag = row.child("TD", rows=group.spans(number, place))
            room = widths[place + 1] - _GUTTER
            yield starts[place + 1], set_cell(cell, styles.CELL, room, tag)


def _indent(row: tuple[Cell | None, ...], starts: list[float]) -> float:
    """Where the first cell begins that does not go on from the row above."""
    own = (start for start, cell in zip(starts[1:], row, strict=True) if cell is not None)
    return next(own, 0.0)


def _again(head: Cell) -> Cell:
    return (*head[:1], (Run(_GOES_ON, Look.MUTED),))


def _column_widths(table: Table, width: float) -> list[float]:
    """The wished shares; a column whose longest word does not fit takes from the roomiest ones."""
    widths = [share * width for share in table.widths]
    needs = [min(need, _WIDEST_WORD * width) for need in _longest_words(table)]
    return fitted(widths, needs)


def _longest_words(table: Table) -> Iterator[float]:
    for number in range(len(table.header)):
        cells = [
            group.head if number == 0 else row[number - 1] or ()
            for group in table.groups
            for row in group.rows
        ]
        words = {word for cell in cells for text in cell for word in _PARTS.findall(line(text))}
        lengths = (run_length(word[:80], styles.CELL) for word in words)
        strong = 1.0 if number else _STRONGER
        yield max(lengths, default=0.0) * strong + _GUTTER + 1
