"""What a picture is made of: a few shapes, each with its place from the top left corner.

Whoever draws needs to know these only. Lengths are in the unit of the ruler that laid them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
"""How far to the right, and how far down."""


class Ink(StrEnum):
    """What a colour is for."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    PAPER = "paper"
    """What the picture lies on; also for words on the accent."""
    LINE = "line"
    GROUND = "ground"
    """The tint of a quiet panel."""


class Anchor(StrEnum):
    """Which end of a line of words stands at its place, as SVG calls it."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words; `middle` is halfway its height."""

    text: str
    x: float
    middle: float
    size: float
    ink: Ink = Ink.INK
    strong: bool = False
    anchor: Anchor = Anchor.START


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of a rectangle."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    weight: float
    radius: float = 0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from point to point."""

    points: tuple[Point, ...]
    ink: Ink
    weight: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled shape with straight sides."""

    corners: tuple[Point, ...]
    ink: Ink


Part: TypeAlias = Words | Panel | Frame | Stroke | Shape


@dataclass(frozen=True, slots=True)
class Picture:
    """Parts in the order in which they are drawn."""

    width: float
    height: float
    parts: tuple[Part, ...]


def hatched(panel: Panel, gap: float, weight: float) -> Iterator[Part]:
    """A rectangle of slanting lines with an edge, in the ink of the panel."""
    right, bottom = panel.x + panel.width, panel.y + panel.height
    reach = gap
    while reach < panel.width + panel.height:
        low = (panel.x + max(0.0, reach - panel.height), min(bottom, panel.y + reach))
        high = (min(right, panel.x + reach), panel.y + max(0.0, reach - panel.width))
        yield Stroke((low, high), panel.ink, weight)
        reach += gap
    size = (panel.width, panel.height)
    yield Frame(panel.x, panel.y, *size, panel.ink, weight, panel.radius)


def arrowhead(tip: Point, towards: Point, reach: float, ink: Ink) -> Shape:
    """A filled arrowhead with its tip here; `towards` is one step of where it points."""
    x, y = tip
    across, down = towards
    back = (x - across * reach, y - down * reach)
    half = reach * 0.5
    return Shape(
        (
            tip,
            (back[0] - down * half, back[1] + across * half),
            (back[0] + down * half, back[1] - across * half),
        ),
        ink,
    )
