"""Reading a finished file back: is it what was made, and is what had to go really gone?

The words of a page stand compressed in a PDF. They are checked in the text the page was drawn
from; in the file itself this reads the name and everything that is not a page: properties,
outline and bookmarks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from beraad.report.blocks import Document
from beraad.report.plain import plain_text

_STREAMS = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_LITERALS = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_ESCAPES = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WIDE = b"\xfe\xff"
_PDF_LETTERS = dict(enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", start=0x80))
"""Where PDFDocEncoding (ISO 32000-1, annex D) is not Latin-1."""


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
    content = "\n".join(_pdf_strings(data)) if path.suffix == ".pdf" else data.decode()
    looked_at = {
        "de naam van het bestand": path.stem,
        "de tekst": plain_text(document),
        "de eigenschappen": f"{document.title}\n{document.subject}",
        "het bestand": content,
    }
    forbidden = [_pattern(word) for word in words if word.strip()]
    places = (
        place
        for place, text in looked_at.items()
        if any(pattern.search(_folded(text)) for pattern in forbidden)
    )
    return Proof(path, data == made, tuple(places))


def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, _folded(word).split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _pdf_strings(data: bytes) -> Iterator[str]:
    """The texts that stand outside the pages of a PDF."""
    for literal in _LITERALS.findall(_STREAMS.sub(b"", data)):
        raw = _ESCAPES.sub(_unescaped, literal)
        if raw.startswith(_WIDE):
            yield raw.removeprefix(_WIDE).decode("utf-16-be", errors="replace")
        else:
            yield raw.decode("latin-1").translate(_PDF_LETTERS)


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else _CONTROLS.get(code, code)
