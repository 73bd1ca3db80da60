"""How the group's window looks: the house colours, at sizes to be read from eight metres."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QFont

from beraad.ui.theme.palette import Palette

WIDTH, HEIGHT = 1920, 1080
"""The screen the sizes were designed on; another one gets them in proportion."""

LEAST = 36
"""Pixels at 1080 lines that can just be read from eight metres: seven arc minutes."""

SMALL, TEXT, LARGE, TITLE, CLOCK = 38, 40, 46, 62, 220
"""Sizes of type in pixels at 1080 lines; 38 pixels are 28½ points."""

_HARDLY = 0.94
"""What is larger than this part of another size is no other size to the eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLook:
    """Colours and sizes in force.

    Attributes:
        factor: what a size at 1920 × 1080 is multiplied by.
        least: pixels that letters have at least, however small a text is chosen.
    """

    palette: Palette
    factor: float
    least: int = 1

    def px(self, designed: float) -> int:
        """Pixels for a size that was designed at 1920 × 1080; never nothing."""
        return max(1, round(designed * self.factor))

    def room(self, designed: float) -> int:
        """Pixels for a room that does not grow with the chosen size of text."""
        return max(1, round(designed * self.least / LEAST))

    def sizes(self, *designed: float) -> tuple[float, ...]:
        """These sizes and, where text was chosen larger, down to the smallest that can be read."""
        smallest, least = self.least / self.factor, min(designed)
        smaller = ((smallest * least) ** 0.5, smallest)
        return (*designed, *smaller) if smallest < least * _HARDLY else designed

    def smaller(self) -> tuple[GroupLook, ...]:
        """This look, and where text was chosen larger, smaller ones down to what can be read."""
        _, *smaller = self.sizes(LEAST)
        return self, *(replace(self, factor=self.factor * each / LEAST) for each in smaller)

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The house typeface at a designed size."""
        made = QFont("Inter")
        made.setPixelSize(max(self.px(size), self.least))
        made.setWeight(weight)
        return made

    def colours(self, letter: str) -> tuple[QColor, QColor]:
        """Ink and ground of an option."""
        palette = self.palette
        match letter:
            case "A":
                return QColor(palette.a), QColor(palette.a_ground)
            case "B":
                return QColor(palette.b), QColor(palette.b_ground)
            case _:
                return QColor(palette.other), QColor(palette.other_ground)


def group_look(palette: Palette, *, width: int, height: int, percent: int) -> GroupLook:
    """Return the look for a window of this size, in pixels, and the chosen text size."""
    fits = min(width / WIDTH, height / HEIGHT)
    return GroupLook(
        palette=palette, factor=max(0.2, fits * percent / 100), least=max(1, round(LEAST * fits))
    )
