"""Invented steps of a signal, and who writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from beraad.records import (
    Event,
    Helped,
    Id,
    Outcome,
    RegisteredSignal,
    SignalContent,
    SignalStatus,
    Step,
    StepKind,
    new_id,
)
from beraad.signals.events import event, trouble_of
from beraad.signals.life import Lane, Owed, lane_of, life, owed

DAY = date(2026, 11, 18)
SIGNAL = RegisteredSignal(
    id=Id("een"),
    content=SignalContent(bottleneck="Wachttijd"),
    team="Team Jongeren",
    week="2026-W47",
    registered_on=DAY,
)
NEEDED = {
    StepKind.ANSWERED: {"words": "Het mag na een week.", "outcome": Outcome.CHANGE},
    StepKind.NO_ANSWER: {"words": "De functie verviel."},
    StepKind.ASKED_BACK: {"words": "Om hoeveel jongeren gaat het?"},
    StepKind.WITHDRAWN: {"words": "De regel verviel."},
    StepKind.TEAM_SAID: {"helped": Helped.PARTLY},
    StepKind.JOINED: {"about": Id("ander")},
}


def a_step(kind: StepKind, on: date = DAY, **said) -> Step:
    """A step that says all that its kind needs."""
    values = {"id": new_id(), "on": on, "recorded_on": on}
    return Step(kind=kind, **(values | NEEDED.get(kind, {}) | said))


def passed_on(on: date = DAY, **said) -> Step:
    """The first step."""
    return a_step(StepKind.PASSED_ON, on, **said)


WAITING = RegisteredSignal(
    id=Id("5e551e0000000001"),
    content=SignalContent(what="Elke maand een andere uitkering."),
    team="Team Werk",
    week="2026-W47",
    registered_on=DAY,
    steps=(passed_on(),),
)
"""A signal that was passed on, and waits for an answer."""


def answered(words: str, on: date = DAY, **said) -> tuple[Step, Step]:
    """Passed on, and answered in these words."""
    return passed_on(on), a_step(StepKind.ANSWERED, on, words=words, outcome=None, **said)


class Writer:
    """A laptop as what it writes about `SIGNAL`: one event after the other, each of them sound."""

    def __init__(self, letter: str) -> None:
        self.device = letter * 32
        self.seq, self.prev = 0, ""

    def write(self, kind: str, payload: str, seen: Iterable[str] = ()) -> Event:
        """The next event, by one who had seen these marks."""
        self.seq += 1
        made = event(
            device=self.device,
            seq=self.seq,
            prev=self.prev,
            kind=kind,
            entity=SIGNAL.id,
            seen=seen,
            payload=payload,
        )
        self.prev = made.mark
        assert trouble_of(made) == ""
        return made


def status(signal: RegisteredSignal) -> SignalStatus:
    """How far a signal has come by its own steps."""
    return life(signal).status


def owes(signal: RegisteredSignal) -> Owed | None:
    """Who owes the next step, by its own steps."""
    return owed(signal, life(signal))


def lane(signal: RegisteredSignal) -> Lane:
    """Whose turn it is, by its own steps."""
    owing = owes(signal)
    return lane_of(owing.what if owing else None)


def is_late(signal: RegisteredSignal, today: date) -> bool:
    """Whether the last day has passed, by its own steps."""
    owing = owes(signal)
    return owing is not None and owing.by < today
