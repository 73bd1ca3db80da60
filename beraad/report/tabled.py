"""Tables for every format: a picture as a table, and the longest word of each column."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.report.blocks import Mark, Matrix, RowGroup, Run, Table, Text

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


def longest_words(table: Table) -> Iterator[int]:
    """How many letters the longest word of each column has."""
    for number, title in enumerate(table.header):
        cells = (
            group.head if number == 0 else row[number - 1] or ()
            for group in table.groups
            for row in group.rows
        )
        words = (word for cell in cells for text in cell for word in _letters(text).split())
        yield max(map(len, (*words, *title.split())), default=0)


def _letters(text: Text) -> str:
    return "".join(piece.text if isinstance(piece, Run) else piece.letter for piece in text)
