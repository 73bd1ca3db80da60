"""Why a word is taken for a name."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.privacy.find import Certainty


@dataclass(frozen=True, slots=True)
class Seed:
    """Why a word is taken for a name."""

    reason: str
    certainty: Certainty = Certainty.LIKELY
    asks: bool = False
