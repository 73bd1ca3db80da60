"""A picture as a table, for formats and places where it cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.report.blocks import Mark, Matrix, RowGroup, Run, Table

_COLUMN = "Gekozen"
_WIDTHS = (0.62, 0.38)


def tabled(matrix: Matrix) -> Table:
    """Each value with its letters after each other."""
    groups = tuple(
        RowGroup(((Run(value),),), ((((*_marks(matrix, letters),),),),))
        for value, letters in matrix.rows
    )
    return Table((matrix.head, _COLUMN), groups, _WIDTHS)


def _marks(matrix: Matrix, letters: frozenset[str]) -> Iterator[Run | Mark]:
    for number, letter in enumerate(one for one in matrix.letters if one in letters):
        if number:
            yield Run("  ")
        yield Mark(letter)
