"""Counts what stays silent, what is asked, what is replaced and what need not have been."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from tools.gate.grammar import OPTIONAL, Marked

SOFT = frozenset({"LEEFTIJD", "QUASI"})
_WORD = re.compile(r"[^\W_]+")
_FUNCTION = frozenset(
    [
        "van",
        "von",
        "v",
        "vd",
        "de",
        "der",
        "den",
        "des",
        "d",
        "het",
        "t",
        "s",
        "op",
        "in",
        "aan",
        "ten",
        "ter",
        "te",
        "la",
        "le",
        "du",
        "el",
        "al",
        "en",
        "met",
        "of",
        "bij",
        "om",
        "nr",
        "nummer",
        "een",
        "jl",
        "uit",
        "naar",
        "na",
        "werd",
        "die",
        "dat",
        "voor",
        "tot",
    ]
)


@dataclass(slots=True)
class Count:
    """What was counted; everything in spans but for the characters.

    Attributes:
        direct: spans that identify somebody by themselves.
        leaked: of these, not replaced in every identifying word.
        silent: of these, neither replaced nor asked.
        soft: ages and traits.
        caught: of these, asked or replaced.
        masked: characters that are replaced.
        rightly: of these, the ones that had to go.
        questions: places that are asked about.
        needless: of these, the ones where nothing had to be decided.
        bare: texts in which nothing identifies.
        touched: of these, the ones in which something is replaced all the same.
    """

    direct: int = 0
    leaked: int = 0
    silent: int = 0
    soft: int = 0
    caught: int = 0
    masked: int = 0
    rightly: int = 0
    questions: int = 0
    needless: int = 0
    characters: int = 0
    bare: int = 0
    touched: int = 0

    def add(self, other: Count) -> None:
        """Count another count along."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def line(self) -> str:
        """The figures in one line, in Dutch."""
        return (
            f"stil {_share(self.silent, self.direct)}  lek {_share(self.leaked, self.direct)}  "
            f"juist {_share(self.rightly, self.masked)}  "
            f"zachte gevraagd {_share(self.caught, self.soft)}  "
            f"onnodig {1000 * self.needless / max(1, self.characters):5.2f} per 1000  "
            f"schoon geraakt {self.touched}/{self.bare}"
        )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.2f} %" if whole else "     –  "


Place = tuple[int, int]


def count(marked: Marked, replaced: Sequence[Place], asked: Sequence[Place]) -> Count:
    """Count one text, in the way of the figures in docs/privacy-cijfers.md."""
    letters = {at for word in _WORD.finditer(marked.text) for at in range(*word.span())}
    gone, questioned = _within(replaced), _within(asked)
    gold = [span for span in marked.spans if span.label != OPTIONAL]
    had_to = {at for span in gold for at in range(span.start, span.end)}
    may = {at for span in marked.spans for at in range(span.start, span.end)}
    total = Count(characters=len(marked.text), questions=len(asked))
    for span in gold:
        words = _identifying(marked.text, span.start, span.end)
        left = [word for word in words if not word <= gone]
        still = [word for word in words if not word <= gone | questioned]
        if span.label in SOFT:
            total.soft += 1
            total.caught += not still
        else:
            total.direct += 1
            total.leaked += bool(left)
            total.silent += bool(still)
    masked = (gone & letters) - (may - had_to)
    total.masked, total.rightly = len(masked), len(masked & had_to)
    total.needless = sum(not may & set(range(*place)) for place in asked)
    total.bare = not gold
    total.touched = not gold and bool(masked)
    return total


def _within(places: Iterable[Place]) -> set[int]:
    return {at for place in places for at in range(*place)}


def _identifying(text: str, start: int, end: int) -> list[set[int]]:
    words = list(_WORD.finditer(text, start, end))
    strong = [word for word in words if word[0].casefold() not in _FUNCTION]
    return [set(range(*word.span())) for word in strong or words]
