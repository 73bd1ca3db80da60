"""What the gespreksleider lets the group see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from beraad.records import Id


class Show(StrEnum):
    """What stands on the group's screen."""

    RONDE = "ronde"
    DILEMMA = "dilemma"
    PERSPECTIVES = "perspectives"
    MATRIX = "matrix"
    SINCE = "since"
    CLOCK = "clock"


SHOW_LABELS: dict[Show, str] = {
    Show.RONDE: "rondescherm",
    Show.DILEMMA: "alleen het dilemma",
    Show.PERSPECTIVES: "alleen de perspectieven",
    Show.MATRIX: "keuzes en waarden",
    Show.SINCE: "sinds vorige keer",
    Show.CLOCK: "alleen de klok",
}
"""What the gespreksleider calls them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupState:
    """How the group's screen stands. Lasts as long as the beraad is open, and is never kept.

    Attributes:
        question: the question of the ronde to show; empty, or one of another ronde, means the
            first one.
        frozen: the screen keeps showing what it shows.
        blank: the screen is black.
        revealed: the afwegingen that may be seen. One that is begun later waits for the next time.
    """

    show: Show = Show.RONDE
    question: str = ""
    frozen: bool = False
    blank: bool = False
    revealed: frozenset[Id] = frozenset()
