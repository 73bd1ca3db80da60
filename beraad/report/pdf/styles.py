"""Sizes of the column and of the type, in points."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.report.pdf.fonts import Face
from beraad.report.pdf.paper import A4
from beraad.report.theme import Hue

COLUMN = A4.column
COLUMN_HEIGHT = A4.column_height


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of paragraph is set."""

    size: float
    leading: float
    colour: Hue = Hue.INK
    face: Face = Face.REGULAR
    strong: Face = Face.SEMIBOLD


NOTICE = Style(9.5, 14, Hue.NOTICE, Face.SEMIBOLD)
KICKER = Style(9.25, 13, Hue.MUTED)
TITLE = Style(21, 27, face=Face.SEMIBOLD)
STANDFIRST = Style(9.75, 15, Hue.MUTED)
HEADING = Style(12.5, 17, Hue.ACCENT, Face.SEMIBOLD)
SUBHEADING = Style(10.5, 15, face=Face.SEMIBOLD)
BODY = Style(10.25, 16)
LEAD = Style(11, 17, face=Face.MEDIUM)
DETAIL = Style(10, 15)
LABEL = Style(9.25, 15, Hue.MUTED, Face.MEDIUM)
CELL = Style(9.5, 14)
NOTE = Style(8.5, 12.5, Hue.MUTED)
COLUMN_TITLE = Style(9, 13, Hue.MUTED, Face.MEDIUM)
CHIP = Style(9.75, 14, face=Face.SEMIBOLD)
CHIP_PADDING = 7.0
FOOT = Style(8.25, 11, Hue.MUTED)

WRITE = Style(10, 15, face=Face.MEDIUM)
CARD_TITLE = Style(13, 18, face=Face.SEMIBOLD)
POSTER_NUMBER = Style(36, 40, Hue.ACCENT, Face.SEMIBOLD)
POSTER_TITLE = Style(28, 34, face=Face.SEMIBOLD)
POSTER_MINUTES = Style(17, 22, face=Face.SEMIBOLD)
POSTER_QUESTION = Style(13.5, 18, Hue.ACCENT, Face.MEDIUM)
LETTERHEAD = Style(10.5, 15, Hue.ACCENT, Face.SEMIBOLD)
CLOCK = Style(19, 24, face=Face.SEMIBOLD)
SLIDE_PLACE = Style(10, 14, Hue.MUTED, Face.MEDIUM)
"""On a screen of 1080 lines 40 of them: the least that is read at eight metres is 36."""
SLIDE_TITLE = Style(22, 28, face=Face.SEMIBOLD)
SLIDE_LEAD = Style(15.5, 21, Hue.ACCENT, Face.MEDIUM)
SLIDE_POINT = Style(12.5, 18)
WALL_NUMBER = Style(88, 96, Hue.ACCENT, Face.SEMIBOLD)
WALL_TITLE = Style(36, 44, face=Face.SEMIBOLD)
WALL_QUESTION = Style(42, 52, Hue.ACCENT, Face.SEMIBOLD)
"""Capitals of 15 mm on A3: 1/200 of three metres, what signs in buildings keep to."""
WALL_GOAL = Style(28, 37)
"""Capitals of 10 mm on A3: 1/300 of three metres, the least that is read without effort."""
