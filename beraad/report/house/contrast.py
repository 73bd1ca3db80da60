"""How well two colours can be told apart: WCAG 2.2, relative luminance and contrast ratio."""

from __future__ import annotations

from beraad.report.theme import Colour

LEAST = 4.5
"""For text of the usual size (WCAG 1.4.3)."""

_THRESHOLD = 0.04045


def contrast(first: Colour, second: Colour) -> float:
    """The contrast ratio of two colours: 1 for the same, 21 for black on white."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def tinted(colour: Colour, share: float = 0.1) -> Colour:
    """A tint of the colour on white paper."""
    return "".join(f"{round(255 + (part - 255) * share):02X}" for part in _parts(colour))


def _parts(colour: Colour) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (0, 2, 4))


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _THRESHOLD else ((part + 0.055) / 1.055) ** 2.4
