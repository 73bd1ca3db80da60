"""A long list of words in little memory: one row of bytes, found by a word here and there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TypeVar

from beraad.privacy.dutch.remembering import Remembered

T = TypeVar("T")

_BLOCK = 1024
"""Bytes that are searched at once, from one known word to the next."""


class WordList(AbstractSet[str]):
    """A set of plain words, twelve times smaller than a frozenset of the same.

    Attributes:
        text: the words in ASCII, sorted, one on each line.
    """

    __slots__ = ("_firsts", "_row", "_seen", "_size", "_starts")

    def __init__(self, text: bytes) -> None:
        self._row = b"\n" + text.strip(b"\n") + b"\n" if text.strip() else b"\n"
        self._seen = Remembered(self._holds)
        self._size = self._row.count(b"\n") - 1
        self._starts = tuple(dict.fromkeys(self._block_starts()))
        self._firsts = [self._word_at(start) for start in self._starts]

    def _block_starts(self) -> Iterator[int]:
        """Where the last line ends before each block begins."""
        for place in range(1, len(self._row), _BLOCK):
            yield self._row.rindex(b"\n", 0, place)
        yield len(self._row) - 1

    def _word_at(self, start: int) -> bytes:
        return self._row[start + 1 : self._row.find(b"\n", start + 1)]

    @classmethod
    def _from_iterable(cls, it: Iterable[T]) -> frozenset[T]:  # pyright: ignore[reportIncompatibleMethodOverride]
        return frozenset(it)

    def __contains__(self, word: object) -> bool:
        return self._seen[word]

    def _holds(self, word: object) -> bool:
        if not isinstance(word, str) or not word.isascii() or "\n" in word:
            return False
        sought = word.encode("ascii")
        block = bisect_right(self._firsts, sought, 0, len(self._firsts) - 1)
        if not block:
            return False
        within = self._starts[block - 1], self._starts[block] + 1
        return self._row.find(b"\n%b\n" % sought, *within) >= 0

    def __iter__(self) -> Iterator[str]:
        return (word.decode("ascii") for word in self._row.split(b"\n") if word)

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__  # pyright: ignore[reportAssignmentType]
