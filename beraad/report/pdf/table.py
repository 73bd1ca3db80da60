"""A table that is cut between its rows, and says its header again on the next page."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace

from typing_extensions import override

from beraad.report.pdf.boxes import Box
from beraad.report.pdf.pen import Pen
from beraad.report.pdf.stacks import Row, filled
from beraad.report.pdf.styles import COLUMN_HEIGHT
from beraad.report.theme import Hue

PADDING = 7.0
_KEPT_WHOLE = COLUMN_HEIGHT / 3


@dataclass(frozen=True)
class Group(Box):
    """Rows that share a first cell; cut between rows when they are too many to keep together.

    Attributes:
        again: the first cell as it is said where the group goes on.
        width: how far the lines between rows run.
        indents: for each row where the line above it begins, right of cells that go on.
    """

    head: Box
    again: Box
    rows: tuple[Row, ...]
    width: float
    indents: tuple[float, ...]

    @override
    def measured(self) -> float:
        rows = sum(row.height + 2 * PADDING for row in self.rows)
        return max(self.head.height + 2 * PADDING, rows)

    @override
    def split(self, room: float) -> tuple[Box, Box] | None:
        if self.height <= _KEPT_WHOLE:
            return None
        rows, rest = self._cut(room)
        if self.rows and not rows:
            return None
        head, again = self.head, self.again
        if head.height + 2 * PADDING > room:
            parts = head.split(room - 2 * PADDING)
            if parts is None:
                return None
            head, again = parts
        first = replace(self, head=head, rows=rows)
        return first, replace(self, head=again, rows=rest, indents=self.indents[-len(rest) :])

    def _cut(self, room: float) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        for number, row in enumerate(self.rows):
            if row.height + 2 * PADDING > room:
                parts = row.split(room - 2 * PADDING)
                if parts is None:
                    return self.rows[:number], self.rows[number:]
                return (*self.rows[:number], parts[0]), (parts[1], *self.rows[number + 1 :])
            room -= row.height + 2 * PADDING
        return self.rows, ()

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.rule(x, top, self.width, Hue.LINE)
        self.head.draw(pen, x, top + PADDING)
        for number, (row, indent) in enumerate(zip(self.rows, self.indents, strict=False)):
            if number:
                pen.rule(x + indent, top, self.width - indent, Hue.LINE)
            row.draw(pen, x, top + PADDING)
            top += row.height + 2 * PADDING


@dataclass(frozen=True)
class Grid(Box):
    """A header with groups of rows under it.

    Attributes:
        goes_on: its header was said before, on an earlier page.
        flush: the first row follows the header without room between them.
    """

    header: Row
    groups: tuple[Box, ...]
    goes_on: bool = False
    flush: bool = False

    @override
    def measured(self) -> float:
        return self._header_height + sum(group.height for group in self.groups)

    @property
    def _header_height(self) -> float:
        return self.header.height + (0 if self.flush else PADDING)

    @override
    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting, rest = filled(self.groups, room - self._header_height)
        if not fitting or not rest:
            return None
        last = rest[0]
        if rest == self.groups[-1:] and isinstance(last, Group) and len(last.rows) == 1:
            # A header with one row is hardly a table.
            if len(fitting) > 1:
                fitting, rest = fitting[:-1], (fitting[-1], *rest)
            elif self.height <= _KEPT_WHOLE:
                return None
        return replace(self, groups=fitting), replace(self, groups=rest, before=0, goes_on=True)

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.repeating() if self.goes_on else nullcontext():
            self.header.draw(pen, x, top)
        top += self._header_height
        for group in self.groups:
            group.draw(pen, x, top)
            top += group.height
