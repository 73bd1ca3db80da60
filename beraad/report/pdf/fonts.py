"""The faces of Inter: which there are, what they can show, and how wide they run."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from beraad.assets import FONTS
from beraad.remembering import of_a_beraad

_METRICS: Any = pdfmetrics
"""ReportLab comes without types."""


class Face(StrEnum):
    """A face, by the name of its file."""

    REGULAR = "Inter-Regular"
    MEDIUM = "Inter-Medium"
    SEMIBOLD = "Inter-SemiBold"
    BOLD = "Inter-Bold"


def register() -> None:
    """Make every face known to ReportLab; harmless when that was done before."""
    known = set(_METRICS.getRegisteredFontNames())
    for face in Face:
        if face not in known:
            _METRICS.registerFont(TTFont(face, str(FONTS / f"{face}.ttf")))


@cache
def covered() -> frozenset[int]:
    """The code points that every face has a glyph for."""
    register()
    points = [frozenset[int](_METRICS.getFont(face).face.charToGlyph) for face in Face]
    return frozenset[int].intersection(*points)


@of_a_beraad
@lru_cache(maxsize=65_536)
def width(text: str, face: Face) -> float:
    """How far a text runs at a size of one point; the faces must be registered."""
    return _METRICS.stringWidth(text, face, 1)
