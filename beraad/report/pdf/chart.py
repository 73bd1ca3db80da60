"""Pictures of amounts, time and routes on paper: one figure each, told in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from typing_extensions import override

from beraad.report.charts import Chart
from beraad.report.drawing import Picture, Ruler, drawn
from beraad.report.drawing.shapes import Anchor, Frame, Ink, Panel, Part, Shape, Stroke, Words
from beraad.report.pdf import styles
from beraad.report.pdf.boxes import Box
from beraad.report.pdf.fonts import Face, register, width
from beraad.report.pdf.glyphs import printable
from beraad.report.pdf.lines import Ink as Written
from beraad.report.pdf.lines import Piece
from beraad.report.pdf.pen import Pen
from beraad.report.pdf.rows import grid
from beraad.report.pdf.styles import Style
from beraad.report.pdf.tagging import Tag
from beraad.report.tabled import chart_tabled
from beraad.report.theme import Hue

_HUES: Mapping[Ink, Hue] = {
    Ink.INK: Hue.INK,
    Ink.MUTED: Hue.MUTED,
    Ink.ACCENT: Hue.ACCENT,
    Ink.PAPER: Hue.PAPER,
    Ink.LINE: Hue.LINE,
    Ink.GROUND: Hue.BOX,
}


def chart_picture(chart: Chart, column: float, within: Tag, *, most: float) -> Box:
    """The picture, or the same as a table when it does not fit or is higher than `most`."""
    register()
    picture = drawn(chart, column, Ruler(styles.CELL.size, _advance, printable))
    if picture is None or picture.height > most:
        return grid(chart_tabled(chart), column, within.child("Table"))
    return ChartBox(picture, chart.alternative, within)


def _advance(text: str, strong: bool) -> float:  # noqa: FBT001 - as the ruler asks it
    return width(text, Face.SEMIBOLD if strong else Face.REGULAR)


@dataclass(frozen=True)
class ChartBox(Box):
    """One picture, never cut; a voice reads it in words."""

    picture: Picture
    alternative: str
    within: Tag

    @override
    def measured(self) -> float:
        return self.picture.height

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        place = (x, top, (self.picture.width, self.picture.height))
        with pen.figure(self.within, printable(self.alternative), place):
            for part in self.picture.parts:
                _draw(pen, part, x, top)


def _draw(pen: Pen, part: Part, x: float, top: float) -> None:
    hue = _HUES[part.ink]
    match part:
        case Words():
            face = Face.SEMIBOLD if part.strong else Face.REGULAR
            style = Style(part.size, part.size * 1.4, hue, face)
            runs = part.size * width(part.text, face)
            back = {Anchor.START: 0.0, Anchor.MIDDLE: runs / 2, Anchor.END: runs}[part.anchor]
            line = (Piece(part.text, Written(face, hue)),)
            begins = top + part.middle - style.leading / 2
            pen.lines((line,), x + part.x - back, begins, style)
        case Panel():
            size = (part.width, part.height)
            pen.panel(x + part.x, top + part.y, size, hue, part.radius)
        case Frame():
            size = (part.width, part.height)
            pen.outline(
                x + part.x,
                top + part.y,
                size,
                hue,
                part.radius,
                weight=part.weight,
                dashed=part.dashed,
            )
        case Stroke():
            points = [(x + across, top + down) for across, down in part.points]
            pen.stroke(points, hue, part.weight, dashed=part.dashed)
        case Shape():
            pen.shape([(x + across, top + down) for across, down in part.corners], hue)
        case _:
            assert_never(part)
