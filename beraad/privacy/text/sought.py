"""Patterns that are only tried where they can match, so that a long text is read quickly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

FIRST_DIGIT = "[0-9](?<![0-9].)"
"""The first digit of some; every other way of writing one was folded away."""

OR_FIRST_DIGIT = "|".join(f"{digit}(?<![0-9].)" for digit in "0123456789")
"""The same beside words, so that all begin with a letter or digit that is told."""


@dataclass(frozen=True)
class Sought:
    """A pattern, and a sign by which one can see at little cost where it may match.

    Attributes:
        written: the pattern as it is written; nothing is made of it before its sign was seen.
        sign: stands in every match, and is cheaper to look for.
        back: how far behind the beginning of a match its sign may stand; None for anywhere.
        over: what alone may stand between the two; None for anything.
    """

    written: str
    sign: re.Pattern[str]
    back: int | None
    over: re.Pattern[str] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.written)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Yield what the pattern alone would yield: every match, without overlap."""
        sign = self.sign.search(text)
        if sign is None:
            return ()
        if self.back is None:
            return self.pattern.finditer(text)
        return self._from(sign, text, overlapping=False)

    def every(self, text: str) -> Iterable[re.Match[str]]:
        """Yield the match at every start, so that one that is turned down hides none behind it."""
        sign = self.sign.search(text)
        return () if sign is None else self._from(sign, text, overlapping=True)

    def _from(
        self, first: re.Match[str], text: str, *, overlapping: bool
    ) -> Iterator[re.Match[str]]:
        match_at, next_sign = self.pattern.match, self.sign.search
        back, over, place = self.back or 0, self.over, 0
        sign: re.Match[str] | None = first
        while sign:
            here = sign.start()
            sign = next_sign(text, here + 1)
            place = max(place, here - back)
            if over and (between := over.search(text, place, here)):
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
    return Sought(pattern, re.compile(sign), back, between)
