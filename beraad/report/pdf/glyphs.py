"""Text that the typeface can show: nothing is dropped in silence."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from beraad.report.pdf.fonts import covered
from beraad.report.visible import BOX, never_shown, visible

# Joiners, variation selectors and the like: they steer other characters and have no shape.
_SHAPELESS = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")


def printable(text: str) -> str:
    """The text on one line, composed, with a box for each character without a glyph."""
    return _without_glyph().sub(BOX, _SHAPELESS.sub("", _composed(visible(text))))


def boxed(text: str) -> list[str]:
    """The characters of a text for which `printable` puts a box."""
    rest = _SHAPELESS.sub("", _composed(visible(text)))
    return never_shown(text) + _without_glyph().findall(rest)


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@cache
def _without_glyph() -> re.Pattern[str]:
    ranges: list[str] = []
    start = None
    points = sorted(covered())
    for point, following in zip(points, [*points[1:], None], strict=True):
        start = point if start is None else start
        if following != point + 1:
            ranges.append(f"{re.escape(chr(start))}-{re.escape(chr(point))}")
            start = None
    return re.compile(f"[^{''.join(ranges)}]")
