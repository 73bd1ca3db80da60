"""Room to write in: ruled lines, boxes to tick, and frames; only what can be filled in is heard."""

from __future__ import annotations

from dataclasses import dataclass, replace

from typing_extensions import override

from beraad.report.pdf.boxes import ROUNDING, Box
from beraad.report.pdf.pen import Pen
from beraad.report.theme import Hue

RULED = 21.0
"""From line to line: room for handwriting, in points."""

TICK = 9.0
_BASELINE = 5.0
_BETWEEN = 3.0
"""Between a frame to write in and the next."""


@dataclass(frozen=True)
class Ruling(Box):
    """Lines to write on.

    Attributes:
        count: how many.
    """

    width: float
    count: int

    @override
    def measured(self) -> float:
        return self.count * RULED

    @override
    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = int((room + ROUNDING) / RULED)
        if not 0 < fitting < self.count:
            return None
        rest = replace(self, count=self.count - fitting, before=0)
        return replace(self, count=fitting), rest

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        for number in range(1, self.count + 1):
            pen.rule(x, top + number * RULED - _BASELINE, self.width, Hue.MUTED, 0.5)


@dataclass(frozen=True)
class Tick(Box):
    """An empty square to put a cross in, beside a line of this height."""

    leading: float

    @override
    def measured(self) -> float:
        return self.leading

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.outline(x, top + (self.leading - TICK) / 2, (TICK, TICK), Hue.INK, 1.5)


@dataclass(frozen=True)
class Blank(Box):
    """A frame to write in by hand, or on a screen.

    Attributes:
        count: for how many lines of handwriting.
        name: what a program finds it by.
        label: what is asked there.
    """

    width: float
    count: int
    name: str
    label: str

    @override
    def measured(self) -> float:
        return self.count * RULED

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        size = (self.width, self.height - _BETWEEN)
        pen.outline(x, top, size, Hue.MUTED, 2)
        if self.tag:
            place = (x, top, size)
            pen.entry(self.tag, place, name=self.name, label=self.label, lines=self.count)


@dataclass(frozen=True)
class Choice(Box):
    """A square to put a cross in, by hand or on a screen, beside a line of this height."""

    leading: float
    name: str
    label: str

    @override
    def measured(self) -> float:
        return self.leading

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        Tick(self.leading).draw(pen, x, top)
        if self.tag:
            place = (x, top + (self.leading - TICK) / 2, (TICK, TICK))
            pen.entry(self.tag, place, name=self.name, label=self.label, lines=0)


@dataclass(frozen=True)
class Framed(Box):
    """Something with a frame around it.

    Attributes:
        least: the least height of the frame.
        whole_up_to: a frame of this height or less is never cut.
        gap: from the frame to what stands in it.
    """

    inside: Box
    width: float
    least: float = 0
    whole_up_to: float = 0
    gap: float = 12.0

    @override
    def measured(self) -> float:
        return max(self.least, self.inside.height + 2 * self.gap)

    @override
    def split(self, room: float) -> tuple[Box, Box] | None:
        whole = self.height <= self.whole_up_to
        parts = None if whole else self.inside.split(room - 2 * self.gap)
        if parts is None:
            return None
        return replace(self, inside=parts[0], least=0), replace(
            self, inside=parts[1], least=0, before=0
        )

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.place(self.tag)
        pen.outline(x, top, (self.width, self.height), Hue.MUTED, 6)
        self.inside.draw(pen, x + self.gap, top + self.gap)


@dataclass(frozen=True)
class Cut(Box):
    """Where the paper is cut: a broken line from edge to edge."""

    width: float

    @override
    def measured(self) -> float:
        return 0

    @override
    def split(self, room: float) -> None:
        return None

    @override
    def draw(self, pen: Pen, x: float, top: float) -> None:
        done = 0.0
        while done < self.width:
            pen.rule(x + done, top, min(4.0, self.width - done), Hue.MUTED, 0.5)
            done += 8.0
