"""A table to write in: edges around every cell, and rows that are high enough for a hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from typing_extensions import override

from beraad.report.blocks import Cell, RowGroup
from beraad.report.forms.model import Board
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.pen import Pen
from beraad.report.pdf.ruled import TICK, Tick
from beraad.report.pdf.stacks import Row, Stack
from beraad.report.pdf.table import Grid
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import column, plain
from beraad.report.theme import Hue

_INSIDE = 7.0
_HEADER = 26.0
_ONE_ON_A_LINE = 3


@dataclass(frozen=True)
class _Edges(Box):
    """A row of cells with a line around each.

    Attributes:
        row: what stands in the cells.
        edges: where each cell begins, and where the last one ends.
        least: the least height.
        tint: what stands behind it.
        shares_head: the first cell is that of the row above, so no line is drawn between them.
        head_goes_on: the same, for the row below.
    """

    row: Row
    edges: tuple[float, ...]
    least: float
    tint: Hue | None = None
    shares_head: bool = False
    head_goes_on: bool = False

    @override
    def measured(self) -> float:
        return max(self.least, self.row.height + 2 * _INSIDE)

    @override
    def split(self, room: float) -> tuple[Box, Box] | None:
        parts = self.row.split(room - 2 * _INSIDE)
        if parts is None:
            return None
        return replace(self, row=parts[0], least=0), replace(
            self, row=parts[1], least=0, before=0, shares_head=True
        )

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        width = self.edges[-1]
        if self.tint:
            pen.panel(x, top, (width, self.height), self.tint)
        self.row.draw(pen, x, top + _INSIDE)
        for down, goes_on in ((0.0, self.shares_head), (self.height, self.head_goes_on)):
            start = self.edges[1] if goes_on else 0.0
            pen.rule(x + start, top + down, width - start, Hue.MUTED, 0.5)
        for edge in self.edges:
            pen.upright(x + edge, top, self.height, Hue.MUTED)


def ruled_table(board: Board, width: float, tag: Tag) -> Box:
    """The table set in a column of this width, in points; cut between rows."""
    widths = [share * width for share in board.widths]
    edges = tuple(sum(widths[:number]) for number in range(len(widths) + 1))
    head = tag.child("THead").child("TR")
    titles = tuple(
        (
            edges[number] + _INSIDE,
            plain(
                title,
                styles.COLUMN_TITLE,
                widths[number] - 2 * _INSIDE,
                head.child("TH", scope="Column"),
            ),
        )
        for number, title in enumerate(board.header)
    )
    body = tag.child("TBody")
    rows = (
        Row(((0, Stack(tuple(_group(board, group, edges, body, stressed=stressed)))),))
        for stressed, group in (
            (number in board.stressed, group) for number, group in enumerate(board.groups)
        )
    )
    header = Row(((0, _Edges(Row(titles, tag=head), edges, _HEADER, Hue.BOX)),))
    return Grid(header, tuple(rows), flush=True, tag=tag)


def _group(
    board: Board, group: RowGroup, edges: tuple[float, ...], body: Tag, *, stressed: bool
) -> Iterator[Box]:
    tags = [body.child("TR") for _ in group.rows]
    first = tags[0].child("TH", scope="Row", rows=len(tags))
    for number, (row, tag) in enumerate(zip(group.rows, tags, strict=True)):
        cells = [(group.head, first)] if number == 0 else []
        cells += [(cell or (), tag.child("TD")) for cell in row]
        offset = len(edges) - 1 - len(cells)
        boxes = tuple(
            (
                edges[place] + _INSIDE,
                _cell(cell, board.ticks[place], edges[place + 1] - edges[place], cell_tag),
            )
            for place, (cell, cell_tag) in enumerate(cells, start=offset)
        )
        tint = Hue.BOX if stressed else None
        yield _Edges(
            Row(boxes, tag=tag),
            edges,
            board.row,
            tint,
            shares_head=number > 0,
            head_goes_on=number + 1 < len(tags),
        )


def _cell(cell: Cell, ticks: tuple[str, ...], width: float, tag: Tag) -> Box:
    room = width - 2 * _INSIDE
    words = column(cell, styles.CELL, room, tag, gap=2)
    if not ticks:
        return words
    return Stack((*words.boxes, *_offered(ticks, room, tag)), tag=tag)


def _offered(ticks: tuple[str, ...], width: float, tag: Tag) -> Iterator[Box]:
    """Words with a box before them; two on a line when there are many."""
    left = TICK + 6
    on_a_line = 2 if len(ticks) > _ONE_ON_A_LINE else 1
    share = width / on_a_line
    for start in range(0, len(ticks), on_a_line):
        cells: list[tuple[float, Box]] = []
        for number, text in enumerate(ticks[start : start + on_a_line]):
            words = plain(text, styles.NOTE, share - left, tag.child("P"))
            cells += [
                (number * share, Tick(styles.NOTE.leading)),
                (number * share + left, words),
            ]
        yield Row(tuple(cells), before=1)
