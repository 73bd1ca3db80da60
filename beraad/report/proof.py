"""Reading a finished file back: is it what was made, and is what had to go really gone?

Every format is read as a stranger could: the name of the file, what is shown, and whatever else
stands in it, such as properties, bookmarks and descriptions for those who listen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from beraad.report.blocks import Document
from beraad.report.plain import plain_text

SOMEWHERE = "het bestand"
"""Where a word is told to stand when nothing more precise can be said."""

_MARKS = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in a finished file.

    Attributes:
        intact: the file on disk holds exactly what was made.
        places: where a word was found that had to be gone; never the word itself.
    """

    path: Path
    intact: bool
    places: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the file is whole and clean."""
        return self.intact and not self.places


def verify(path: Path, document: Document, made: bytes, words: Iterable[str]) -> Proof:
    """Read the file back and look for the words that had to be gone, as whole words.

    Raises OSError when the file cannot be read.
    """
    data = path.read_bytes()
    intact = data == made
    looked_at = [
        ("de naam van het bestand", path.stem),
        ("de tekst", plain_text(document)),
        ("de eigenschappen", f"{document.title}\n{document.subject}"),
        *(_READERS.get(path.suffix, _plain)(data) if intact else ()),
    ]
    forbidden = tuple(words)
    places = dict.fromkeys(place for place, text in looked_at if any(stands_in(text, forbidden)))
    precise = tuple(place for place in places if place != SOMEWHERE)
    return Proof(path, intact, precise or tuple(places))


def stands_in(text: str, words: Iterable[str]) -> Iterator[str]:
    """Yield which of the words stand in a text, as whole words and however they are written."""
    folded = _folded(text)
    return (word for word in words if word.strip() and _pattern(word).search(folded))


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    from beraad.report.pdf.reading import Corner, texts

    told = {
        Corner.PAGE: "de tekst in het bestand",
        Corner.PROPERTIES: "de eigenschappen van het bestand",
        Corner.OUTLINE: "de bladwijzers",
        Corner.ATTACHMENT: "een bijlage",
        Corner.ANYWHERE: SOMEWHERE,
    }
    return ((told[corner], text) for corner, text in texts(data))


def _plain(data: bytes) -> Iterator[tuple[str, str]]:
    yield SOMEWHERE, data.decode()


def _marked_up(data: bytes) -> str:
    """The page as it is written, and its words with and without a gap at every mark."""
    text = data.decode()
    return "\n".join(
        unescape(said) for said in (text, _MARKS.sub("", text), _MARKS.sub("\n", text))
    )


def _page(data: bytes) -> Iterator[tuple[str, str]]:
    yield SOMEWHERE, _marked_up(data)


def _zipped(data: bytes) -> Iterator[tuple[str, str]]:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            place = _PARTS.get(name, "een los onderdeel van het bestand")
            yield place, f"{name}\n{_marked_up(archive.read(name))}"
        yield SOMEWHERE, archive.comment.decode("utf-8", errors="replace")


_PARTS: Mapping[str, str] = {
    "content.xml": "de tekst in het bestand",
    "word/document.xml": "de tekst in het bestand",
    "word/footer1.xml": "de tekst in het bestand",
    "meta.xml": "de eigenschappen van het bestand",
    "docProps/core.xml": "de eigenschappen van het bestand",
}
"""What the parts of an office document are to a reader."""

_READERS: Mapping[str, Callable[[bytes], Iterator[tuple[str, str]]]] = {
    ".pdf": _pdf,
    ".html": _page,
    ".odt": _zipped,
    ".docx": _zipped,
}
"""How a format is read that is not plain text."""


def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, _folded(word).split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
