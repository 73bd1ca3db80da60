"""One form for every way in which the same word can be written.

Names are compared without case, diacritics and invisible characters, with one kind of space, hyphen
and apostrophe. A `Folded` text knows where each of its characters came from, so that what is found
in it can be pointed out in the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

_LETTERS = {
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h",
    "Ħ": "H", "ı": "i", "ŋ": "n", "Ŋ": "N", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "þ": "th", "Þ": "TH", "ß": "ss",
}  # fmt: skip
"""Letters that Unicode does not take apart into a base letter and a mark."""

_CHARACTERS = (
    _LETTERS
    | dict.fromkeys("'’‘‛ʼʻ`´′＇", "'")
    | dict.fromkeys("−⁃˗－", "-")
    | {"\t": "\t"}
    | dict.fromkeys("\n\v\f\x85\u2028\u2029", "\n")
)
_CATEGORIES = {"Zs": " ", "Cc": " ", "Pd": "-", "Mn": "", "Mc": "", "Me": "", "Cf": ""}
"""By Unicode category: spaces and controls, dashes, and marks and what is invisible."""

_ODD = re.compile(r"[^ -_a-~\n]")
"""Whatever may be written otherwise in comparable form."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its comparable form.

    Attributes:
        cased: folded, with capitals as they were written.
        lower: the same without capitals; equally long.
        offsets: where in `cased` each character of the original starts, and where the last ends;
            empty when nothing moved.
    """

    cased: str
    lower: str
    offsets: Sequence[int] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of `cased[start:end]`, never cutting a grapheme."""
        if not self.offsets:
            return start, end
        first = bisect_right(self.offsets, start) - 1
        last = bisect_left(self.offsets, end)
        while last + 1 < len(self.offsets) and self.offsets[last + 1] == self.offsets[last]:
            last += 1
        return first, last


def fold(text: str) -> Folded:
    """Return the comparable form of a text, in time linear in its length."""
    folded = {character: _fold_character(character) for character in set(_ODD.findall(text))}
    cased = _ODD.sub(lambda odd: folded[odd[0]], text) if folded else text
    if all(len(sign) == 1 for sign in folded.values()):
        return Folded(cased, cased.casefold())
    lengths = (len(folded.get(character, character)) for character in text)
    return Folded(cased, cased.casefold(), tuple(accumulate(lengths, initial=0)))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """The comparable form of one character; empty for marks and for what is invisible."""
    sign = _CHARACTERS.get(character, _CATEGORIES.get(unicodedata.category(character)))
    if sign is not None:
        return sign
    if not character.isalnum():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    base = "".join(
        _LETTERS.get(part, part)
        for part in unicodedata.normalize("NFKD", character)
        if not unicodedata.category(part).startswith("M")
    )
    folded = base.casefold()
    return base if len(folded) == len(base) else folded
