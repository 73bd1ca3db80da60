"""The face in which a program draws what somebody types in a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

LETTERS: Final = "Letters"
"""How a field names the face."""

CODES: Final = range(32, 256)
"""The codes of WinAnsi that can show something."""

_NOT_SYMBOLIC: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A TrueType face with all that WinAnsi can say; it finds a glyph by its code point.

    Attributes:
        name: its PostScript name.
        program: the face itself.
        widths: of each of `CODES`, in thousandths of its size; so are the measures that follow.
        box: left, bottom, right and top of the largest glyph.
    """

    name: str
    program: bytes
    widths: tuple[float, ...]
    box: tuple[float, float, float, float]
    ascent: float
    descent: float
    capitals: float


def embedded(pdf: Pdf, face: Lettering) -> Object:
    """The face as a font of this file."""
    name = Name(f"/{face.name}")
    program = pdf.make_indirect(Stream(pdf, face.program, Length1=len(face.program)))
    described = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_NOT_SYMBOLIC,
        FontBBox=Array(face.box),
        ItalicAngle=0,
        Ascent=face.ascent,
        Descent=face.descent,
        CapHeight=face.capitals,
        StemV=80,
        FontFile2=program,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=name,
            FirstChar=CODES.start,
            LastChar=CODES.stop - 1,
            Widths=Array(face.widths),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(described),
        )
    )
