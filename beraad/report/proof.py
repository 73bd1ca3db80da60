"""Reading a finished file back: is it what was made, and is what had to go really gone?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from beraad.report.blocks import Document
from beraad.report.plain import plain_text
from beraad.report.rereading import SOMEWHERE, Said, everything_in

_FEWEST_LETTERS = 4
"""A shorter word stands by chance among the codes and bytes of a file, and says nothing there."""


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

    A word of three letters or fewer is not looked for in the codes of a file, only in what can be
    read or heard. Raises OSError when the file cannot be read.
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
    looked_at = [
        Said("de naam van het bestand", path.stem),
        *(Said(place, text) for place, text in said.items()),
        *(everything_in(path.suffix, data) if intact else ()),
    ]
    forbidden = tuple(words)
    telling = tuple(word for word in forbidden if len(word) >= _FEWEST_LETTERS)
    places = dict.fromkeys(
        one.place
        for one in looked_at
        if any(stands_in(one.text, telling if one.is_code else forbidden))
    )
    precise = tuple(place for place in places if place != SOMEWHERE)
    return Proof(path, intact, precise or tuple(places))


def stands_in(text: str, words: Iterable[str]) -> Iterator[str]:
    """Yield which of the words stand in a text, as whole words and however they are written."""
    folded = _folded(text)
    return (word for word in words if word.strip() and _pattern(word).search(folded))


def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, _folded(word).split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
