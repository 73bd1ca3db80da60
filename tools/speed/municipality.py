"""The register of a municipality: a real server, and laptops that meet it.

Prints `many` (seconds that 200 laptops with 50 changes each take, eight at a time, in so many
processes), `nothing` (milliseconds of a meeting with nothing new), `fetched` and `shown` (seconds
in which a new laptop has those changes, and lists them), `away` (seconds after ninety days: 5,000
changes of its own, 50,000 of others), and `errors`.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from beraad.publishing.meeting import meet
from beraad.records import Id, RegisteredSignal, SignalContent, Step, StepKind
from beraad.store.municipality.layout import prepare
from beraad.store.municipality.place import Place, place_of
from beraad.store.register import Register
from beraad.store.register_lines import signal_lines
from tools.postgres import PASSWORD, Database, running

LAPTOPS, EACH, AT_ONCE = 200, 50, 8
_OWN, _OTHERS = 5_000, 50_000
_DAY = date(2026, 11, 18)
_WORDS = "De toeslag komt na de huur, en het team ziet dat elke maand weer. " * 4


def signals(begin: str, number: int) -> list[RegisteredSignal]:
    """Signals with four steps each, together so many changes."""
    return [
        RegisteredSignal(
            id=Id(f"{begin}-{each}"),
            content=SignalContent(bottleneck=f"Wachttijd {each}", what=_WORDS),
            team=f"Team {begin}",
            week="2026-W47",
            registered_on=_DAY,
            steps=tuple(
                Step(
                    id=Id(f"{begin}-{each}-{step}"),
                    kind=StepKind.ASKED_BACK,
                    on=_DAY,
                    recorded_on=_DAY,
                    words=_WORDS,
                )
                for step in range(4)
            ),
        )
        for each in range(number // 5)
    ]


def fill(path: Path, begin: str, number: int) -> None:
    """A register with so many changes of its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Register.open(path) as register:
        register.put(*signals(begin, number))


def timed_meeting(place: Place, path: Path) -> float:
    """Seconds of one meeting; -1 when something was refused."""
    begin = time.perf_counter()
    met = meet(path, place, PASSWORD)
    return time.perf_counter() - begin if met is not None and not met.problems else -1


def load() -> None:
    """Load what a window has loaded before anybody meets the register."""
    import psycopg  # noqa: F401

    from beraad.privacy.finding.rehearsal import rehearse

    rehearse()


def measure(database: Database, home: Path) -> dict[str, float]:
    """All figures."""
    logins = [database.login(f"laptop{each}") for each in range(AT_ONCE)]
    places = [place_of(database.url(login)) for login in logins]
    paths = [home / str(each) / "register.sqlite" for each in range(LAPTOPS)]
    for each, path in enumerate(paths):
        fill(path, f"t{each}", EACH)
    with ProcessPoolExecutor(AT_ONCE, initializer=load) as pool:
        list(pool.map(time.sleep, [0.5] * AT_ONCE))
        begin = time.perf_counter()
        asked = [
            pool.submit(partial(timed_meeting, places[each % AT_ONCE], path))
            for each, path in enumerate(paths)
        ]
        errors = sum(1 for each in asked if each.exception() or each.result() < 0)
        many = time.perf_counter() - begin
    new = home / "nieuw" / "register.sqlite"
    new.parent.mkdir()
    fetched = timed_meeting(places[0], new)
    begin = time.perf_counter()
    shown_all = len(signal_lines(new)) == LAPTOPS * EACH // 5
    shown = time.perf_counter() - begin
    nothing = median(timed_meeting(places[0], new) for _ in range(15))
    away = home / "weg" / "register.sqlite"
    away.parent.mkdir()
    shutil.copy(new, away)
    with Register.open(away) as register:
        register.become_another()
        register.put(*signals("weg", _OWN))
    other = home / "ander" / "register.sqlite"
    fill(other, "anderen", _OTHERS)
    errors += timed_meeting(places[1], other) < 0
    long = timed_meeting(places[2], away)
    return {
        "many": many,
        "errors": errors + (fetched < 0) + (long < 0) + (not shown_all),
        "fetched": fetched,
        "shown": shown,
        "nothing": nothing * 1000,
        "away": long,
    }


if __name__ == "__main__":
    with TemporaryDirectory() as folder, running() as server:
        made = server.new_database()
        prepare(place_of(made.url()), PASSWORD)
        json.dump(
            {name: [value] for name, value in measure(made, Path(folder)).items()}, sys.stdout
        )
