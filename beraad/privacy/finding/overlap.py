"""One find for each place, however many finders pointed at it."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from beraad.privacy.dutch.naming import words_of
from beraad.privacy.dutch.vocabulary import PARTICLES
from beraad.privacy.find import Find

SMALL_WORDS = PARTICLES | {
    "en", "met", "voor", "of", "een", "naar", "door", "bij", "achter", "naast", "boven",
    "tegenover", "schuin", "pal", "vlak", "vlakbij", "net", "recht", "kant", "overkant",
}  # fmt: skip
"""Words that name nothing by themselves, when the rest of a question is out of the way."""
_APART = string.whitespace + ",;:"
"""What a rest does not begin with."""
_START = attrgetter("start")


def settle(text: str, finds: Iterable[Find]) -> tuple[Find, ...]:
    """Return the finds in order and without overlap.

    What is asked as a whole wins, then what goes out from what only asks, then the longest find,
    then the most certain one. What sticks out of a loser remains a find, so that no part of
    anything that was found is left standing.
    """
    settled: list[Find] = []
    for group in _groups(sorted(finds, key=_START)):
        settled += group if len(group) == 1 else sorted(_without_overlap(text, group), key=_START)
    return tuple(settled)


def _groups(finds: Iterable[Find]) -> Iterator[list[Find]]:
    """The finds, by where they start, in bunches that have nothing to do with each other."""
    group: list[Find] = []
    end = 0
    for find in finds:
        if group and find.start >= end:
            yield group
            group = []
        group.append(find)
        end = max(end, find.end)
    if group:
        yield group


def _without_overlap(text: str, group: list[Find]) -> Iterator[Find]:
    start = min(find.start for find in group)
    free = bytearray(b"\1") * (max(find.end for find in group) - start)
    for find in sorted(group, key=_strength, reverse=True):
        for first, last in _runs(free, find.start - start, find.end - start):
            free[first:last] = bytes(last - first)
            yield from _part(text, find, start + first, start + last)


def _strength(find: Find) -> tuple[bool, bool, int, int]:
    return find.whole, not find.asks, find.end - find.start, find.certainty


def _runs(free: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between two places that no stronger find has taken."""
    while (first := free.find(1, start, end)) >= 0:
        taken = free.find(0, first, end)
        start = taken if taken >= 0 else end
        yield first, start


def _part(text: str, find: Find, start: int, end: int) -> Iterator[Find]:
    """The find over this stretch of it; nothing when no letter or digit stands there."""
    if (start, end) == (find.start, find.end):
        yield find
        return
    rest = text[start:end]
    if find.asks and SMALL_WORDS.issuperset(words_of(rest)):
        return
    if any(character.isalnum() for character in rest):
        start += len(rest) - len(rest.lstrip(_APART))
        end -= len(rest) - len(rest.rstrip())
        yield replace(
            find, start=start, end=end, text=text[start:end], tail=find.tail * (end == find.end)
        )
