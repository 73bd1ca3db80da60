"""Which words of a text are worth looking up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_WORD = re.compile(r"[\d@/\\_]|\.\w")
_SENTENCE_END = (".", "!", "?", ":", "\n", "”", '"', "•", "-")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands, in characters as Qt counts them."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The place after its last letter."""
        return self.start + in_qt(self.text)


def words_of(text: str) -> Iterator[Word]:
    """The words to look up: no names within a sentence, no abbreviations, numbers or addresses."""
    for piece in _PIECE.finditer(text):
        if _NO_WORD.search(piece.group()):
            continue
        for found in _WORD.finditer(piece.group()):
            start = piece.start() + found.start()
            if len(found.group()) >= _SHORTEST and not _is_name(text, start, found.group()):
                yield Word(found.group(), in_qt(text[:start]))


def in_qt(text: str) -> int:
    """How many characters Qt counts: two for what does not fit in sixteen bits."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether the capitals say that no dictionary has it."""
    if not word[1:].islower():
        return True
    before = text[:start].rstrip(" \t(‘“'")
    return word[0].isupper() and bool(before) and not before.endswith(_SENTENCE_END)
