"""A long text in stretches that are short enough to be read in one go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from beraad.privacy.find import Find
from beraad.privacy.text.page import Page, lay_out

_USUAL_LENGTH = 8_000
_CONTEXT = 200
_END = re.compile(r"\n|[^\W\d_]{4}[.!?][\"'”’)]?\s")
"""Where a text may be cut: a new line, or the end of a sentence that is no abbreviation."""
_WHITE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part `text[start:end]` of a text."""

    text: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def page(self, year: int) -> Page:
        """This part alone, laid ready for the finders."""
        return lay_out(self.text[self.start : self.end], year, start=self.start)

    def around(self) -> tuple[int, str]:
        """This part with what stands around it, and where that begins; no word is cut."""
        begin = max(0, self.start - _CONTEXT)
        while begin > 0 and not self.text[begin - 1].isspace():
            begin -= 1
        white = _WHITE.search(self.text, min(len(self.text), self.end + _CONTEXT))
        end = white.start() if white else len(self.text)
        return begin, self.text[begin:end]

    def begins(self, find: Find) -> bool:
        """Whether a find begins in this part."""
        return self.start <= find.start < self.end


def stretches(text: str) -> Iterator[Stretch]:
    """Yield the parts of a text in order; one when it is short."""
    start = 0
    while start < len(text):
        cut = (
            _END.search(text, start + _USUAL_LENGTH) if len(text) - start > _USUAL_LENGTH else None
        )
        end = cut.end() if cut else len(text)
        yield Stretch(text, start, end)
        start = end
