"""Tables without the columns in which nothing stands."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.report.blocks import RowGroup, Table
from beraad.report.compose.parts import Blocks


def table(
    header: tuple[str, ...],
    widths: tuple[float, ...],
    groups: Iterable[RowGroup],
    *,
    listed: bool = False,
) -> Blocks:
    """A table of the groups that say something, unless none does.

    The first column always stays; `widths` are shares of which the used ones are stretched to 1.
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
    return (trimmed,)
