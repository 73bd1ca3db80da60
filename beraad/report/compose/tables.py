"""Tables without the columns in which nothing stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from beraad.report.blocks import Cell, RowGroup, Table
from beraad.report.compose.letters import lines
from beraad.report.compose.parts import Blocks

_GIVEN = (0.0, 0.04, 0.08, 0.12, 0.16, 0.2)
"""How much of its width the first column may give."""
_LEAST_OF_FIRST = 0.24
_ACROSS, _GUTTER, _SIZE = 500.0, 12.0, 9.5
"""About what the PDF has, in points: the width of a table, what stays empty in it, and letters."""


def table(
    header: tuple[str, ...],
    widths: tuple[float, ...],
    groups: Iterable[RowGroup],
    *,
    listed: bool = False,
    shares: bool = False,
) -> Blocks:
    """A table of the groups that say something, unless none does.

    The first column always stays; `widths` are shares of which the used ones are stretched to 1.
    With `shares` it gives the next one what that needs more of its width.
    """
    said = tuple(group for group in groups if group.head or any(map(any, group.rows)))
    if not said:
        return ()
    others = range(len(header) - 1)
    used = [column for column in others if any(row[column] for one in said for row in one.rows)]
    total = widths[0] + sum(widths[column + 1] for column in used)
    trimmed = Table(
        header=(header[0], *(header[column + 1] for column in used)),
        groups=tuple(
            RowGroup(one.head, tuple(tuple(row[column] for column in used) for row in one.rows))
            for one in said
        ),
        widths=(widths[0] / total, *(widths[column + 1] / total for column in used)),
        listed=listed,
    )
    return (_shared(trimmed) if shares and used else trimmed,)


def _shared(made: Table) -> Table:
    """The table with so much of the first column given to the second that it stands lowest."""
    first, second, *others = made.widths

    def high(given: float) -> int:
        return sum(
            max(
                _lines(group.head, first - given),
                sum(_lines(row[0] or (), second + given) for row in group.rows),
            )
            for group in made.groups
        )

    given = min((one for one in _GIVEN if first - one >= _LEAST_OF_FIRST or not one), key=high)
    return replace(made, widths=(first - given, second + given, *others))


def _lines(cell: Cell, share: float) -> int:
    return sum(lines(text, share * _ACROSS - _GUTTER, _SIZE) for text in cell)
