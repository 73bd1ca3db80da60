"""Inter for what somebody types in a field: every sign of WinAnsi, and none besides.

What a page shows holds only the glyphs of that page, under codes of their own. Nobody knows what
will be typed, so a field has a face with a fixed encoding and a glyph for each of its codes.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from struct import pack, unpack_from
from typing import Any

from reportlab.pdfbase import ttfonts

from beraad.assets import FONTS
from beraad.report.pdf.fonts import Face
from beraad.report.pdf.tagging import CODES, Lettering

_TTF: Any = ttfonts
"""ReportLab comes without types."""

_SUBSET = "TYPING"
"""Six letters before the name of a face say that it is not the whole face."""

_UNSHOWN = "\u00a0"
"""What stands at a code that says nothing."""


@cache
def field_lettering() -> Lettering:
    """The face, made once."""
    source = _TTF.TTFontFile(str(FONTS / f"{Face.REGULAR}.ttf"))
    signs = [bytes((code,)).decode("cp1252", errors="replace") for code in CODES]
    points = [ord(sign if sign != "\ufffd" else _UNSHOWN) for sign in signs]
    return Lettering(
        name=f"{_SUBSET}+{Face.REGULAR}",
        program=_found_by_point(source.makeSubset(points), points),
        widths=tuple(source.charWidths.get(point, source.defaultWidth) for point in points),
        box=tuple(source.bbox),
        ascent=source.ascent,
        descent=source.descent,
        capitals=source.capHeight,
    )


def _found_by_point(program: bytes, points: list[int]) -> bytes:
    """The face with its glyphs under their code points: ReportLab lays them under its own codes."""
    made = _TTF.TTFontFile(BytesIO(program), validate=0, charInfo=0)
    glyphs = unpack_from(f">{len(points)}H", made.get_table("cmap"), 22)
    whole = _TTF.TTFontMaker()
    for table in made.table:
        if table != "cmap":
            whole.add(table, made.get_table(table))
    whole.add("cmap", _by_point(dict(zip(points, glyphs, strict=True))))
    return whole.makeStream()


def _by_point(glyphs: dict[int, int]) -> bytes:
    """A table of code points (format 4 of the TrueType specification), a segment for each."""
    ordered = sorted(glyphs.items())
    ends = [*(point for point, _ in ordered), 0xFFFF]
    steps = [*((glyph - point) & 0xFFFF for point, glyph in ordered), 1]
    number = len(ends)
    highest = 1 << (number.bit_length() - 1)
    looked = (2 * highest, highest.bit_length() - 1, 2 * (number - highest))
    words = [*ends, 0, *ends, *steps, *([0] * number)]
    body = pack(f">5H{len(words)}H", 0, 2 * number, *looked, *words)
    head = pack(">4H", 0, 1, 3, 1) + pack(">L", 12)
    return head + pack(">2H", 4, len(body) + 4) + body
