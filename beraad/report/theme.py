"""The colours of a document; every hue also survives a black-and-white printer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import cast

Colour = str
"""Red, green and blue as six hexadecimal digits."""


class Hue(StrEnum):
    """What a colour is for, by its place in a theme: which colour that is, the theme says."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    BOX = "box"
    LINE = "line"
    PAPER = "paper"
    A = "option_a.ink"
    A_TINT = "option_a.tint"
    B = "option_b.ink"
    B_TINT = "option_b.tint"
    ALTERNATIVE = "alternative.ink"
    ALTERNATIVE_TINT = "alternative.tint"
    NOTICE = "notice.ink"
    NOTICE_TINT = "notice.tint"


@dataclass(frozen=True, slots=True)
class Tint:
    """What letters are written in, and the tint behind them."""

    ink: Colour
    tint: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One house style."""

    ink: Colour = "1D2433"
    muted: Colour = "474F60"
    accent: Colour = "0B5564"
    box: Colour = "F5F2EB"
    line: Colour = "E4DFD5"
    paper: Colour = "FFFFFF"
    option_a: Tint = Tint("1B478F", "E8EEF9")
    option_b: Tint = Tint("7F3E00", "FBF0E2")
    alternative: Tint = Tint("534B6B", "F0EEF5")
    notice: Tint = Tint("6E4800", "FBF3DC")

    def colour(self, hue: Hue) -> Colour:
        """The colour for this use."""
        return cast("Colour", attrgetter(hue)(self))


DEFAULT = Theme()
"""Ours, where nobody chose another."""


def option_ink(letter: str) -> Hue:
    """What the letter of an option is written in; all alternatives share theirs."""
    return {"A": Hue.A, "B": Hue.B}.get(letter, Hue.ALTERNATIVE)


def option_tint(letter: str) -> Hue:
    """What stands behind the letter of an option."""
    return {"A": Hue.A_TINT, "B": Hue.B_TINT}.get(letter, Hue.ALTERNATIVE_TINT)
