"""Pictures of amounts, time and routes as drawings inside a web page."""

from __future__ import annotations

from typing import assert_never

from beraad.report.charts import Chart
from beraad.report.drawing import Ruler, drawn
from beraad.report.drawing.shapes import Frame, Panel, Part, Picture, Point, Shape, Stroke, Words
from beraad.report.html_matrix import wide
from beraad.report.markup import Markup, element, empty_element
from beraad.report.visible import visible

_WIDTH = 720.0
_SIZE = 15.0
_NARROW = frozenset("fijlrtI.,:;|!'’ ()[]-")
_ADVANCE, _ADVANCE_OF_NARROW, _ADVANCE_OF_BROAD = 0.62, 0.4, 0.95
"""What a letter takes of its size: a page does not know in which letters it will be read."""


def drawn_chart(chart: Chart) -> Markup | None:
    """The picture, with all of it in words for who does not see it; None where none fits."""
    picture = laid_out(chart)
    return None if picture is None else _svg(picture, chart.alternative)


def laid_out(chart: Chart) -> Picture | None:
    """The picture as wide as the text of a page; None where none fits."""
    return drawn(chart, _WIDTH, Ruler(_SIZE, _advance, visible))


def _advance(text: str, strong: bool) -> float:  # noqa: FBT001 - as the ruler asks it
    return (1.06 if strong else 1.0) * sum(map(_taken, text))


def _taken(sign: str) -> float:
    if sign in _NARROW:
        return _ADVANCE_OF_NARROW
    return _ADVANCE_OF_BROAD if sign in "mwMW" or not sign.isascii() else _ADVANCE


def _svg(picture: Picture, alternative: str) -> Markup:
    looks = {
        "class": "chart",
        "role": "img",
        "aria-label": alternative,
        "viewBox": f"-1 -1 {_length(picture.width + 2)} {_length(picture.height + 2)}",
    }
    return wide(element("svg", *map(_part, picture.parts), attributes=looks), "Afbeelding")


def _part(part: Part) -> Markup:
    match part:
        case Words():
            looks = {
                "class": f"f-{part.ink}{' strong' if part.strong else ''}",
                "x": _length(part.x),
                "y": _length(part.middle + part.size * 0.36),
                "font-size": _length(part.size),
                "text-anchor": part.anchor,
            }
            return element("text", part.text, attributes=looks)
        case Panel():
            return empty_element("rect", attributes={"class": f"f-{part.ink}", **_place(part)})
        case Frame():
            looks = {**_line(part), **_place(part)}
            return empty_element("rect", attributes=looks)
        case Stroke():
            looks = {**_line(part), "points": _points(part.points)}
            return empty_element("polyline", attributes=looks)
        case Shape():
            looks = {"class": f"f-{part.ink}", "points": _points(part.corners)}
            return empty_element("polygon", attributes=looks)
        case _:
            assert_never(part)


def _line(part: Frame | Stroke) -> dict[str, str]:
    dashed = " dashed" if part.dashed else ""
    return {"class": f"s-{part.ink}{dashed}", "stroke-width": _length(part.weight)}


def _place(part: Panel | Frame) -> dict[str, str]:
    size = {"x": part.x, "y": part.y, "width": part.width, "height": part.height}
    return {**{key: _length(one) for key, one in size.items()}, "rx": _length(part.radius)}


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_length(x)},{_length(y)}" for x, y in points)


def _length(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
