"""What an agreement tells of who keeps it, whose function stands beside it."""

from __future__ import annotations

import re

_SIDE = re.compile(
    r"\b(?:ik|mij|mijn|me|wou|wouden|wilde|wilden|wil liever|had liever|hadden liever|vond|vonden"
    r"|koos|kozen|voorstelde|bedacht|stemde|twijfelde|gevoel|tegenzin|moeite|protest"
    r"|(?:on)?eens met|(?:niet|het) (?:er )?(?:mee )?(?:on)?eens|tegen was|voor was|alleen in)\b",
    re.IGNORECASE,
)


def tells_a_side(agreed: str) -> bool:
    """Whether an agreement also says what somebody wanted or felt: "met tegenzin"."""
    return _SIDE.search(agreed) is not None
