"""The words of a page, and how much white or punctuation stands between them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from beraad.privacy.dutch.naming import WORD, normal
from beraad.privacy.dutch.placeholders import BLANK
from beraad.privacy.text.page import Page

POSSESSIVE = "'s"

_LONGEST_GAP = 40
_ABBREVIATION = 2
_WITHIN_A_NAME = re.compile(r"[ '_-]*\n?[ '_-]*")
_AFTER_ABBREVIATION = re.compile(r"[ ./'_-]*\n?[ '_-]*")
_WITHIN_A_PHRASE = re.compile(rf"[^\w\n{BLANK}]*\n?[^\w\n{BLANK}]*|_")


def stem(word: str) -> str:
    """A word without its possessive ending and the apostrophes inside it."""
    return normal(word.removesuffix(POSSESSIVE))


@dataclass(frozen=True)
class Words:
    """The words of a page in order, by number."""

    page: Page

    @cached_property
    def _matches(self) -> tuple[re.Match[str], ...]:
        return tuple(WORD.finditer(self.page.cased))

    def __len__(self) -> int:
        return len(self._matches)

    @cached_property
    def different(self) -> frozenset[str]:
        """Every way in which a word is written here, once."""
        return frozenset(WORD.findall(self.page.cased))

    def places(self, wanted: Container[str]) -> Iterator[int]:
        """The numbers of the words that are written in one of these ways."""
        return (index for index, match in enumerate(self._matches) if match[0] in wanted)

    def written(self, index: int) -> str:
        """The word with its capitals."""
        return self._matches[index][0]

    def stem(self, index: int) -> str:
        """The word as it is compared."""
        return stem(self.written(index).casefold())

    def start(self, index: int) -> int:
        """Where the word starts on the page, with the apostrophe of 't."""
        start = self._matches[index].start()
        return start - (self.stem(index) == "t" and self.page.lower[start - 1 : start] == "'")

    def end(self, index: int) -> int:
        """Where the word ends on the page; a possessive ending is not part of it."""
        written = self._matches[index]
        return written.end() - (len(POSSESSIVE) if written[0].endswith(POSSESSIVE) else 0)

    def between(self, index: int) -> str:
        """What stands between this word and the next; the first forty characters of it."""
        start = self.end(index)
        return self.page.lower[start : min(self.start(index + 1), start + _LONGEST_GAP)]

    def same_name(self, index: int) -> bool:
        """Whether this word and the next can be parts of one name, as far as signs go."""
        short = self.end(index) - self.start(index) <= _ABBREVIATION
        gap = _AFTER_ABBREVIATION if short else _WITHIN_A_NAME
        return self._fits(gap, index)

    def same_phrase(self, index: int) -> bool:
        """Whether this word and the next can belong to one phrase."""
        return self._fits(_WITHIN_A_PHRASE, index)

    def capitalised(self, index: int) -> bool:
        """Whether the word is written the way names are: "Willem", but neither "GGZ" nor "A"."""
        written = self.written(index)
        return written[0].isupper() and written[1:].islower()

    def _fits(self, gap: re.Pattern[str], index: int) -> bool:
        if not 0 <= index < len(self) - 1:
            return False
        between = self.between(index)
        return len(between) < _LONGEST_GAP and bool(gap.fullmatch(between))
