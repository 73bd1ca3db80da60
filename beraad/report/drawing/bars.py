"""Amounts as bars: the label before or above its bar, the number in it or behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.report.charts import Bar, Bars, Fill
from beraad.report.drawing.legend import filled, legend
from beraad.report.drawing.ruler import Ruler
from beraad.report.drawing.shapes import Anchor, Ink, Panel, Part, Picture, Stroke, Words

_BESIDE_FROM = 30.0
"""Columns narrower than this, in sizes of a letter, have the label above the bar."""
_LABEL_SHARE = 0.42
_MOST_LINES = 3
_MOST_ROWS = 24
_LEAST_TRACK = 6.0
_HIGH = 1.05
_BETWEEN = 0.62
_PADDING = 0.3


@dataclass(frozen=True, slots=True)
class _Layout:
    """What all rows share.

    Attributes:
        left: where bars begin; 0 when labels stand above them.
        room: how far a label may run.
        scale: how far one runs.
        behind: numbers stand behind the bars.
    """

    left: float
    room: float
    scale: float
    behind: bool


def bars_drawn(bars: Bars, width: float, ruler: Ruler) -> Picture | None:
    """The picture; None when there are no rows, too many, or words that do not fit."""
    layout = _layout(bars, width, ruler)
    if layout is None or not 0 < len(bars.rows) <= _MOST_ROWS:
        return None
    parts: list[Part] = []
    top = 0.0
    for number, row in enumerate(bars.rows):
        top += ruler.size * _BETWEEN if number else 0.0
        lines = ruler.lines(row.label, layout.room, most=_MOST_LINES)
        if lines is None:
            return None
        high = len(lines) * ruler.line
        bar_high = ruler.size * _HIGH
        for place, line in enumerate(lines):
            parts.append(Words(line, 0, top + (place + 0.5) * ruler.line, ruler.size))
        if layout.left:
            middle = top + max(ruler.line, bar_high) / 2
            top += max(high, bar_high)
        else:
            middle = top + high + ruler.size * 0.1 + bar_high / 2
            top = middle + bar_high / 2
        parts += _row(bars, row, middle, layout, ruler)
    if len(bars.series) > 1 or bars.marked:
        top += ruler.size * 0.9
        below = legend(bars.series, bars.marked, top=top, width=width, ruler=ruler)
        if below is None:
            return None
        parts += below[0]
        top += below[1]
    return Picture(width, top, tuple(parts))


def _layout(bars: Bars, width: float, ruler: Ruler) -> _Layout | None:
    em = ruler.size
    left = width * _LABEL_SHARE if width >= em * _BESIDE_FROM else 0.0
    largest = max((max(row.along, row.mark or 0) for row in bars.rows), default=0)
    is_split = len(bars.series) > 1
    whole = width - left
    inside = is_split and largest > 0 and _fit_inside(bars, whole / largest, ruler)
    widest = 0.0
    if not inside:
        told = (_number(row) for row in bars.rows if not row.said)
        widest = max((ruler.width(text, strong=True) for text in told), default=0.0) + em * 0.6
    said = max((ruler.width(ruler.shown(row.said)) for row in bars.rows), default=0.0)
    track = whole - widest
    if track < em * _LEAST_TRACK or said > whole:
        return None
    room = left - em * 1.0 if left else width
    return _Layout(left, room, track / largest if largest else 0.0, behind=not inside)


def _number(row: Bar) -> str:
    return " · ".join(map(str, row.parts))


def _fit_inside(bars: Bars, scale: float, ruler: Ruler) -> bool:
    """Whether every number fits in its own part of the bar; words have no part to stand in."""
    return all(
        isinstance(amount, int)
        and ruler.width(str(amount), strong=True) + 2 * _PADDING * ruler.size <= amount * scale
        for row in bars.rows
        for amount in row.parts
        if amount
    )


def _row(bars: Bars, row: Bar, middle: float, layout: _Layout, ruler: Ruler) -> Iterator[Part]:
    em = ruler.size
    if row.said:
        yield Words(ruler.shown(row.said), layout.left, middle, ruler.size, Ink.MUTED)
        return
    high = em * _HIGH
    x = layout.left
    for amount, series in zip(row.parts, bars.series, strict=True):
        if not amount or isinstance(amount, str):
            continue
        along = amount * layout.scale
        panel = Panel(x, middle - high / 2, along, high, Ink.ACCENT, em * 0.12)
        yield from filled(panel, series.fill, em)
        if not layout.behind:
            yield from _inside(str(amount), x + along / 2, middle, series.fill, ruler)
        x += along
    at = x
    if row.mark is not None:
        at = layout.left + row.mark * layout.scale
        reach = high / 2 + em * 0.22
        ends = ((at, middle - reach), (at, middle + reach))
        yield Stroke(ends, Ink.PAPER, em * 0.4)
        yield Stroke(ends, Ink.INK, em * 0.16)
    if layout.behind:
        number = _number(row)
        runs = ruler.width(number, strong=True) + em * 0.8
        meets = row.mark is not None and x - em * 0.2 <= at < x + runs
        yield Words(number, (at if meets else x) + em * 0.5, middle, ruler.size, strong=True)


def _inside(text: str, at: float, middle: float, fill: Fill, ruler: Ruler) -> Iterator[Part]:
    """A number in its part of the bar, on paper where slanting lines would cross it."""
    if fill is Fill.HATCHED:
        wide = ruler.width(text, strong=True) + ruler.size * 0.3
        high = ruler.size
        yield Panel(at - wide / 2, middle - high / 2, wide, high, Ink.PAPER)
    ink = Ink.PAPER if fill is Fill.SOLID else Ink.INK
    yield Words(text, at, middle, ruler.size, ink, strong=True, anchor=Anchor.MIDDLE)
