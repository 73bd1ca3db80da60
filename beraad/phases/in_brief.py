"""A ronde by its name and number alone, for a list of beraden: nothing of what is in it."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from beraad.records import PhaseKey

SHORT_TITLES = MappingProxyType(
    {
        PhaseKey.CASE: "Casus",
        PhaseKey.DILEMMA: "Dilemma",
        PhaseKey.CLARIFICATION: "Verheldering",
        PhaseKey.PERSPECTIVES: "Perspectieven",
        PhaseKey.ALTERNATIVES: "Alternatieven",
        PhaseKey.CONSIDERATION: "Afweging",
        PhaseKey.DIALOGUE: "Dialoog",
        PhaseKey.CONCLUSION: "Conclusie en terugblik",
    }
)
"""The eight rondes in a word or two, in the usual order."""


def in_order(*, clarification_first: bool) -> tuple[PhaseKey, ...]:
    """The eight rondes by their key, in the order of one beraad."""
    first, second, third, *rest = SHORT_TITLES
    return (first, third, second, *rest) if clarification_first else tuple(SHORT_TITLES)


@lru_cache(maxsize=16)
def number_anywhere(key: PhaseKey) -> int | None:
    """Which ronde it is in the order of any beraad; None for the opening and where that differs."""
    if key is PhaseKey.OPENING:
        return None
    numbers = {in_order(clarification_first=first).index(key) + 1 for first in (False, True)}
    return numbers.pop() if len(numbers) == 1 else None


def said_anywhere(key: PhaseKey) -> str:
    """Where a beraad is, for who knows no more of it: "ronde 4", "verheldering" or "opening"."""
    if key is PhaseKey.OPENING:
        return "opening"
    number = number_anywhere(key)
    return SHORT_TITLES[key].casefold() if number is None else f"ronde {number}"
