"""Patterns that are only tried where they can match, so that a long text is read quickly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FIRST_DIGIT = "[0-9](?<![0-9].)"
"""The first digit of some; every other way of writing one was folded away."""

OR_FIRST_DIGIT = "|".join(f"{digit}(?<![0-9].)" for digit in "0123456789")
"""The same beside words, so that all begin with a letter or digit that is told."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern, and a sign by which one can see at little cost where it may match.

    Attributes:
        sign: stands in every match, and is cheaper to look for.
        back: how far behind the beginning of a match its sign may stand; None for anywhere.
        over: what alone may stand between the two; None for anything.
    """

    pattern: re.Pattern[str]
    sign: re.Pattern[str]
    back: int | None
    over: re.Pattern[str] | None

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
        sign = self.sign.search(text)
        while sign:
            here = sign.start()
            sign = self.sign.search(text, here + 1)
            place = max(place, here - back)
            if self.over and (between := self.over.search(text, place, here)):
                place = between.start()
            while place <= here:
                match = match_at(text, place)
                if match:
                    yield match
                place = match.end() if match and not overlapping else place + 1


def sought(pattern: str, sign: str, *, back: int | None = 0, over: str = "") -> Sought:
    """A pattern with the sign that stands at the beginning of each match, or a bit behind it.

    `over` holds the characters that may stand between the two.
    A sign is found quickest when it begins with letters or with one set of signs, so that whatever
    may not stand before it comes behind that: `[0-9](?<![0-9][0-9])`.
    """
    between = re.compile(rf"[{over}]*\Z") if over else None
    return Sought(re.compile(pattern), re.compile(sign), back, between)
