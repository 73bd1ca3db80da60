"""The colours of a document; every hue also survives a black-and-white printer."""

from __future__ import annotations

from dataclasses import dataclass

Colour = str
"""Red, green and blue as six hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Tint:
    """What letters are written in, and the tint behind them."""

    ink: Colour
    tint: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One house style."""

    ink: Colour = "1D2433"
    muted: Colour = "515A6C"
    accent: Colour = "0E5E6F"
    box: Colour = "F5F2EB"
    line: Colour = "E4DFD5"
    option_a: Tint = Tint("1F4E9E", "E8EEF9")
    option_b: Tint = Tint("9A4B00", "FBF0E2")
    alternative: Tint = Tint("5A5273", "F0EEF5")
    notice: Tint = Tint("8A5A00", "FBF3DC")

    def option(self, letter: str) -> Tint:
        """The colours of one option; all alternatives share theirs."""
        return {"A": self.option_a, "B": self.option_b}.get(letter, self.alternative)
