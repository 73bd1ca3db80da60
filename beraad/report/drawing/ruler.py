"""Measuring words, in whatever letters they will be drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_WORDS = re.compile(r"[^ /–—-]*[/–—-]+|[^ /–—-]+| +")


@dataclass(frozen=True, slots=True)
class Ruler:
    """The size of the letters, and how far words run in them.

    Attributes:
        size: of the letters of a label, in the unit in which the picture is laid out.
        advance: how far a text runs at a size of one, in plain or in strong letters.
        shown: the text as it can be drawn.
    """

    size: float
    advance: Callable[[str, bool], float]
    shown: Callable[[str], str]

    @property
    def small(self) -> float:
        """The size of what may stand back."""
        return self.size * 0.9

    @property
    def line(self) -> float:
        """From one line of a label to the next."""
        return self.size * 1.42

    def width(self, text: str, *, strong: bool = False, size: float | None = None) -> float:
        """How far a text runs."""
        return (size or self.size) * self.advance(text, strong)

    def lines(
        self, text: str, room: float, *, most: int, strong: bool = False, size: float | None = None
    ) -> list[str] | None:
        """The text on lines that fit this room; None when it takes more lines than `most`.

        A word that is wider than a line of its own does not fit.
        """
        shown = self.shown(text)
        if self.width(shown, strong=strong, size=size) > room * most:
            return None
        found: list[str] = []
        line = ""
        for word in _WORDS.findall(shown):
            if self.width(line + word.rstrip(), strong=strong, size=size) <= room:
                line += word
                continue
            if not line.strip() or self.width(word.strip(), strong=strong, size=size) > room:
                return None
            found.append(line.rstrip())
            line = word.lstrip()
        found.append(line.rstrip())
        return found if len(found) <= most else None
