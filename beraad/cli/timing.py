"""`beraad tijden`: the minutes per ronde of a beraad, for who looks back on leading it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from beraad.cli.listing import say_table
from beraad.cli.opening import session_in
from beraad.phases.course import Course
from beraad.phases.marks import whole_minutes
from beraad.phases.plan import PAUSE_BEFORE, Plan, Share, plan_of
from beraad.records import PhaseKey

_HEAD = ("ronde", "gepland", "gekregen", "gebruikt")


def list_times(path: Path, say: Callable[[str], None]) -> None:
    """Say the minutes per ronde, and nothing of what was said. Raises Solvable."""
    plan = plan_of(session_in(path))
    say_table([_HEAD, *_rows(plan)], say)


def _rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    """The rondes in their order, and the break: the clock stands still in it."""
    for share in plan.shares:
        if plan.pause and share.key is PAUSE_BEFORE:
            yield ("pauze", f"{plan.pause}", f"{plan.pause}", "–")
        yield _row(share, plan.course)


def _row(share: Share, course: Course) -> tuple[str, ...]:
    return (
        "opening" if share.key is PhaseKey.OPENING else course.short_title(share.key),
        f"{share.base}",
        f"{share.minutes}",
        f"{whole_minutes(share.seconds)}",
    )
