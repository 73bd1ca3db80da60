"""Colours by role. No other module names a colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ThemeChoice(StrEnum):
    """Which colours somebody wants."""

    SYSTEM = "systeem"
    LIGHT = "licht"
    DARK = "donker"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One set of colours, as "#rrggbb".

    Attributes:
        paper: the ground of a window.
        surface: cards, fields and the guide.
        sunk: the rail and quiet panels.
        ink: text; ink_2: text that may stand back; hint: what stands in an empty field.
        line: hairlines that only divide; edge: the border of something that can be used.
        accent: what the eye should find; on_accent: text on it.
        a, b, other: options A, B and the alternatives, each with its ground.
        open: what is still open; good: what has been settled; danger: what went wrong.
        outlined: whether the grounds of A, B and the like do not stand out by themselves.
    """

    paper: str
    surface: str
    sunk: str
    ink: str
    ink_2: str
    hint: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    on_accent: str
    a: str
    a_ground: str
    b: str
    b_ground: str
    other: str
    other_ground: str
    open: str
    open_ground: str
    good: str
    good_ground: str
    danger: str
    danger_ground: str
    outlined: bool = False


LIGHT = Palette(
    paper="#faf8f4",
    surface="#ffffff",
    sunk="#f2eee7",
    ink="#1d2433",
    ink_2="#515a6c",
    hint="#515a6c",
    line="#e4dfd5",
    edge="#8a857b",
    accent="#0e5e6f",
    accent_strong="#0a4856",
    on_accent="#ffffff",
    a="#1f4e9e",
    a_ground="#e8eef9",
    b="#9a4b00",
    b_ground="#fbf0e2",
    other="#5a5273",
    other_ground="#f0eef5",
    open="#7d5200",
    open_ground="#fbf3dc",
    good="#22663f",
    good_ground="#e3f1e8",
    danger="#a3231f",
    danger_ground="#fbe9e7",
)

DARK = Palette(
    paper="#151a21",
    surface="#1d232c",
    sunk="#12161c",
    ink="#eef0f3",
    ink_2="#aab3c0",
    hint="#aab3c0",
    line="#313945",
    edge="#76808e",
    accent="#6cc5d3",
    accent_strong="#93d9e3",
    on_accent="#0d1a1e",
    a="#9dbdf5",
    a_ground="#1f2c44",
    b="#f0b36b",
    b_ground="#3a2a18",
    other="#c3b9e0",
    other_ground="#2a2638",
    open="#e7c26a",
    open_ground="#362c14",
    good="#8fd3a8",
    good_ground="#1b3325",
    danger="#f5a9a3",
    danger_ground="#42201e",
)

CONTRAST = Palette(
    paper="#ffffff",
    surface="#ffffff",
    sunk="#ffffff",
    ink="#000000",
    ink_2="#1a1a1a",
    hint="#595959",
    line="#000000",
    edge="#000000",
    accent="#00333d",
    accent_strong="#000000",
    on_accent="#ffffff",
    a="#00257a",
    a_ground="#ffffff",
    b="#6b2f00",
    b_ground="#ffffff",
    other="#2e2552",
    other_ground="#ffffff",
    open="#4d3200",
    open_ground="#fff4c9",
    good="#003d1c",
    good_ground="#ffffff",
    danger="#7a0000",
    danger_ground="#ffffff",
    outlined=True,
)

PALETTES = {
    ThemeChoice.LIGHT: LIGHT,
    ThemeChoice.DARK: DARK,
    ThemeChoice.CONTRAST: CONTRAST,
}


def palette_for(
    choice: ThemeChoice, *, system_is_dark: bool, system_wants_contrast: bool = False
) -> Palette:
    """Return the colours for a choice; the system decides when the user did not."""
    if choice is ThemeChoice.SYSTEM:
        light = CONTRAST if system_wants_contrast else LIGHT
        return DARK if system_is_dark else light
    return PALETTES[choice]
