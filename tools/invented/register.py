"""Signals in every state, one of them unanswered for longer than was agreed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from beraad.records import (
    Helped,
    Id,
    Outcome,
    RegisteredSignal,
    Step,
    StepKind,
)
from beraad.training.practice import PracticeCase, load
from tools.invented.cases import used_cases
from tools.invented.day import NOW, TODAY
from tools.invented.talks import TALKS

_MONTH = timedelta(days=30)
_ADAPTED = "De beleidsregel is aangepast: een lening van familie tot € 1.200 telt niet meer mee."
_REWRITTEN = "De brief is herschreven, samen met twee inwoners."


@dataclass(frozen=True, slots=True)
class _Course:
    """What became of a signal; days are counted from today."""

    due_in_days: int
    steps: tuple[StepKind, ...]
    answer: str = ""


_PASSED, _RECEIVED = StepKind.PASSED_ON, StepKind.RECEIVED
_COURSES = (
    _Course(-12, (_PASSED,)),
    _Course(30, (_PASSED, _RECEIVED)),
    _Course(45, ()),
    _Course(-60, (_PASSED, _RECEIVED, StepKind.ANSWERED), _ADAPTED),
    _Course(
        -90,
        (_PASSED, StepKind.ANSWERED, StepKind.TOLD, StepKind.TEAM_SAID, StepKind.CLOSED),
        _REWRITTEN,
    ),
)


def signals() -> tuple[RegisteredSignal, ...]:
    """The signals, a month apart."""
    cases = used_cases()
    return tuple(
        _signal(place, course, cases[place % len(cases)]) for place, course in enumerate(_COURSES)
    )


def _signal(place: int, course: _Course, case: PracticeCase) -> RegisteredSignal:
    registered_on = TODAY - (place + 1) * _MONTH
    year, week, _ = registered_on.isocalendar()
    due = TODAY + timedelta(days=course.due_in_days)
    said = load(case, now=NOW, held_on=registered_on).signal
    return RegisteredSignal(
        id=Id(f"signaal-{place}"),
        content=replace(said, answer_due=due),
        team=TALKS[place].team,
        week=f"{year}-W{week:02}",
        registered_on=registered_on,
        steps=tuple(
            Step(
                id=Id(f"signaal-{place}-{number}"),
                kind=kind,
                on=registered_on + timedelta(days=4 * number),
                words=course.answer if kind is StepKind.ANSWERED else "",
                outcome=Outcome.CHANGE if kind is StepKind.ANSWERED else None,
                helped=Helped.PARTLY if kind is StepKind.TEAM_SAID else None,
                recorded_on=registered_on + timedelta(days=4 * number),
            )
            for number, kind in enumerate(course.steps)
        ),
    )
