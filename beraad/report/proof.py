"""Reading a finished file back: is it what was made, and is what had to go really gone?

Every format is read as a stranger could: the name of the file, what is shown, and whatever else
stands in it, such as properties, bookmarks and descriptions for those who listen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from beraad.report.blocks import Document
from beraad.report.plain import plain_text

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
    said = {
        "de tekst": plain_text(document),
        "de eigenschappen": f"{document.title}\n{document.subject}",
    }
    return read_back(path, said, made, words)


def read_back(path: Path, said: Mapping[str, str], made: bytes, words: Iterable[str]) -> Proof:
    """Look for words that had to be gone in a file, its name, and what was said by place.

    Raises OSError when the file cannot be read.
    """
    data = path.read_bytes()
    intact = data == made
    looked_at = {
        "de naam van het bestand": path.stem,
        **said,
        "het bestand": _READERS.get(path.suffix, bytes.decode)(data) if intact else "",
    }
    forbidden = [_pattern(word) for word in words if word.strip()]
    places = (
        place
        for place, text in looked_at.items()
        if any(pattern.search(_folded(text)) for pattern in forbidden)
    )
    return Proof(path, intact, tuple(places))


def _pdf(data: bytes) -> str:
    from beraad.report.pdf.reading import texts

    return "\n".join(texts(data))


def _marked_up(data: bytes) -> str:
    """The page as it is written, and its words with and without a gap at every mark."""
    text = data.decode()
    return "\n".join(
        unescape(said) for said in (text, _MARKS.sub("", text), _MARKS.sub("\n", text))
    )


def _zipped(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        return "\n".join([*names, *(_marked_up(archive.read(name)) for name in names)])


_READERS: Mapping[str, Callable[[bytes], str]] = {
    ".pdf": _pdf,
    ".html": _marked_up,
    ".odt": _zipped,
    ".docx": _zipped,
}
"""How a format is read that is not plain text."""


def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, _folded(word).split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
