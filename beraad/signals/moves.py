"""What each step needs, after which status it counts, and what a signal becomes by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from beraad.records import Helped, Outcome, RegisteredSignal, SignalStatus, Step, StepKind
from beraad.signals.teams import names_own


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """How far a signal has come, in the round that runs now.

    A round begins when the signal is passed on, and again when it is passed on once more.

    Attributes:
        holder: who has it, by role.
        asked_on: the day it was passed on in this round.
        due: the agreed day of the answer; that of the first who had it stays.
        answer: the answer, or that none came and why; None as long as neither is there.
        told: when its own team heard that; None when it did not.
        said: what the team thinks of it.
        asked_back: the question that waits for us.
        counted: the steps that count, in order.
        waiting: the teams that saw it too and did not hear the answer; nothing is closed for them.
    """

    status: SignalStatus = SignalStatus.DRAFT
    holder: str = ""
    asked_on: date | None = None
    due: date | None = None
    answer: Step | None = None
    told: Step | None = None
    said: Step | None = None
    asked_back: Step | None = None
    counted: tuple[Step, ...] = ()
    waiting: tuple[str, ...] = ()


Move = Callable[[Life, Step, RegisteredSignal], Life]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of step.

    Attributes:
        after: the statuses after which it counts.
        move: what the signal becomes by it.
        has: whether a step says what it has to.
        asks: what is asked of who leaves that out, one Dutch sentence.
    """

    after: frozenset[SignalStatus]
    move: Move
    has: Callable[[Step], bool] = lambda _: True
    asks: str = ""


WAITING = frozenset({SignalStatus.PASSED_ON, SignalStatus.RECEIVED, SignalStatus.IN_PROGRESS})
WAY_BACK = frozenset({StepKind.TOLD, StepKind.TEAM_SAID, StepKind.CLOSED})
"""Steps that are about one answer: who heard the first did not hear the second by that."""

_OPEN = WAITING | {SignalStatus.ASKED_BACK}
_HEARD = frozenset({SignalStatus.TOLD, SignalStatus.WEIGHED})
_AFTER = _HEARD | {SignalStatus.ANSWERED, SignalStatus.CLOSED}
_BEFORE = _OPEN | {SignalStatus.DRAFT}


def fits(now: Life, step: Step) -> bool:
    """Whether a step counts now: by what it says, and by what came before.

    One on the way back that says of no answer that it is about that one is about the answer that
    stands there.
    """
    rule = RULES[step.kind]
    return now.status in rule.after and rule.has(step) and not is_of_another(now, step)


def is_of_another(now: Life, step: Step) -> bool:
    """Whether a step on the way back is about another answer than there is now."""
    if step.kind not in WAY_BACK or step.about is None or now.answer is None:
        return False
    return step.about != now.answer.id


def _stays(now: Life, step: Step, signal: RegisteredSignal) -> Life:
    del step, signal
    return now


def _becomes(status: SignalStatus) -> Move:
    return lambda now, _, __: replace(now, status=status)


def _held(status: SignalStatus) -> Move:
    return lambda now, step, _: replace(now, status=status, holder=step.to.strip() or now.holder)


def _passed_on(now: Life, step: Step, signal: RegisteredSignal) -> Life:
    content, is_first = signal.content, now.asked_on is None
    return Life(
        status=SignalStatus.PASSED_ON,
        holder=step.to.strip() or content.recipient.strip(),
        asked_on=step.on,
        due=step.due or (content.answer_due if is_first else None),
        counted=now.counted,
    )


def _asked_back(now: Life, step: Step, signal: RegisteredSignal) -> Life:
    del signal
    return replace(now, status=SignalStatus.ASKED_BACK, asked_back=step)


def _sharpened(now: Life, step: Step, signal: RegisteredSignal) -> Life:
    del signal
    due = step.due or now.due
    return replace(now, status=SignalStatus.IN_PROGRESS, asked_back=None, due=due)


