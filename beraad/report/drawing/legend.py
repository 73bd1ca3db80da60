"""What the fillings and marks of a picture stand for, under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beraad.report.charts import Fill, Series
from beraad.report.drawing.ruler import Ruler
from beraad.report.drawing.shapes import Frame, Ink, Panel, Part, Stroke, Words, hatched

_SWATCH = 1.4
_GAP = 0.5
_APART = 1.6


def filled(panel: Panel, fill: Fill, em: float) -> Iterator[Part]:
    """A bar in one of the fillings."""
    match fill:
        case Fill.SOLID:
            yield panel
        case Fill.HATCHED:
            yield from hatched(panel, em * 0.34, em * 0.075)
        case Fill.OUTLINE:
            size = (panel.width, panel.height)
            yield Frame(panel.x, panel.y, *size, Ink.MUTED, em * 0.075, panel.radius, dashed=True)


def legend(
    series: Sequence[Series], marked: str, *, top: float, width: float, ruler: Ruler
) -> tuple[tuple[Part, ...], float] | None:
    """Swatches with their names, and how high they stand; None when a name does not fit."""
    em = ruler.size
    parts: list[Part] = []
    x, row = 0.0, 0
    names = [*((one.name, one.fill) for one in series), *([(marked, None)] if marked else [])]
    for name, fill in names:
        shown = ruler.shown(name)
        taken = em * (_SWATCH + _GAP) + ruler.width(shown, size=ruler.small)
        if taken > width:
            return None
        if x and x + taken > width:
            x, row = 0.0, row + 1
        middle = top + (row + 0.5) * ruler.line
        parts += _swatch(fill, x, middle, em)
        left = x + em * (_SWATCH + _GAP)
        parts.append(Words(shown, left, middle, ruler.small, Ink.MUTED))
        x += taken + em * _APART
    return tuple(parts), (row + 1) * ruler.line if names else 0.0


def _swatch(fill: Fill | None, x: float, middle: float, em: float) -> Iterator[Part]:
    width, height = em * _SWATCH, em * 0.8
    if fill is None:
        at, reach = x + width / 2, height / 2 + em * 0.1
        yield Stroke(((at, middle - reach), (at, middle + reach)), Ink.INK, em * 0.16)
    else:
        yield from filled(Panel(x, middle - height / 2, width, height, Ink.ACCENT), fill, em)
