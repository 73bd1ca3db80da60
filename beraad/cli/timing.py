"""`beraad tijden`: the minutes per ronde of a beraad, for who looks back on leading it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from beraad.cli.listing import say_table
from beraad.phases import phase_of
from beraad.phases.marks import whole_minutes
from beraad.phases.plan import Share, plan_of
from beraad.records import PhaseKey
from beraad.store.session_file import SessionFile

_HEAD = ("ronde", "gepland", "gekregen", "gebruikt")


def list_times(path: Path, say: Callable[[str], None]) -> None:
    """Say the minutes per ronde, and nothing of what was said. Raises Solvable."""
    with SessionFile.open(path) as file:
        session = file.session
    say_table([_HEAD, *map(_row, plan_of(session).shares)], say)


def _row(share: Share) -> tuple[str, ...]:
    opening = share.key is PhaseKey.OPENING
    return (
        "opening" if opening else phase_of(share.key).short_title,
        f"{share.base}",
        f"{share.minutes}",
        f"{whole_minutes(share.seconds)}",
    )
