"""A signal at a glance: what its steps come to, in one line."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.records import Id, RegisteredSignal, SignalLine, SignalStatus
from beraad.signals.life import Lane, lane_of, owed, passed_stations
from beraad.signals.told_back import ends_of, life_among

DERIVED_BY = 3
"""The rules that lines are made by; whoever changes what a line says makes it one higher."""


def line_of(
    signal: RegisteredSignal, *, disputed: bool = False, joined: Iterable[SignalLine] = ()
) -> SignalLine:
    """What can be told of a signal without its steps; `joined` are those that go on in it."""
    now = life_among(signal, joined)
    owing = owed(signal, now)
    content = signal.content
    return SignalLine(
        id=signal.id,
        title=content.bottleneck or content.what,
        ask=content.wish,
        what=content.what,
        process=content.process,
        team=signal.team,
        week=signal.week,
        registered_on=signal.registered_on,
        level=content.level,
        status=now.status,
        role=owing.role if owing else "",
        owed=owing.what if owing else None,
        since=owing.since if owing else None,
        by=owing.by if owing else None,
        asked_on=now.asked_on,
        answered_on=now.answer.on if now.answer else None,
        outcome=now.answer.outcome if now.answer else None,
        told_on=now.told.on if now.told else None,
        helped=now.said.helped if now.said else None,
        passed_stations=passed_stations(now),
        goes_on_with=now.counted[-1].about if now.status is SignalStatus.JOINED else None,
        disputed=disputed,
    )


def lines_among(signals: Iterable[RegisteredSignal]) -> dict[Id, SignalLine]:
    """All signals of a register at a glance, each beside those that go on in it."""
    known = {signal.id: signal for signal in signals}
    lines = {each: line_of(signal) for each, signal in known.items()}
    for end, joined in ends_of(lines.values()).items():
        if end in known:
            lines[end] = line_of(known[end], joined=joined)
    return lines


def lane_of_line(line: SignalLine) -> Lane:
    """Whose turn it is, of a signal at a glance."""
    return lane_of(line.owed)
