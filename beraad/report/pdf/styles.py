"""Sizes of the page and of the type, in points."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.report.pdf.fonts import Face
from beraad.report.theme import Colour, Theme

PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89
SIDE = 63.0
TOP = 60.0
BOTTOM = 74.0
FOOT_RULE = 52.0
COLUMN = PAGE_WIDTH - 2 * SIDE
"""Width of the text."""
COLUMN_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

THEME = Theme()


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of paragraph is set."""

    size: float
    leading: float
    colour: Colour = THEME.ink
    face: Face = Face.REGULAR
    strong: Face = Face.SEMIBOLD


NOTICE = Style(9.5, 14, THEME.notice.ink, Face.SEMIBOLD)
KICKER = Style(9.25, 13, THEME.muted)
TITLE = Style(21, 27, face=Face.SEMIBOLD)
STANDFIRST = Style(9.75, 15, THEME.muted)
HEADING = Style(12.5, 17, THEME.accent, Face.SEMIBOLD)
SUBHEADING = Style(10.5, 15, face=Face.SEMIBOLD)
BODY = Style(10.25, 16)
LEAD = Style(11, 17, face=Face.MEDIUM)
DETAIL = Style(10, 15)
LABEL = Style(9.25, 15, THEME.muted, Face.MEDIUM)
CELL = Style(9.5, 14)
NOTE = Style(8.5, 12.5, THEME.muted)
COLUMN_TITLE = Style(9, 13, THEME.muted, Face.MEDIUM)
CHIP = Style(9.75, 14, face=Face.SEMIBOLD)
CHIP_PADDING = 7.0
FOOT = Style(8.25, 11, THEME.muted)
