"""Stretches of time along one axis, with the same in words behind each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.report.charts import Fill, Lane, Span, Timeline
from beraad.report.drawing.legend import filled, legend
from beraad.report.drawing.ruler import Ruler
from beraad.report.drawing.shapes import Anchor, Ink, Panel, Part, Picture, Stroke, Words, arrowhead

_LABEL_SHARE = 0.34
_MOST_LINES = 2
_MOST_LANES = 24
_LEAST_TRACK = 12.0
_HIGH = 0.85
_THIN = 0.4
_BETWEEN = 0.75


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where a place in time stands."""

    left: float
    first: float
    scale: float

    def at(self, place: float) -> float:
        return self.left + (place - self.first) * self.scale


def timeline_drawn(timeline: Timeline, width: float, ruler: Ruler) -> Picture | None:
    """The picture; None without lanes or an axis, or with words that do not fit."""
    em = ruler.size
    said = [ruler.shown(lane.said) for lane in timeline.lanes]
    ends = [*(place for place, _ in timeline.ticks), *_ends(timeline)]
    if not 0 < len(said) <= _MOST_LANES or len(timeline.ticks) < 2 or max(ends) <= min(ends):  # noqa: PLR2004 - an axis has two ends
        return None
    left = width * _LABEL_SHARE
    track = width - left - max(map(ruler.width, said)) - em * 1.8
    if track < em * _LEAST_TRACK:
        return None
    axis = _Axis(left, min(ends), track / (max(ends) - min(ends)))
    over = ruler.line * (2 if timeline.line else 1) + em * 0.4
    alone = not any(_has_both(lane) for lane in timeline.lanes)
    lanes: list[Part] = []
    top = over
    for lane, told in zip(timeline.lanes, said, strict=True):
        lines = ruler.lines(lane.label, left - em, most=_MOST_LINES)
        if lines is None:
            return None
        high = max(len(lines) * ruler.line, em * (_HIGH + _THIN + 0.3))
        top += em * _BETWEEN / 2
        for place, line in enumerate(lines):
            middle = top + (high - len(lines) * ruler.line) / 2 + (place + 0.5) * ruler.line
            lanes.append(Words(line, 0, middle, ruler.size))
        for span in lane.spans:
            lanes += _span(span, top, high, axis, em, alone=alone)
        lanes.append(Words(told, width, top + high / 2, ruler.size, anchor=Anchor.END))
        top += high + em * _BETWEEN / 2
    behind = _ticks(timeline, axis, over, top, ruler)
    if behind is None:
        return None
    parts = [*behind, *lanes, *_line(timeline, axis, (over, top), width, ruler)]
    if len(timeline.series) > 1:
        below = legend(timeline.series, "", top=top + em * 0.7, width=width, ruler=ruler)
        if below is None:
            return None
        parts += below[0]
        top += em * 0.7 + below[1]
    return Picture(width, top, tuple(parts))


def _ends(timeline: Timeline) -> Iterator[float]:
    for lane in timeline.lanes:
        for span in lane.spans:
            yield from (span.begin, span.end)
    if timeline.line:
        yield timeline.line[0]


def _has_both(lane: Lane) -> bool:
    """Whether something filled stands in a row beside an outline."""
    return len({span.fill is Fill.OUTLINE for span in lane.spans}) > 1


def _span(
    span: Span, top: float, high: float, axis: _Axis, em: float, *, alone: bool
) -> Iterator[Part]:
    """What is filled stands in the middle; an outline is thin and stands above it.

    Unless it is `alone`: then it is as high as what is filled.
    """
    begin, end = axis.at(span.begin), axis.at(span.end)
    middle = top + high / 2
    if span.fill is Fill.OUTLINE and not alone:
        panel = Panel(
            begin,
            middle - em * (_HIGH / 2 + _THIN + 0.1),
            end - begin,
            em * _THIN,
            Ink.MUTED,
            em * 0.15,
        )
    else:
        panel = Panel(begin, middle - em * _HIGH / 2, end - begin, em * _HIGH, Ink.ACCENT, em * 0.1)
    yield from filled(panel, span.fill, em)
    if span.goes_on:
        yield arrowhead((end + em * 0.9, middle), (1, 0), em * 0.9, Ink.ACCENT)


def _ticks(
    timeline: Timeline, axis: _Axis, over: float, bottom: float, ruler: Ruler
) -> list[Part] | None:
    """The axis above the lanes; None when what is written there would meet."""
    parts: list[Part] = []
    middle = over - ruler.line / 2 - ruler.size * 0.2
    taken = float("-inf")
    for place, text in timeline.ticks:
        shown = ruler.shown(text)
        x, half = axis.at(place), ruler.width(shown, size=ruler.small) / 2
        if x - half < taken:
            return None
        taken = x + half + ruler.size * 0.3
        parts.append(Stroke(((x, over), (x, bottom)), Ink.LINE, ruler.size * 0.07))
        parts.append(Words(shown, x, middle, ruler.small, Ink.MUTED, anchor=Anchor.MIDDLE))
    return parts


def _line(
    timeline: Timeline, axis: _Axis, reach: tuple[float, float], width: float, ruler: Ruler
) -> Iterator[Part]:
    if timeline.line is None:
        return
    place, text = timeline.line
    x, shown = axis.at(place), ruler.shown(text)
    half = ruler.width(shown, strong=True, size=ruler.small) / 2
    over, bottom = reach
    yield Stroke(((x, over), (x, bottom)), Ink.INK, ruler.size * 0.11, dashed=True)
    at = min(max(x, half), width - half)
    yield Words(shown, at, ruler.line / 2, ruler.small, strong=True, anchor=Anchor.MIDDLE)
