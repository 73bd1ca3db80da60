"""Reading a finished file as a stranger could: what is shown, and whatever else stands in it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from beraad.report.inspecting.archive import opened

SOMEWHERE = "het bestand"
"""Where a word is told to stand when nothing more precise can be said."""

_TEXT = "de tekst in het bestand"
_PROPERTIES = "de eigenschappen van het bestand"
_PARTS: Mapping[str, str] = {
    "content.xml": _TEXT,
    "word/document.xml": _TEXT,
    "word/footer1.xml": _TEXT,
    "meta.xml": _PROPERTIES,
    "docProps/core.xml": _PROPERTIES,
}
"""What the parts of an office document are to a reader."""

_BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LOOKS = re.compile(r"<style\b.*?</style>", re.DOTALL | re.IGNORECASE)
_MARKS = re.compile(r"<[^<>]*>")
_TOLD = re.compile(r"""\b(?:alt|title|content|description|aria-label|label)=["']([^"']*)""")


class Said(NamedTuple):
    """A text in a file.

    Attributes:
        place: where it stands, for who has to know.
        is_code: it is how the file is put together, or bytes: two or three letters stand there
            by chance.
    """

    place: str
    text: str
    is_code: bool = False


def everything_in(suffix: str, data: bytes) -> Iterator[Said]:
    """Every text in a file of this kind: ".pdf", ".html" …"""
    return _READERS.get(suffix, _plain)(data)


def has_lines(suffix: str) -> bool:
    """Whether a line of what stands in a file of this kind is a line to who opens it."""
    return suffix not in _READERS


def _plain(data: bytes) -> Iterator[Said]:
    yield Said(SOMEWHERE, _decoded(data))


def _pdf(data: bytes) -> Iterator[Said]:
    from beraad.report.pdf.reading import Corner, texts

    told = {
        Corner.PAGE: _TEXT,
        Corner.PROPERTIES: _PROPERTIES,
        Corner.OUTLINE: "de bladwijzers",
        Corner.ATTACHMENT: "een bijlage",
        Corner.ANYWHERE: SOMEWHERE,
        Corner.CODE: SOMEWHERE,
    }
    for corner, text in texts(data):
        yield Said(told[corner], text, corner is Corner.CODE)
        if corner is Corner.CODE and text.lstrip().startswith("<"):
            yield from _marked_up(text, _PROPERTIES)


def _page(data: bytes) -> Iterator[Said]:
    yield from _marked_up(_decoded(data), SOMEWHERE)


def _zipped(data: bytes) -> Iterator[Said]:
    with opened(data) as archive:
        for name in archive.namelist():
            place = _PARTS.get(name, "een los onderdeel van het bestand")
            yield Said(place, name)
            # Text of others in another encoding is refused; the points of a picture are no text.
            is_text = name.endswith((".xml", ".rels"))
            text = archive.read(name).decode(errors="strict" if is_text else "replace")
            yield from _marked_up(text, place)
        yield Said(SOMEWHERE, archive.comment.decode("utf-8", errors="replace"))


def _decoded(data: bytes) -> str:
    """The text of a file; what is no UTF-8 is read as programs on Windows write it."""
    for sign, encoding in _BOMS:
        if data.startswith(sign):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _marked_up(text: str, place: str) -> Iterator[Said]:
    """The words with and without a gap at every mark, what is told beside them, and all of it."""
    words = _LOOKS.sub("", text)
    for said in (_MARKS.sub("", words), _MARKS.sub("\n", words), "\n".join(_TOLD.findall(words))):
        yield Said(place, unescape(said))
    yield Said(place, unescape(text), is_code=True)


_READERS: Mapping[str, Callable[[bytes], Iterator[Said]]] = {
    ".pdf": _pdf,
    ".html": _page,
    ".odt": _zipped,
    ".docx": _zipped,
}
"""How a format is read that is not plain text."""
