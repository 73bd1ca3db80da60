"""The matrix of values and options, drawn: a shape and a colour for each option."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

from beraad.report.blocks import Matrix
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box, Chip, Lines
from beraad.report.pdf.glyphs import printable
from beraad.report.pdf.pen import Pen
from beraad.report.pdf.rows import grid
from beraad.report.pdf.styles import COLUMN_HEIGHT
from beraad.report.pdf.tagging import Tag
from beraad.report.pdf.type import chip, plain
from beraad.report.tabled import tabled
from beraad.report.theme import Hue, option_ink

_LABEL_SHARE = 0.5
_LEAST_COLUMN = 34.0
_PADDING = 6.0
_HEAD_GAP = 7.0
_MARK = 5.5


def matrix_picture(matrix: Matrix, width: float, within: Tag) -> Box:
    """The picture, or the same as a table when it does not fit half a page."""
    column = width * (1 - _LABEL_SHARE) / len(matrix.letters)
    drawn = MatrixBox(matrix, width, within)
    if column < _LEAST_COLUMN or drawn.height > COLUMN_HEIGHT / 2:
        return grid(tabled(matrix), width, within.child("Table"))
    return drawn


@dataclass(frozen=True)
class MatrixBox(Box):
    """One picture, never cut; a voice reads it in words."""

    matrix: Matrix
    width: float
    within: Tag

    @override
    def measured(self) -> float:
        return self._head + sum(label.height + 2 * _PADDING for label in self._labels())

    @property
    def _head(self) -> float:
        return max((mark.height for mark in self._chips()), default=0.0) + _HEAD_GAP

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        place = (x, top, (self.width, self.height))
        with pen.figure(self.within, printable(self.matrix.alternative), place):
            self._draw_head(pen, x, top)
            top += self._head
            rows = zip(self.matrix.rows, self._labels(), strict=True)
            for (_, letters), label in rows:
                pen.rule(x, top, self.width, Hue.LINE)
                label.draw(pen, x, top + _PADDING)
                middle = top + _PADDING + styles.CELL.leading / 2
                for letter, across in zip(self.matrix.letters, self._middles(x), strict=True):
                    if letter in letters:
                        pen.mark(letter, across, middle, _MARK, option_ink(letter))
                top += label.height + 2 * _PADDING

    def _draw_head(self, pen: Pen, x: float, top: float) -> None:
        plain(self.matrix.head, styles.COLUMN_TITLE, self._label_room, None).draw(pen, x, top + 3)
        for mark, across in zip(self._chips(), self._middles(x), strict=True):
            mark.draw(pen, across - mark.width / 2, top)

    def _chips(self) -> list[Chip]:
        return [chip(letter, None) for letter in self.matrix.letters]

    def _labels(self) -> list[Lines]:
        return [plain(value, styles.CELL, self._label_room, None) for value, _ in self.matrix.rows]

    @property
    def _label_room(self) -> float:
        return self.width * _LABEL_SHARE - 14

    def _middles(self, x: float) -> Iterator[float]:
        left = self.width * _LABEL_SHARE
        column = (self.width - left) / len(self.matrix.letters)
        return (x + left + (number + 0.5) * column for number in range(len(self.matrix.letters)))
