"""`beraad tijden`: the minutes per ronde of a beraad, for who looks back on leading it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from beraad.cli.listing import say_table
from beraad.cli.opening import session_in
from beraad.phases import phase_of
from beraad.phases.marks import whole_minutes
from beraad.phases.plan import Share, plan_of
from beraad.records import PhaseKey

_HEAD = ("ronde", "gepland", "gekregen", "gebruikt")


def list_times(path: Path, say: Callable[[str], None]) -> None:
    """Say the minutes per ronde, and nothing of what was said. Raises Solvable."""
    say_table([_HEAD, *map(_row, plan_of(session_in(path)).shares)], say)


def _row(share: Share) -> tuple[str, ...]:
    opening = share.key is PhaseKey.OPENING
    return (
        "opening" if opening else phase_of(share.key).short_title,
        f"{share.base}",
        f"{share.minutes}",
        f"{whole_minutes(share.seconds)}",
    )
