"""Type and space, in pixels, from one base size that follows the system's font."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

REFERENCE = 15
"""Body text in pixels at 100 %."""

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Text sizes that can be chosen, in percent."""

GROUP_TEXT_SIZES = (75, 85, 100, 115, 130, 150, 175, 200)
"""Text sizes for the group's screen, in percent; below 100 no letter gets too small to read."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes for one text size.

    Attributes:
        base: body text in pixels.
    """

    base: float

    @property
    def small(self) -> int:
        """Labels and what may stand back."""
        return self.px(13)

    @property
    def body(self) -> int:
        """Text to read and write."""
        return self.px(15)

    @property
    def large(self) -> int:
        """The moral question, cards and panel titles."""
        return self.px(17)

    @property
    def title(self) -> int:
        """The title of a screen."""
        return self.px(25)

    @property
    def clock(self) -> int:
        """The clock on the laptop."""
        return self.px(29)

    def px(self, at_reference: float) -> int:
        """Pixels for a size that was designed at 100 %."""
        return round(at_reference * self.base / REFERENCE)


def scale_for(*, system_pixels: float, percent: int) -> Scale:
    """Return the scale for the system's font size in pixels and the chosen percentage.

    Desktop systems ask for 12 to 15 pixels; a larger system font makes everything larger.
    """
    return Scale(max(REFERENCE, system_pixels * 1.1) * percent / 100)


def stepped(percent: int, sizes: Sequence[int], step: int) -> int:
    """The size of text so many steps further than the nearest to this, and within the ends."""
    nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - percent))
    return sizes[max(0, min(len(sizes) - 1, nearest + step))]


def size_told(percent: int, sizes: Sequence[int]) -> str:
    """A size of text in words, at either end with that there is none beyond it.

    The button that reached the end stays: one that goes grey hands the cursor to its opposite.
    """
    ends = {sizes[0]: ", het kleinst", sizes[-1]: ", het grootst"}
    return f"{percent} %{ends.get(percent, '')}"
