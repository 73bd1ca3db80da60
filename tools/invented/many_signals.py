"""A register as large as that of a whole municipality after years, for measuring.

`python -m tools.invented.many_signals MAP --signalen 30000` makes it, with five steps each.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from beraad.phases.dates import iso_week
from beraad.records import (
    Helped,
    Id,
    Outcome,
    RegisteredSignal,
    SignalContent,
    SignalLevel,
    Step,
    StepKind,
)
from beraad.store.places import prepare, register_path
from beraad.store.register import Register

SIGNALS = 30_000
_AT_ONCE = 2_000
_BEGIN = date(2021, 1, 4)
_ABOUT = ("Brieven", "Wachttijd", "Inkomensgat", "Bewijs", "Loket", "Tolk", "Giften", "Schulden")
_WHERE = ("na huisbezoek", "zonder inkomen", "bij wisselend werk", "van familie", "in de wijk")
_ROLES = ("beleidsadviseur inkomen", "teamleider buurtteam", "afdeling communicatie", "college")
_WAY = (
    StepKind.PASSED_ON,
    StepKind.RECEIVED,
    StepKind.IN_PROGRESS,
    StepKind.ANSWERED,
    StepKind.TOLD,
    StepKind.TEAM_SAID,
    StepKind.CLOSED,
)


def signals(count: int, *, steps: int = 5, seed: int = 1) -> Iterator[RegisteredSignal]:
    """Invented signals of forty teams, with on average this many steps each."""
    dice = Random(seed)
    for number in range(count):
        begin = _BEGIN + timedelta(days=dice.randrange(2_000))
        taken = _WAY[: max(0, min(len(_WAY), steps + dice.choice((-2, -1, 0, 0, 1, 2))))]
        about = f"{dice.choice(_ABOUT)} {dice.choice(_WHERE)}"
        yield RegisteredSignal(
            id=Id(f"{number:032x}"),
            content=SignalContent(
                bottleneck=about,
                what="Inwoners wachten weken op bericht en weten niet bij wie zij terechtkunnen.",
                process="Aanvraag en verrekening",
                level=dice.choice(tuple(SignalLevel)),
                effect="Huur en eten schieten er een week bij in.",
                frequency=f"{dice.randrange(2, 20)} keer per jaar",
                wish="Kan het bericht binnen een week, met een nummer om te bellen?",
                recipient=dice.choice(_ROLES),
                answer_due=begin + timedelta(days=42),
            ),
            team=f"Team {number % 40 + 1}",
            week=iso_week(begin),
            registered_on=begin,
            steps=tuple(
                _step(kind, f"{number:x}-{place}", begin + timedelta(days=9 * place), dice)
                for place, kind in enumerate(taken)
            ),
        )


def make(path: Path, count: int = SIGNALS, *, steps: int = 5) -> None:
    """Put invented signals in a register. Raises Solvable when it cannot be written."""
    prepare(path.parent)
    made = signals(count, steps=steps)
    with Register.open(path) as register:
        while some := tuple(islice(made, _AT_ONCE)):
            register.put(*some)


def _step(kind: StepKind, name: str, on: date, dice: Random) -> Step:
    step = Step(id=Id(f"stap-{name}"), kind=kind, on=on, role="gespreksleider", recorded_on=on)
    if kind is StepKind.ANSWERED:
        words = "De termijn wordt korter, en de brief is herschreven met inwoners."
        return replace(step, outcome=dice.choice((Outcome.CHANGE, Outcome.NOTHING)), words=words)
    if kind is StepKind.TEAM_SAID:
        return replace(step, helped=dice.choice(tuple(Helped)))
    return step


def main() -> None:
    """Make one in a folder."""
    asked = argparse.ArgumentParser(description="Maakt een groot verzonnen register.")
    asked.add_argument("folder", metavar="MAP", type=Path)
    asked.add_argument("--signalen", metavar="AANTAL", type=int, default=SIGNALS)
    given = asked.parse_args()
    make(register_path(given.folder, practice=False), given.signalen)


if __name__ == "__main__":
    main()
