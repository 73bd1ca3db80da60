"""What is lost when a signal goes on in another: an answer that is owed, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from beraad.phases.dates import full_date
from beraad.records import SignalLine, StepKind
from beraad.signals.telling import days_sentence, owes


def lets_go(own: SignalLine, into: SignalLine) -> bool:
    """Whether an answer that is owed on one signal is owed later, or by nobody, in the other."""
    if own.owed is not StepKind.ANSWERED or own.by is None or into.answered_on is not None:
        return False
    return into.owed is not StepKind.ANSWERED or into.by is None or into.by > own.by


def what_is_let_go(own: SignalLine, into: SignalLine, today: date) -> str:
    """Who owes an answer and since when, and what holds in the other signal instead."""
    said = f"Op dit signaal is al een antwoord gevraagd. Aan zet: {own.role}"
    if own.since is not None and own.by is not None:
        late = days_sentence((own.by - today).days)
        said += f", sinds {full_date(own.since)}, {late}"
    there = _there(into, today)
    return f"{said}. Gaat het verder met “{into.title}”, dan geldt wat daar staat: {there}"


def _there(into: SignalLine, today: date) -> str:
    if into.owed is None or into.by is None:
        return "daar is niemand aan zet."
    return f"{owes(into.role, into.owed)}, {days_sentence((into.by - today).days)}."


def also_seen(own: SignalLine, joined: Iterable[SignalLine]) -> Iterator[tuple[SignalLine, str]]:
    """Each signal that goes on in this one, and what to know of it.

    Of one on which an answer was asked before it was asked here, since when.
    """
    for line in joined:
        whose = line.team.strip()
        said = f"Hier gaat ook “{line.title}” verder"
        said += f", van {whose}." if whose else "."
        earlier = own.asked_on is None or (line.asked_on and line.asked_on < own.asked_on)
        if line.asked_on is not None and earlier and own.answered_on is None:
            said += f" Daar is op {full_date(line.asked_on)} al antwoord gevraagd."
        yield line, said
