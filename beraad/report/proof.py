"""Whether what had to go is really gone from a finished file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from beraad.report.rereading import SOMEWHERE, Said

_FEWEST_LETTERS = 4
"""A shorter word stands by chance among the codes and bytes of a file, and says nothing there."""


class Stray(NamedTuple):
    """A word that had to be gone, found in a finished file.

    Attributes:
        place: where, for who has to know: "de eigenschappen van het bestand".
    """

    word: str
    place: str


def strays(name: str, said: Iterable[Said], words: Iterable[str]) -> tuple[Stray, ...]:
    """The words that had to be gone and stand in a file or in its name, and where.

    They are looked for as whole words, however they are written. A word of three letters or fewer
    is not looked for in the codes of a file, only in what can be read or heard.
    """
    forbidden = tuple(words)
    telling = tuple(word for word in forbidden if len(word) >= _FEWEST_LETTERS)
    found = dict.fromkeys(
        Stray(word, one.place)
        for one in (Said("de naam van het bestand", name), *said)
        for word in stands_in(one.text, telling if one.is_code else forbidden)
    )
    precise = {stray.word for stray in found if stray.place != SOMEWHERE}
    return tuple(stray for stray in found if stray.place != SOMEWHERE or stray.word not in precise)


def stands_in(text: str, words: Iterable[str]) -> Iterator[str]:
    """Yield which of the words stand in a text, as whole words and however they are written."""
    folded = _folded(text)
    return (word for word in words if word.strip() and _pattern(word).search(folded))


def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, _folded(word).split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
