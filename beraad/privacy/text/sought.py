"""Patterns that are only tried where they can match, so that a long text is read quickly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DIGIT = "[0-9]"
"""A digit on a page; every other way of writing one was folded away."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern, and a sign by which one can see at little cost where it may match.

    Attributes:
        sign: stands in every match, and is cheaper to look for.
        back: how far behind the beginning of a match its sign may stand; None for anywhere.
    """

    pattern: re.Pattern[str]
    sign: re.Pattern[str]
    back: int | None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what the pattern alone would yield: every match, without overlap."""
        if self.back is None:
            return self.pattern.finditer(text) if self.sign.search(text) else iter(())
        return self._from(text, overlapping=False)

    def every(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the match at every start, so that one that is turned down hides none behind it."""
        return self._from(text, overlapping=True)

    def _from(self, text: str, *, overlapping: bool) -> Iterator[re.Match[str]]:
        match_at, back, place = self.pattern.match, self.back or 0, 0
        for sign in self.sign.finditer(text):
            here = sign.start()
            place = max(place, here - back)
            while place <= here:
                match = match_at(text, place)
                if match:
                    yield match
                place = match.end() if match and not overlapping else place + 1


def sought(pattern: str, sign: str, *, back: int | None = 0) -> Sought:
    """A pattern with the sign that stands at the beginning of each match, or a bit behind it.

    A sign is found quickest when it begins with letters or with one set of signs, so that whatever
    may not stand before it comes behind that: `[0-9](?<![0-9][0-9])`.
    """
    return Sought(re.compile(pattern), re.compile(sign), back)
