"""Sheets of paper: how large, and how much of that is for text; in points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A size of paper with its margins.

    Everything is laid out as on A4: a larger sheet is the same page, enlarged.

    Attributes:
        side: the margin at the left and at the right.
        scale: how much larger it is printed.
    """

    width: float
    height: float
    side: float = 63.0
    top: float = 60.0
    bottom: float = 74.0
    scale: float = 1.0

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.width - 2 * self.side

    @property
    def column_height(self) -> float:
        """Height of the text."""
        return self.height - self.top - self.bottom

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as they are printed."""
        return self.width * self.scale, self.height * self.scale


A4 = Paper(width=595.28, height=841.89)


def _smaller(scale: float) -> Paper:
    size = A4.width / scale, A4.height / scale
    return Paper(width=size[0], height=size[1], side=56.0, top=44.0, bottom=60.0, scale=scale)


COMPACT, TIGHT = _smaller(0.85), _smaller(0.81)
"""The same sheet for what has to stay short: a smaller letter, and more of it on a page. The
smallest is for what would go on for a few lines on another sheet; its letter is eight points."""


def _snug(scale: float) -> Paper:
    """The same sheet with the same margins, in a letter that is a little smaller."""
    return Paper(
        width=A4.width / scale,
        height=A4.height / scale,
        side=A4.side / scale,
        top=A4.top / scale,
        bottom=A4.bottom / scale,
        scale=scale,
    )


SNUG = tuple(map(_snug, (0.97, 0.94, 0.91, 0.88)))
"""For what would leave its last page nearly empty; the largest letter first."""
