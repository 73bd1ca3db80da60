"""A signal at a glance: what its steps come to, in one line."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from beraad.records import Id, RegisteredSignal, SignalLine, SignalStatus, StepKind
from beraad.signals.life import STATIONS, Lane, Owed, lane_of, passed_stations
from beraad.signals.moves import Life
from beraad.signals.told_back import End, end_among, ends_of, life_among, owed_among

_BROUGHT = frozenset(
    {StepKind.PASSED_ON, StepKind.RECEIVED, StepKind.IN_PROGRESS, StepKind.ANSWERED}
)
"""Steps that name who has it; those on the way back name who heard."""

DERIVED_BY = 11
"""The rules that lines are made by; whoever changes what a line says makes it one higher."""

_MOST_RULES = 1_000


def behind_from(events: int) -> int:
    """What stands in the place of the rules as long as only so many events were read for lines.

    An earlier Beraad does not know these rules, and makes all lines anew.
    """
    return -(events * _MOST_RULES + DERIVED_BY)


def events_read(derived_by: int) -> int | None:
    """How many events were read for the lines; None when all were, 0 when by other rules."""
    if derived_by == DERIVED_BY:
        return None
    events, rules = divmod(-derived_by, _MOST_RULES)
    return events if derived_by < 0 and rules == DERIVED_BY else 0


def line_of(
    signal: RegisteredSignal,
    *,
    disputed: bool = False,
    clash: bool = False,
    joined: Iterable[SignalLine] = (),
    end: End | None = None,
) -> SignalLine:
    """What can be told of a signal without its steps; `joined` are those that go on in it.

    Of one that was joined itself, `end` is where it goes on: its team waits with that one, until it
    has heard. While two answers `clash` neither is told of, and nobody heard them.
    """
    now = life_among(signal, joined, clash=clash)
    answer = None if clash else now.answer
    owing = owed_among(signal, joined, end, clash=clash)
    content = signal.content
    last = now.counted[-1] if now.status is SignalStatus.JOINED else None
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
        answered_on=answer.on if answer else None,
        outcome=answer.outcome if answer else None,
        told_on=now.told.on if now.told else None,
        helped=now.said.helped if now.said else None,
        passed_stations=_passed(now, end, owing),
        goes_on_with=last.about if last else None,
        disputed=disputed,
        recipients="\n".join(_asked(signal, now)),
        unanswered=answer is not None and not answer.is_answer,
        joined_on=last.on if last else None,
    )


def lines_among(
    signals: Iterable[RegisteredSignal], clashing: Collection[Id] = ()
) -> dict[Id, SignalLine]:
    """All signals of a register at a glance, each beside those that go on in it.

    Of those that are `clashing` two answers stand side by side.
    """
    known = {signal.id: signal for signal in signals}
    lines = {each: line_of(known[each], clash=each in clashing) for each in known}
    for there, joined in ends_of(lines.values()).items():
        if there not in known:
            continue
        clash = there in clashing
        lines[there] = line_of(known[there], clash=clash, joined=joined)
        end = end_among(known[there], joined, clash=clash)
        for each in joined:
            lines[each.id] = line_of(known[each.id], end=end)
    return lines


def _asked(signal: RegisteredSignal, now: Life) -> tuple[str, ...]:
    """Whom it was brought to: as its content says, and as each step that counts does."""
    said = (step.to for step in now.counted if step.kind in _BROUGHT)
    named = (each.strip() for each in (signal.content.recipient, *said))
    return tuple(dict.fromkeys(each for each in named if each))


def _passed(now: Life, end: End | None, owing: Owed | None) -> int:
    """The stations that are passed; of a joined signal those of its end, and for its own team."""
    if now.status is not SignalStatus.JOINED or end is None:
        return passed_stations(now)
    there = passed_stations(end.now)
    heard = STATIONS.index(StepKind.TOLD)
    return min(there, heard) if owing is not None and owing.what is StepKind.TOLD else there


def lane_of_line(line: SignalLine) -> Lane:
    """Whose turn it is, of a signal at a glance."""
    return lane_of(line.owed)
