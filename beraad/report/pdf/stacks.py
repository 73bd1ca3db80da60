"""Boxes of boxes: under each other, beside each other, and as much as fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from beraad.report.pdf.boxes import ROUNDING, Box
from beraad.report.pdf.pen import Pen
from beraad.report.pdf.styles import COLUMN_HEIGHT
from beraad.report.theme import Hue


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a stack: room inside its edges, a tint, or a bar at its left."""

    width: float = 0
    left: float = 0
    top: float = 0
    bottom: float = 0
    tint: Hue | None = None
    radius: float = 0
    bar: Hue | None = None


@dataclass(frozen=True)
class Stack(Box):
    """Boxes under each other."""

    boxes: tuple[Box, ...]
    frame: Frame = Frame()

    @override
    def measured(self) -> float:
        inside = sum(
            box.height + (box.before if number else 0) for number, box in enumerate(self.boxes)
        )
        return self.frame.top + inside + self.frame.bottom

    @override
    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting, rest = filled(self.boxes, room - self.frame.top - self.frame.bottom)
        if not fitting or not rest:
            return None
        return replace(self, boxes=fitting), replace(self, boxes=rest, before=0)

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.place(self.tag)
        frame = self.frame
        if frame.tint:
            pen.panel(x, top, (frame.width, self.height), frame.tint, frame.radius)
        if frame.bar:
            pen.panel(x, top + 1, (2.25, self.height - 2), frame.bar)
        draw_stacked(self.boxes, pen, x + frame.left, top + frame.top)


@dataclass(frozen=True)
class Row(Box):
    """Boxes beside each other, each at its own place.

    Attributes:
        whole_up_to: a row of this height or less is never cut.
    """

    cells: tuple[tuple[float, Box], ...]
    whole_up_to: float = COLUMN_HEIGHT / 2

    @override
    def measured(self) -> float:
        return max((box.height for _, box in self.cells), default=0)

    @override
    def split(self, room: float) -> tuple[Row, Row] | None:
        if self.height <= self.whole_up_to:
            return None
        first: list[tuple[float, Box]] = []
        rest: list[tuple[float, Box]] = []
        for x, box in self.cells:
            if box.height <= room:
                first.append((x, box))
            elif parts := box.split(room):
                first.append((x, parts[0]))
                rest.append((x, parts[1]))
            else:
                return None
        return replace(self, cells=tuple(first)), replace(self, cells=tuple(rest), before=0)

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.place(self.tag)
        for offset, box in self.cells:
            box.draw(pen, x + offset, top)


def draw_stacked(boxes: Sequence[Box], pen: Pen, x: float, top: float) -> None:
    """Draw boxes under each other, the first without the space it wants above."""
    for number, box in enumerate(boxes):
        top += box.before if number else 0
        box.draw(pen, x, top)
        top += box.height


def filled(boxes: tuple[Box, ...], room: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """What fits in the room, and what is left; what leads never ends up alone at the foot."""
    used = 0.0
    for number, box in enumerate(boxes):
        start = used + (box.before if number else 0)
        if start + box.height <= room + ROUNDING:
            used = start + box.height
            continue
        if parts := box.split(room - start):
            return (*boxes[:number], parts[0]), (parts[1], *boxes[number + 1 :])
        cut = number
        while cut and boxes[cut - 1].leads:
            cut -= 1
        return boxes[:cut], boxes[cut:]
    return boxes, ()
