"""Reading every text in a PDF: what is drawn, and whatever else the file carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from html import unescape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Stream, String

from beraad.report.pdf.opened import opened_pdf
from beraad.report.pdf.tagging.fonts import letters

_TEXT = "Tf Tj ET EMC"
"""The operators that say something; the others are not kept."""


class Corner(Enum):
    """Where in a PDF a text stands."""

    PAGE = auto()
    PROPERTIES = auto()
    OUTLINE = auto()
    ATTACHMENT = auto()
    ANYWHERE = auto()
    """Structure, annotations, and every other text that a program may show or say."""
    CODE = auto()
    """Streams as they are, also those nobody can decode, and the bytes of the file."""


def texts(data: bytes) -> Iterator[tuple[Corner, str]]:
    """Every text, and last everything again from every object and byte, wherever it stands.

    The points of a picture are no text; what it shows stands in the structure.

    Raises ValueError when `data` is no PDF.
    """
    try:
        yield from _texts(data)
    except pikepdf.PdfError as error:
        raise ValueError from error


def _texts(data: bytes) -> Iterator[tuple[Corner, str]]:
    with opened_pdf(data) as pdf:
        for page in pdf.pages:
            yield Corner.PAGE, drawn(page)
        yield from ((Corner.PROPERTIES, text) for text in _strings(pdf.docinfo))
        with pdf.open_outline() as outline:
            yield from ((Corner.OUTLINE, item.title) for item in _items(outline.root))
        for name, attached in pdf.attachments.items():
            yield Corner.ATTACHMENT, name
            said = attached.get_file().read_bytes().decode("utf-8", errors="replace")
            yield Corner.ATTACHMENT, said
        for found in pdf.objects:
            yield from ((Corner.ANYWHERE, text) for text in _strings(found))
            if isinstance(found, Stream) and found.get("/Subtype") != Name.Image:
                yield from ((Corner.CODE, text) for text in _streamed(found))
    yield Corner.CODE, data.decode("latin-1")


def _items(outline: Iterable[OutlineItem]) -> Iterator[OutlineItem]:
    for item in outline:
        yield item
        yield from _items(item.children)


def drawn(page: Page) -> str:
    """The words on a page in the order of drawing, one piece of marked content on each line."""
    maps = {str(name): letters(font) for name, font in page.Resources.Font.items()}
    current: dict[int, str] = {}
    text: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page, _TEXT):
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
