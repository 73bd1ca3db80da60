"""How long a werkverslag is: two pages for a team, or everything that was written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Length(StrEnum):
    """The two lengths, by the name they have on the command line."""

    SHORT = "kort"
    FULL = "volledig"


LENGTH_LABELS: Mapping[Length, str] = {
    Length.SHORT: "Kort, hooguit twee bladzijden",
    Length.FULL: "Volledig, met alles wat is opgeschreven",
}
