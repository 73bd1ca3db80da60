"""An answer that a team heard in a beraad, as steps of the signal; and which teams heard it.

The beraad says what was told; from that follow the steps that should stand in the register. Steps
are only added: what no longer holds is withdrawn by another step, and what holds again is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from beraad.records import (
    Helped,
    Id,
    RegisteredSignal,
    SignalLine,
    SignalStatus,
    Step,
    StepKind,
    ToldAnswer,
    in_force,
    new_id,
)
from beraad.signals.life import (
    FACILITATOR,
    Owed,
    as_if_untold,
    astray,
    held_open,
    life,
    not_before,
    of_answer,
    owed,
)
from beraad.signals.moves import Life
from beraad.signals.teams import folded, names, names_own, same

HOW = "in een beraad"


def wanted_steps(told: ToldAnswer, *, on: date, today: date) -> tuple[Step, ...]:
    """The steps that say this in the register; none of the words of the beraad come along.

    `on` is the day of the beraad. A team whose signal went on in another one is told, and what it
    thinks stays in the beraad: the signal itself asks its own team.
    """
    day = max(told.answered_on, min(on, today))
    steps: list[Step] = []
    if told.told_before is None:
        steps.append(
            Step(
                id=told.id,
                kind=StepKind.TOLD,
                on=day,
                role=FACILITATOR,
                to=told.team,
                how=HOW,
                about=told.answer,
                recorded_on=today,
            )
        )
    if told.helped is not None and not told.joined:
        steps.append(
            Step(
                id=_said_id(told.id, told.helped),
                kind=StepKind.TEAM_SAID,
                on=day,
                helped=told.helped,
                how=HOW,
                about=told.answer,
                recorded_on=today,
            )
        )
    return tuple(steps)


def steps_towards(
    signal: RegisteredSignal, told_id: Id, wanted: tuple[Step, ...], *, today: date
) -> tuple[Step, ...]:
    """What has to be added to a signal, so that of this telling just these steps are in force."""
    written = {step.id for step in signal.steps}
    standing = {step.id for step in in_force(signal.steps)}
    withdrawals = standing_withdrawals(signal.steps)
    holds = {step.id for step in wanted}
    added = [
        _withdrawn(each, today=today)
        for each in _of_this_telling(told_id)
        if each in standing and each not in holds
    ]
    for step in wanted:
        if step.id in standing:
            continue
        if step.id in written:
            added += [_withdrawn(each, today=today) for each in withdrawals.get(step.id, ())]
        else:
            added.append(step)
    return tuple(added)


def has_heard(signal: RegisteredSignal, team: str) -> bool:
    """Whether this team was told the answer of the round that runs now, or ran last."""
    now = life(signal)
    if now.answer is None:
        return False
    after = now.counted[now.counted.index(now.answer) :]
    told = [step for step in after if step.kind is StepKind.TOLD]
    heard = names_own if same(team, signal.team) else names
    return any(heard(step.to, team) for step in told)


def not_told(signal: RegisteredSignal, joined: Iterable[SignalLine]) -> tuple[str, ...]:
    """The teams of signals that go on in this one and did not hear its answer, each once."""
    found: dict[str, str] = {}
    for line in joined:
        named = line.team.strip()
        if named and not same(named, signal.team) and not has_heard(signal, named):
            found.setdefault(folded(named), named)
    return tuple(found.values())


def still_waiting(signal: RegisteredSignal, joined: Iterable[SignalLine]) -> tuple[str, ...]:
    """Every team that saw this and did not hear the answer, once others than its own saw it too.

    Of a signal that nobody joined its own team is known to wait by its status; and nobody waits as
    long as there is no answer.
    """
    return _waiting(signal, life(signal), joined)


def life_among(
    signal: RegisteredSignal, joined: Iterable[SignalLine], *, clash: bool = False
) -> Life:
    """How far a signal has come, with the signals that go on in it.

    While two answers `clash` nobody heard them both, so nobody counts as told.
    """
    now = life(signal)
    now = held_open(now, _waiting(signal, now, joined))
    return as_if_untold(now) if clash else now


class End(NamedTuple):
    """The signal in which others go on, and how far it has come with them."""

    signal: RegisteredSignal
    now: Life


def end_among(
    signal: RegisteredSignal, joined: Iterable[SignalLine], *, clash: bool = False
) -> End:
    """A signal as the end of those that go on in it."""
    return End(signal, life_among(signal, joined, clash=clash))


def owed_among(
    signal: RegisteredSignal,
    joined: Iterable[SignalLine],
    end: End | None = None,
    *,
    clash: bool = False,
) -> Owed | None:
    """The next step of a signal, with those that go on in it; or with the one in which it goes on.

    None when nobody owes any more.
    """
    joined = tuple(joined)
    now = life_among(signal, joined, clash=clash)
    if now.status is SignalStatus.JOINED:
        return _owed_of_joined(signal, now, end)
    owing = owed(signal, now)
    if owing is None or now.answer is None or not clash:
        return _since_it_joined(owing, signal, now, joined)
    return replace(of_answer(owing, _first_answer(now, now.answer)), clash=True)


def _since_it_joined(
    owing: Owed | None, signal: RegisteredSignal, now: Life, joined: Iterable[SignalLine]
) -> Owed | None:
    """What is owed to teams that joined after the answer, from when the first of them did."""
    if owing is None or now.answer is None or any(same(signal.team, one) for one in owing.teams):
        return owing
    waits = [
        line.joined_on or now.answer.on
        for line in joined
        if any(same(line.team, team) for team in owing.teams)
    ]
    return not_before(owing, min(waits)) if waits else owing


def _first_answer(now: Life, answer: Step) -> Step:
    """The earliest of the answers in this round: since then there is something to choose."""
    begun = now.asked_on or date.min
    came = (step for step in now.counted if step.ends_waiting and step.on >= begun)
    return min(came, key=lambda step: step.on, default=answer)


def _owed_of_joined(signal: RegisteredSignal, now: Life, end: End | None) -> Owed | None:
    """What a signal waits for that was joined with another; None once its team has heard.

    Without an `end` nobody knows with which signal it goes on, and that has to be found out.
    """
    if end is None:
        return astray(signal, now)
    there = end.now
    waits = there.told is None or any(same(signal.team, team) for team in there.waiting)
    owing = owed(end.signal, _naming(there, signal.team)) if waits else None
    if owing is None or there.answer is None:
        return owing
    return not_before(owing, now.counted[-1].on)


def _naming(there: Life, team: str) -> Life:
    """The same life, of which this team alone waits for what has to be told."""
    named = team.strip()
    return replace(there, waiting=(named,)) if there.answer is not None and named else there


def _waiting(signal: RegisteredSignal, now: Life, joined: Iterable[SignalLine]) -> tuple[str, ...]:
    if now.answer is None:
        return ()
    known = tuple(joined)
    shared = any(line.team.strip() and not same(line.team, signal.team) for line in known)
    own = signal.team.strip()
    waits = shared and own and not has_heard(signal, own)
    return (*((own,) if waits else ()), *not_told(signal, known))


def goes_on_in(line: SignalLine, joined: Mapping[Id, SignalLine]) -> Id | None:
    """The signal in which a joined one goes on, past others that were joined; None in a circle.

    `joined` has every signal that goes on in another one.
    """
    seen = {line.id}
    at = line.goes_on_with
    while at is not None:
        if at in seen:
            return None
        there = joined.get(at)
        if there is None or there.goes_on_with is None:
            return at
        seen.add(at)
        at = there.goes_on_with
    return None


def ends_of(joined: Iterable[SignalLine]) -> dict[Id, list[SignalLine]]:
    """The signals in which others go on, with those others; `joined` has every one that does."""
    known = {line.id: line for line in joined if line.goes_on_with is not None}
    found: dict[Id, list[SignalLine]] = {}
    for line in known.values():
        if (there := goes_on_in(line, known)) is not None:
            found.setdefault(there, []).append(line)
    return found


def joined_in(signal_id: Id, joined: Iterable[SignalLine]) -> tuple[SignalLine, ...]:
    """Of the signals that go on in another one, those that do so in this one."""
    return tuple(ends_of(joined).get(signal_id, ()))


def _of_this_telling(told_id: Id) -> Iterator[Id]:
    yield told_id
    for helped in Helped:
        yield _said_id(told_id, helped)


def _said_id(told_id: Id, helped: Helped) -> Id:
    """What the team thinks is a step of its own, with an identity that follows from the telling."""
    return Id(sha256(f"{told_id}\x1f{helped}".encode()).hexdigest()[:32])


def _withdrawn(about: Id, *, today: date) -> Step:
    return Step(id=new_id(), kind=StepKind.UNDONE, on=today, recorded_on=today, about=about)


def standing_withdrawals(steps: tuple[Step, ...]) -> dict[Id, list[Id]]:
    """For each step that is withdrawn, the steps that do so and are in force themselves."""
    gone: set[Id] = set()
    found: dict[Id, list[Id]] = {}
    for step in reversed(steps):
        if step.id in gone or step.kind is not StepKind.UNDONE or step.about is None:
            continue
        gone.add(step.about)
        found.setdefault(step.about, []).append(step.id)
    return found
