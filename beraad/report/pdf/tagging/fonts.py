"""From the codes in a font back to letters: the map a PDF carries for copying and for voices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pikepdf import Dictionary, Name, Object, Pdf, Stream

_PAIR = re.compile(rb"^<([0-9A-Fa-f]{2})> <((?:[0-9A-Fa-f]{4})+)>$", re.MULTILINE)
_SECTION = re.compile(rb"\d+ beginbfchar\n.*endbfchar", re.DOTALL)
_LONGEST_SECTION = 100
"""As the specification of such maps has it."""


def letters(font: Object) -> dict[int, str]:
    """What each code of a font with one byte for a glyph stands for; empty without a map."""
    if "/ToUnicode" not in font:
        return {}
    pairs = _PAIR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): _letter(letter) for code, letter in pairs}


def _letter(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def mend_maps(pdf: Pdf) -> None:
    """Take out what ReportLab says of unused codes: that they stand for U+0000, which none may."""
    for font in _fonts(pdf):
        known = {code: letter for code, letter in letters(font).items() if letter != "\0"}
        data = font.ToUnicode.read_bytes()
        font.ToUnicode = Stream(pdf, _SECTION.sub(_sections(known), data))


def _fonts(pdf: Pdf) -> Iterator[Object]:
    for found in pdf.objects:
        is_font = isinstance(found, Dictionary) and found.get("/Type") == Name.Font
        if is_font and "/ToUnicode" in found:
            yield found


def _sections(known: Mapping[int, str]) -> bytes:
    pairs = [f"<{code:02X}> <{letter.encode('utf-16-be').hex()}>" for code, letter in known.items()]
    starts = range(0, len(pairs), _LONGEST_SECTION)
    return "\n".join(_section(pairs[start : start + _LONGEST_SECTION]) for start in starts).encode()


def _section(pairs: list[str]) -> str:
    return "\n".join([f"{len(pairs)} beginbfchar", *pairs, "endbfchar"])
