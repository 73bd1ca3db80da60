"""What an agreement tells of who keeps it, whose function stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIDE = re.compile(
    r"\b(?:ik|mij|mijn|me|wou|wouden|wilde|wilden|wil liever|had liever|hadden liever|vond|vonden"
    r"|koos|kozen|voorstelde|bedacht|stemde|twijfelde|gevoel|tegenzin|moeite|protest"
    r"|(?:on)?eens met|(?:niet|het) (?:er )?(?:mee )?(?:on)?eens|tegen was|voor was|alleen in)\b",
    re.IGNORECASE,
)
_RELUCTANT = re.compile(
    r"(?<![\w’'-])(?:met (?:(?:veel|enige|grote|lichte) )?(?:tegenzin|frisse tegenzin|lange tanden)"
    r"|onder protest|schoorvoetend|morrend|tegen (?:zijn|haar|hun|eigen|de eigen) (?:zin|wil)"
    r"|(?<=deed dit )met moeite|(?<=doet dit )met moeite)(?![\w’'-])",
    re.IGNORECASE,
)


def tells_a_side(agreed: str) -> bool:
    """Whether an agreement also says what somebody wanted or felt: "met tegenzin"."""
    return _SIDE.search(agreed) is not None


def reluctance(agreed: str) -> Iterator[tuple[int, int]]:
    """Yield where an agreement says that who keeps it would rather not have."""
    return (found.span() for found in _RELUCTANT.finditer(agreed))
