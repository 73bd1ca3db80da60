"""The way there from left to right, and the way back under it, from right to left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from beraad.report.charts import RouteMap, Standing, Station
from beraad.report.drawing.ruler import Ruler
from beraad.report.drawing.shapes import (
    Anchor,
    Frame,
    Ink,
    Panel,
    Part,
    Picture,
    Point,
    Stroke,
    Words,
    arrowhead,
)

_THERE, _THERE_NOTE = "Heen", "wie kan er iets aan doen, en wanneer is er antwoord"
_BESIDE = "Ook mogelijk, naast deze lijn"
_DOWN = "het antwoord, van elke plek"
_BACK, _BACK_NOTE = "Terug", "wie vertelt het antwoord, tot het team het heeft gehoord"
_MOST_COLUMNS = 5
_MOST_LINES = 3
_MOST = 30
_PAD = 1.2
_GAP = 1.8
_DROP = 1.6
_INSIDE = 0.6


@dataclass(frozen=True, slots=True)
class _Grid:
    """Boxes of one size next to each other; what does not fit goes on in a row below."""

    ruler: Ruler
    columns: int
    wide: float
    high: float

    @property
    def em(self) -> float:
        return self.ruler.size

    def corner(self, number: int, top: float, *, leftward: bool) -> Point:
        """Where a box stands; on the way back the first stands at the right."""
        row, column = divmod(number, self.columns)
        if leftward:
            column = self.columns - 1 - column
        left = self.em * _PAD + column * (self.wide + self.em * _GAP)
        return left, top + row * (self.high + self.em * _DROP)

    def reach(self, count: int) -> float:
        """How high this many boxes are."""
        rows = -(-count // self.columns)
        return rows * self.high + (rows - 1) * self.em * _DROP


def routes_drawn(routes: RouteMap, width: float, ruler: Ruler) -> Picture | None:
    """The picture; None when it holds too much, or a word that does not fit its box."""
    stations = (*routes.there, *routes.beside, *routes.back)
    grid = _grid(stations, width, ruler) if routes.there and routes.back else None
    if grid is None or len(stations) > _MOST:
        return None
    em, pad = ruler.size, ruler.size * _PAD
    above = pad + ruler.line + em * 0.8
    inside = [*_titled(_THERE, _THERE_NOTE, pad, width, ruler)]
    inside += _row(routes.there, above, grid, leftward=False)
    top = above + grid.reach(len(routes.there))
    if routes.beside:
        top += em * 1.4
        note = ruler.shown(_BESIDE)
        inside.append(Words(note, pad, top + ruler.line / 2, ruler.small, Ink.MUTED))
        top += ruler.line + em * 0.5
        inside += _boxes(routes.beside, top, grid, leftward=False)
        top += grid.reach(len(routes.beside))
    top += pad
    lower = top + em * 2.6
    bottom = lower + above + grid.reach(len(routes.back)) + pad
    parts = (
        Frame(0, 0, width, top, Ink.LINE, em * 0.08, em * 0.7),
        *inside,
        Panel(0, lower, width, bottom - lower, Ink.GROUND, em * 0.7),
        *_titled(_BACK, _BACK_NOTE, lower + pad, width, ruler),
        *_row(routes.back, lower + above, grid, leftward=True),
        *_down(grid, (top, lower), lower + above),
    )
    return Picture(width, bottom, parts)


def _grid(stations: Sequence[Station], width: float, ruler: Ruler) -> _Grid | None:
    """As many boxes beside each other as leave room for every name."""
    em = ruler.size
    for columns in range(_MOST_COLUMNS, 1, -1):
        wide = (width - em * (2 * _PAD + (columns - 1) * _GAP)) / columns
        told = [_lines(one, wide - 2 * em * _INSIDE, ruler) for one in stations]
        if all(told):
            most = max(len(name) + len(below) for name, below in filter(None, told))
            return _Grid(ruler, columns, wide, most * ruler.line + 2 * em * _INSIDE)
    return None


def _lines(station: Station, room: float, ruler: Ruler) -> tuple[list[str], list[str]] | None:
    name = ruler.lines(station.name, room, most=_MOST_LINES, strong=True)
    below = ruler.lines(station.below, room, most=_MOST_LINES, size=ruler.small)
    return None if name is None or below is None else (name, below if station.below else [])


def _titled(title: str, note: str, top: float, width: float, ruler: Ruler) -> Iterator[Part]:
    left, middle = ruler.size * _PAD, top + ruler.line / 2
    size = ruler.size * 1.15
    yield Words(title, left, middle, size, strong=True)
    left += ruler.width(title, strong=True, size=size) + ruler.size * 0.7
    if left + ruler.width(note, size=ruler.small) <= width - ruler.size * _PAD:
        yield Words(note, left, middle, ruler.small, Ink.MUTED)


def _row(stations: Sequence[Station], top: float, grid: _Grid, *, leftward: bool) -> Iterator[Part]:
    for number, (here, there) in enumerate(pairwise(stations)):
        yield from _between(number, (here, there), top, grid, leftward=leftward)
    yield from _boxes(stations, top, grid, leftward=leftward)


def _boxes(
    stations: Sequence[Station], top: float, grid: _Grid, *, leftward: bool
) -> Iterator[Part]:
    for number, station in enumerate(stations):
        yield from _box(station, grid.corner(number, top, leftward=leftward), grid)


def _box(station: Station, corner: Point, grid: _Grid) -> Iterator[Part]:
    em, ruler = grid.em, grid.ruler
    size, radius = (grid.wide, grid.high), em * 0.55
    here = station.standing is Standing.HERE
    yield Panel(*corner, *size, Ink.ACCENT if here else Ink.PAPER, radius)
    if not here:
        passed = station.standing is Standing.PASSED
        edge = (Ink.ACCENT, em * 0.15) if passed else (Ink.MUTED, em * 0.07)
        yield Frame(*corner, *size, *edge, radius)
    name, below = _lines(station, grid.wide - 2 * em * _INSIDE, ruler) or ([], [])
    across = corner[0] + grid.wide / 2
    middle = corner[1] + (grid.high - (len(name) + len(below) - 1) * ruler.line) / 2
    for line in name:
        ink = Ink.PAPER if here else Ink.INK
        yield Words(line, across, middle, ruler.size, ink, strong=True, anchor=Anchor.MIDDLE)
        middle += ruler.line
    for line in below:
        ink = Ink.PAPER if here else Ink.MUTED
        yield Words(line, across, middle, ruler.small, ink, anchor=Anchor.MIDDLE)
        middle += ruler.line


def _between(
    number: int, ends: tuple[Station, Station], top: float, grid: _Grid, *, leftward: bool
) -> Iterator[Part]:
    """The arrow from one box to the next; at the end of a row it goes down to the next row."""
    em = grid.em
    walked = all(one.standing is not Standing.POSSIBLE for one in ends)
    ink = Ink.ACCENT if walked or leftward else Ink.MUTED
    weight = em * (0.2 if walked else 0.09)
    x, y = grid.corner(number, top, leftward=leftward)
    to_x, to_y = grid.corner(number + 1, top, leftward=leftward)
    if to_y == y:
        middle = y + grid.high / 2
        begin, end = (x, to_x + grid.wide) if leftward else (x + grid.wide, to_x)
        points: tuple[Point, ...] = ((begin, middle), (end, middle))
        towards: Point = (-1, 0) if leftward else (1, 0)
    else:
        half = y + grid.high + em * _DROP / 2
        across, to_across = x + grid.wide / 2, to_x + grid.wide / 2
        points = ((across, y + grid.high), (across, half), (to_across, half), (to_across, to_y))
        towards = (0, 1)
    yield Stroke(_shortened(points, towards, em * 0.5), ink, weight, dashed=leftward)
    yield arrowhead(points[-1], towards, em * 0.7, ink)


def _down(grid: _Grid, gap: tuple[float, float], box: float) -> Iterator[Part]:
    """From the way there to the one who tells the answer first."""
    em = grid.em
    x = grid.corner(0, box, leftward=True)[0] + grid.wide / 2
    points = ((x, gap[0]), (x, box))
    yield Stroke(_shortened(points, (0, 1), em * 0.5), Ink.ACCENT, em * 0.09, dashed=True)
    yield arrowhead((x, box), (0, 1), em * 0.7, Ink.ACCENT)
    said = grid.ruler.shown(_DOWN)
    middle = (gap[0] + gap[1]) / 2
    yield Words(said, x - em * 0.7, middle, grid.ruler.small, Ink.MUTED, anchor=Anchor.END)


def _shortened(points: tuple[Point, ...], towards: Point, by: float) -> tuple[Point, ...]:
    """A line that ends where its arrowhead begins."""
    x, y = points[-1]
    return (*points[:-1], (x - towards[0] * by, y - towards[1] * by))
