"""The life of a signal: from its steps follow its status, who owes the next step, and by when.

Pure, and total: whatever order steps come in, also from several laptops, there is one answer. A
step that does not follow from what came before stands in the list and does not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from beraad.records import RegisteredSignal, SignalStatus, Step, StepKind, in_force
from beraad.signals.moves import RULES, WAITING, Life, fits, is_of_another

FACILITATOR = "gespreksleider"
RECIPIENT = "ontvanger"
"""Who owes a step when no role was written down."""

OUR_DAYS = 14
"""Days within which we do our own part: pass it on, sharpen it, tell the team, ask the team."""

ANSWER_DAYS = 42
"""Days within which an answer is expected when no day was agreed."""


class Lane(StrEnum):
    """Whose turn it is: somebody else's, ours, or nobody's."""

    WAITING = "waiting"
    OURS = "ours"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """The next step of a signal.

    Attributes:
        role: the one role that owes it.
        what: which step; `ANSWERED` also while a receipt is not confirmed yet.
        since: the day from which it is owed; it stays when somebody else takes an answer over.
        by: the last day.
        agreed: whether that day was agreed, or follows from how many days are usual.
        teams: who waits for it by name, once more teams than one saw the same.
        clash: two answers stand side by side, and first has to be chosen which of them holds.
    """

    role: str
    what: StepKind
    since: date
    by: date
    agreed: bool = False
    teams: tuple[str, ...] = ()
    clash: bool = False

    def days_left(self, today: date) -> int:
        """Days until the last day; below zero when it has passed."""
        return (self.by - today).days


STATIONS = (
    StepKind.PASSED_ON,
    StepKind.RECEIVED,
    StepKind.IN_PROGRESS,
    StepKind.ANSWERED,
    StepKind.TOLD,
    StepKind.TEAM_SAID,
)
"""The way of a signal: three there, and three back."""

_ANSWERED = frozenset(
    {SignalStatus.ANSWERED, SignalStatus.TOLD, SignalStatus.WEIGHED, SignalStatus.CLOSED}
)

_PASSED: Mapping[SignalStatus, int] = {
    SignalStatus.PASSED_ON: 1,
    SignalStatus.RECEIVED: 2,
    SignalStatus.ASKED_BACK: 2,
    SignalStatus.IN_PROGRESS: 3,
    SignalStatus.ANSWERED: 4,
    SignalStatus.TOLD: 5,
    SignalStatus.WEIGHED: 6,
    SignalStatus.CLOSED: 6,
}


_THERE: Mapping[StepKind, int] = {
    kind: place + 1 for place, kind in enumerate(STATIONS) if kind is not StepKind.ANSWERED
}


def life(signal: RegisteredSignal) -> Life:
    """How far a signal has come by its own steps.

    What others are told is `told_back.life_among`: that other teams wait is known only there.
    """
    now = Life()
    for step in in_force(signal.steps):
        if fits(now, step):
            counting = replace(now, counted=(*now.counted, step))
            now = RULES[step.kind].move(counting, step, signal)
    return now


def held_open(now: Life, waiting: Sequence[str]) -> Life:
    """The same life while these teams did not hear the answer: it is not closed before they did."""
    if not waiting or now.status not in _ANSWERED:
        return now
    status = now.status
    if status is SignalStatus.CLOSED:
        status = SignalStatus.WEIGHED if now.said else SignalStatus.TOLD
    return replace(now, status=status, waiting=tuple(waiting))


def as_if_untold(now: Life) -> Life:
    """The same life while two answers clash: whoever heard one of them did not hear them both."""
    if now.status not in _ANSWERED:
        return now
    return replace(now, status=SignalStatus.ANSWERED, told=None, said=None)


def owed(signal: RegisteredSignal, now: Life) -> Owed | None:
    """The one role that owes the next step, and by when; None when the signal has ended."""
    if now.status in WAITING:
        since = now.asked_on or signal.registered_on
        return Owed(
            role=now.holder or RECIPIENT,
            what=StepKind.ANSWERED,
            since=since,
            by=now.due or _later(since, ANSWER_DAYS),
            agreed=now.due is not None,
        )
    content = signal.content
    sender = content.sender_role.strip() or FACILITATOR
    back = content.reports_back.strip() or sender
    ours: Mapping[SignalStatus, tuple[str, StepKind, Step | None]] = {
        SignalStatus.DRAFT: (sender, StepKind.PASSED_ON, None),
        SignalStatus.ASKED_BACK: (sender, StepKind.SHARPENED, now.asked_back),
        SignalStatus.ANSWERED: (back, StepKind.TOLD, now.answer),
        SignalStatus.TOLD: (back, _after_telling(now), now.told),
        SignalStatus.WEIGHED: (back, StepKind.CLOSED, now.said),
    }
    if now.waiting:
        return replace(_ours(back, StepKind.TOLD, now.answer, signal), teams=now.waiting)
    found = ours.get(now.status)
    return _ours(*found, signal) if found else None


def of_answer(owing: Owed, answer: Step) -> Owed:
    """What we owe, counted from this answer."""
    return replace(owing, since=answer.on, by=_later(answer.on, OUR_DAYS))


def not_before(owing: Owed, day: date) -> Owed:
    """What we owe, counted from this day when it would be owed since before it."""
    return replace(owing, since=day, by=_later(day, OUR_DAYS)) if owing.since < day else owing


def astray(signal: RegisteredSignal, now: Life) -> Owed:
    """What is owed of a signal that goes on nowhere: in one that is not here, or in a circle."""
    role = signal.content.sender_role.strip() or FACILITATOR
    return _ours(role, StepKind.JOINED, now.counted[-1], signal)


def lane_of(what: StepKind | None) -> Lane:
    """The lane of a signal of which this step is owed; None when nothing is."""
    if what is None:
        return Lane.DONE
    return Lane.WAITING if what is StepKind.ANSWERED else Lane.OURS


def allowed(signal: RegisteredSignal) -> tuple[StepKind, ...]:
    """The steps that would count now, in the order of a life; a step can also be withdrawn."""
    now = life(signal)
    return tuple(kind for kind, rule in RULES.items() if now.status in rule.after)


def lacks(signal: RegisteredSignal, step: Step) -> str:
    """Why a step would not count now, one Dutch sentence; empty when it does."""
    if step.kind is StepKind.UNDONE:
        is_known = any(each.id == step.about for each in signal.steps)
        return "" if is_known else "De stap die je terugneemt, is er niet."
    rule, now = RULES[step.kind], life(signal)
    if now.status not in rule.after:
        return "Deze stap past niet bij hoe het signaal er nu voor staat."
    if is_of_another(now, step):
        return "Intussen is er een ander antwoord. Lees dat eerst: het team hoorde het nog niet."
    return "" if rule.has(step) else rule.asks


def passed_stations(now: Life) -> int:
    """How many of `STATIONS` are passed; none of what was joined.

    As long as a team waits, the way back has not come to where the team hears it.
    """
    passed = _PASSED.get(now.status, 0)
    if now.status is SignalStatus.WITHDRAWN:  # As far as it had come.
        passed = max((_THERE.get(step.kind, 0) for step in now.counted), default=0)
    return min(passed, STATIONS.index(StepKind.TOLD)) if now.waiting else passed


def _after_telling(now: Life) -> StepKind:
    """Whether it helped is asked of an answer; where none came there is nothing to weigh."""
    answered = now.answer is None or now.answer.is_answer
    return StepKind.TEAM_SAID if answered else StepKind.CLOSED


def _ours(role: str, what: StepKind, after: Step | None, signal: RegisteredSignal) -> Owed:
    """A step of ours, some days after another; an agreed day counts only for what was asked back.

    An answer with a day, such as that of a trial, is told no later for it.
    """
    since = after.on if after else signal.registered_on
    agreed = after.due if after and what is StepKind.SHARPENED else None
    return Owed(
        role=role,
        what=what,
        since=since,
        by=agreed or _later(since, OUR_DAYS),
        agreed=agreed is not None,
    )


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
