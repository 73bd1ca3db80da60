"""What a page is filled with: boxes that know their height and where they may be cut."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from functools import cached_property

from typing_extensions import override

from beraad.report.pdf.lines import Line, line_width
from beraad.report.pdf.pen import Pen
from beraad.report.pdf.styles import CHIP, CHIP_PADDING, COLUMN_HEIGHT, Style
from beraad.report.pdf.tagging import Tag
from beraad.report.theme import Hue

ROUNDING = 0.01
"""What sums of heights may be off, in points."""

_CHIP_HEIGHT = 19.5
_KEPT_TOGETHER = 2
"""So many lines of a paragraph stay together on either side of a cut."""


@dataclass(frozen=True, kw_only=True)
class Box(ABC):
    """Something of a fixed width that is drawn from its top left corner.

    Attributes:
        before: free space wanted above; none at the top of a page.
        leads: it must stay with what follows.
        tag: what it is in the structure of the file; a part that was cut off keeps it.
    """

    before: float = 0
    leads: bool = False
    tag: Tag | None = None

    @cached_property
    def height(self) -> float:
        """How far down it reaches, in points."""
        return self.measured()

    @abstractmethod
    def measured(self) -> float:
        """Find the height."""

    @abstractmethod
    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it; `top` is measured from the top of the page."""

    @abstractmethod
    def split(self, room: float) -> tuple[Box, Box] | None:
        """Cut it so that the first part fits the room; None when that would be ugly."""


@dataclass(frozen=True)
class Lines(Box):
    """Lines of one paragraph.

    Attributes:
        outline: the level in the outline of the file; None for text that is no heading.
        name: how the outline calls it.
    """

    lines: tuple[Line, ...]
    style: Style
    outline: int | None = None
    name: str = ""

    @override
    def measured(self) -> float:
        return len(self.lines) * self.style.leading

    @override
    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = int((room + ROUNDING) / self.style.leading)
        fitting = min(fitting, len(self.lines) - _KEPT_TOGETHER)
        must_stay = self.leads and self.height <= COLUMN_HEIGHT / 2
        if fitting < _KEPT_TOGETHER or must_stay:
            return None
        first = replace(self, lines=self.lines[:fitting], leads=False)
        return first, replace(self, lines=self.lines[fitting:], before=0)

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.outline is not None:
            pen.bookmark(self.name, self.outline, top)
        pen.lines(self.lines, x, top, self.style, self.tag)


@dataclass(frozen=True)
class Rule(Box):
    """A thin line that takes no height of its own."""

    width: float

    @override
    def measured(self) -> float:
        return 0

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.rule(x, top, self.width, Hue.LINE)


@dataclass(frozen=True)
class Chip(Box):
    """The letter of an option on its own tint."""

    line: Line
    tint: Hue

    @property
    def width(self) -> float:
        """How far it runs."""
        return 2 * CHIP_PADDING + CHIP.size * line_width(self.line)

    @override
    def measured(self) -> float:
        return _CHIP_HEIGHT

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.panel(x, top, (self.width, self.height), self.tint, 4.5)
        inside = top + (self.height - CHIP.leading) / 2
        pen.lines((self.line,), x + CHIP_PADDING, inside, CHIP, self.tag)
