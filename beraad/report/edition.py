"""Under which version a document goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from beraad.phases.dates import full_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The version mark of a document. Holds no text of anybody.

    Attributes:
        number: counts the versions of this kind of document, from 1.
        made_on: the day on which it was given out, or made final.
        changed: titles of the parts that differ from the version before.
        room_for_reactions: a concept with lines on paper for those who were present.
    """

    number: int
    final: bool
    made_on: date
    changed: tuple[str, ...] = ()
    room_for_reactions: bool = False

    @property
    def short(self) -> str:
        """The mark in two words: "concept 1", "versie 2"."""
        return f"versie {self.number}" if self.final else f"concept {self.number}"

    @property
    def full(self) -> str:
        """The mark with its day, as a sentence."""
        day = full_date(self.made_on)
        if self.final:
            return f"Versie {self.number}, vastgesteld op {day}."
        return f"Concept {self.number} van {day}. Nog niet vastgesteld."
