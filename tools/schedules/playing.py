"""Playing many schedules, made by Hypothesis from a seed."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded

from tools.schedules.happenings import Happening, schedules
from tools.schedules.lines import kept_open
from tools.schedules.world import Ground, play


def play_many(ground: Ground, number: int, seed: int, *, shrink: bool = True) -> int:
    """Play schedules until one breaks a law; how many were played. Raises Broken."""
    played = 0
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)

    @seeded(seed)
    @settings(
        max_examples=number,
        phases=phases,
        deadline=None,
        database=None,
        derandomize=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(schedules())
    def run(schedule: list[Happening]) -> None:
        nonlocal played
        played += 1
        play(ground, schedule)

    with kept_open(ground.database.server.port):
        run()
    return played
