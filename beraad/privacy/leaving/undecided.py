"""Nothing goes out while a person still has something to decide."""

from __future__ import annotations

from beraad.errors import Solvable
from beraad.privacy.leaving.cleaned import CleanedSession, CleanedSignal
from beraad.privacy.leaving.lesson import CleanedLesson
from beraad.privacy.leaving.overview import CleanedOverview

_WAYS = "weghalen, algemener, anders, of laten staan met een reden."
DECIDE_HERE = f"Beslis hier per plek: {_WAYS}"
"""What to do for who looks at those places already."""
DECIDE_IN_REPORT = f"Kies Verslag (Ctrl+E) en beslis per plek: {_WAYS}"
"""What to do for who has the beraad open."""


class Undecided(Solvable):
    """Some places are still open."""


def require_decided(
    cleaned: CleanedSession | CleanedSignal | CleanedLesson | CleanedOverview,
) -> None:
    """Raise Solvable, with how many places are open and never what stands there."""
    if cleaned.open_count:
        raise Undecided(
            f"{_places(cleaned.open_count)} nog open.",
            kept="Er is niets geschreven.",
            way_out=f"Open het beraad, kies Verslag (Ctrl+E) en beslis per plek: {_WAYS}",
        )


def _places(count: int) -> str:
    return "Eén plek staat" if count == 1 else f"{count} plekken staan"
