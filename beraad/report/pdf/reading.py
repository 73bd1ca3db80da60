"""Reading every text in a PDF: what is drawn, and whatever else the file carries."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from beraad.report.pdf.tagging.fonts import letters


def texts(data: bytes) -> Iterator[str]:
    """Every text: pages, properties, XMP, outline, structure, attachments, and streams as they are.

    The points of a picture are no text; what it shows stands in the structure.

    Raises pikepdf.PdfError when `data` is no PDF.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            yield drawn(page)
        for found in pdf.objects:
            yield from _strings(found)
            if isinstance(found, Stream) and found.get("/Subtype") != Name.Image:
                yield from _streamed(found)
    yield data.decode("latin-1")


def drawn(page: Page) -> str:
    """The words on a page in the order of drawing, one piece of marked content on each line."""
    maps = {str(name): letters(font) for name, font in page.Resources.Font.items()}
    current: dict[int, str] = {}
    text: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                current = maps[str(operands[0])]
            case "Tj":
                text += (current.get(code, "") for code in bytes(operands[0]))
            case "ET" | "EMC":
                text.append("\n")
            case _:
                pass
    return "".join(text)


def _strings(found: object) -> Iterator[str]:
    """The strings in an object; what it points to has its own turn."""
    if isinstance(found, String):
        yield str(found)
        return
    inside: list[object] = []
    if isinstance(found, Array):
        inside = list(found)
    elif isinstance(found, Dictionary | Stream):
        inside = [found[key] for key in found.keys()]  # noqa: SIM118 - iterating an object of pikepdf gives no keys
    for item in inside:
        if not (isinstance(item, Object) and item.is_indirect):
            yield from _strings(item)


def _streamed(stream: Stream) -> Iterator[str]:
    """A stream as it is after decoding: as letters of one byte, and as the XML it may be."""
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        data = stream.read_raw_bytes()
    yield data.decode("latin-1")
    yield unescape(data.decode("utf-8", errors="ignore"))