def _answered(now: Life, step: Step, signal: RegisteredSignal) -> Life:
    del signal
    if step.outcome is Outcome.MOVED_ON:
        return _moved_on(now, step)
    return replace(
        now, status=SignalStatus.ANSWERED, answer=step, told=None, said=None, asked_back=None
    )


def _moved_on(now: Life, step: Step) -> Life:
    """Somebody else has it now: no answer, and the first agreed day stays.

    After an answer it is a new wait, from the day it was moved on.
    """
    is_open = now.status in _OPEN
    return Life(
        status=SignalStatus.PASSED_ON,
        holder=step.to.strip(),
        asked_on=now.asked_on if is_open else step.on,
        due=now.due if is_open else step.due,
        counted=now.counted,
    )


def _told(now: Life, step: Step, signal: RegisteredSignal) -> Life:
    """The first time its own team hears it counts; others, such as a partner, hear it beside."""
    if now.status is not SignalStatus.ANSWERED or not names_own(step.to, signal.team):
        return now
    return replace(now, status=SignalStatus.TOLD, told=step)


def _said(now: Life, step: Step, signal: RegisteredSignal) -> Life:
    del signal
    helped = step.helped is Helped.YES
    return replace(now, status=SignalStatus.CLOSED if helped else SignalStatus.WEIGHED, said=step)


def _has_words(step: Step) -> bool:
    return bool(step.words.strip())


def _has_answer(step: Step) -> bool:
    match step.outcome:
        case Outcome.MOVED_ON:
            return bool(step.to.strip())
        case Outcome.NOTHING | None:
            return _has_words(step)
        case _:
            return True


RULES: Mapping[StepKind, Rule] = {
    StepKind.PASSED_ON: Rule(
        _AFTER | {SignalStatus.DRAFT, SignalStatus.WITHDRAWN},
        _passed_on,
    ),
    StepKind.RECEIVED: Rule(
        frozenset({SignalStatus.PASSED_ON}),
        _held(SignalStatus.RECEIVED),
    ),
    StepKind.IN_PROGRESS: Rule(WAITING, _held(SignalStatus.IN_PROGRESS)),
    StepKind.REMINDED: Rule(WAITING, _stays),
    StepKind.ASKED_BACK: Rule(
        WAITING,
        _asked_back,
        _has_words,
        "Schrijf op wat er gevraagd wordt.",
    ),
    StepKind.SHARPENED: Rule(frozenset({SignalStatus.ASKED_BACK}), _sharpened),
    StepKind.ANSWERED: Rule(
        _OPEN | _AFTER,
        _answered,
        _has_answer,
        "Schrijf op wat het antwoord is, of naar wie het verder is gebracht.",
    ),
    StepKind.NO_ANSWER: Rule(
        _OPEN,
        _answered,
        _has_words,
        "Schrijf op waarom er geen antwoord kwam.",
    ),
    StepKind.TOLD: Rule(_AFTER, _told),
    StepKind.TEAM_SAID: Rule(
        frozenset({SignalStatus.TOLD}),
        _said,
        lambda step: step.helped is not None,
        "Kies of het geholpen heeft.",
    ),
    StepKind.CLOSED: Rule(_HEARD, _becomes(SignalStatus.CLOSED)),
    StepKind.JOINED: Rule(
        _BEFORE,
        _becomes(SignalStatus.JOINED),
        lambda step: step.about is not None,
        "Kies het signaal waarmee je verdergaat.",
    ),
    StepKind.WITHDRAWN: Rule(
        _BEFORE,
        _becomes(SignalStatus.WITHDRAWN),
        _has_words,
        "Schrijf op waarom het signaal wordt ingetrokken.",
    ),
}
"""Every kind but `UNDONE`, which is about a step and no step in the life.

Closing needs an answer that the team has heard: by either way to it, and by no other. That other
teams wait for it is known only beside other signals: `told_back.life_among`.
"""
