"""Tables for every format: a picture as a table, and the longest word of each column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from beraad.report.blocks import Cell, Mark, Matrix, RowGroup, Run, Table, Text
from beraad.report.charts import Bars, Chart, RouteMap, Station, Timeline

_COLUMN = "Gekozen"
_NO_NUMBER = "–"
_WIDTHS = (0.62, 0.38)
_FIRST = 0.4
"""The least share of a column with labels."""
_OF_AMOUNTS, _OF_WORDS = 0.2, 0.45
"""The most of a column with amounts, and of one with words."""
_ROUTES, _WIDTHS_OF_ROUTES = ("Weg", "Wie", "Wat of wanneer"), (0.2, 0.4, 0.4)


def tabled(matrix: Matrix) -> Table:
    """Each value with its letters after each other."""
    groups = tuple(
        RowGroup(((Run(value),),), ((((*_marks(matrix, letters),),),),))
        for value, letters in matrix.rows
    )
    return Table((matrix.head, _COLUMN), groups, _WIDTHS)


def chart_tabled(chart: Chart) -> Table:
    """What a picture shows, as a table."""
    match chart:
        case Bars():
            return _bars(chart)
        case Timeline():
            return _timeline(chart)
        case RouteMap():
            return _routes(chart)
        case _:
            assert_never(chart)


def _bars(bars: Bars) -> Table:
    head = (bars.head, *(one.name for one in bars.series), *([bars.marked] if bars.marked else ()))
    rows: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for row in bars.rows:
        marked = ("" if row.mark is None else str(row.mark),) if bars.marked else ()
        if row.parts:
            rows.append(((row.label,), (*map(str, row.parts), *marked)))
        elif len(bars.series) == 1:
            rows.append(((row.label,), (row.said, *marked)))
        else:  # What is said of all parts together stands with the label, and in none of them.
            rows.append(((row.label, row.said), (*(_NO_NUMBER for _ in bars.series), *marked)))
    return _plain(head, rows)


def _timeline(timeline: Timeline) -> Table:
    if not timeline.kinds:
        rows = [((lane.label,), (lane.said,)) for lane in timeline.lanes]
        return _plain((timeline.head, timeline.told), rows, most=_OF_WORDS)
    told = [((one.label,), (one.said, timeline.kind_of(one))) for one in timeline.lanes]
    return _plain((timeline.head, timeline.told, timeline.kinds), told, most=_OF_WORDS)


def _routes(routes: RouteMap) -> Table:
    ways: tuple[tuple[str, tuple[Station, ...]], ...] = (
        ("Heen", routes.there),
        ("Ook mogelijk", routes.beside),
        ("Terug", routes.back),
    )
    groups = tuple(
        RowGroup(_cell(way), tuple((_cell(one.name), _cell(one.below)) for one in stations))
        for way, stations in ways
        if stations
    )
    return Table(_ROUTES, groups, _WIDTHS_OF_ROUTES)


def _plain(
    head: tuple[str, ...],
    rows: list[tuple[tuple[str, ...], tuple[str, ...]]],
    *,
    most: float = _OF_AMOUNTS,
) -> Table:
    first = max(_FIRST, 1 - most * (len(head) - 1))
    rest = (1 - first) / (len(head) - 1)
    groups = tuple(RowGroup(_cell(*label), (tuple(map(_cell, told)),)) for label, told in rows)
    return Table(head, groups, (first, *(rest for _ in head[1:])))


def _cell(*texts: str) -> Cell:
    return tuple((Run(text),) for text in texts if text)


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


def fitted(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """The widths of columns, where one that needs more takes it from the roomiest ones."""
    found = list(widths)
    for number, need in enumerate(needs):
        for _ in found:
            roomiest = max(range(len(found)), key=lambda other: found[other] - needs[other])
            missing = min(need - found[number], found[roomiest] - needs[roomiest])
            if missing > 0:
                found[number] += missing
                found[roomiest] -= missing
    return found


def _letters(text: Text) -> str:
    return "".join(piece.text if isinstance(piece, Run) else piece.letter for piece in text)
