"""Signals in every state, one of them unanswered for longer than was agreed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from beraad.records import Id, RegisteredSignal, SignalStatus
from beraad.training.practice import PracticeCase, load, practice_cases
from tools.invented.day import NOW, TODAY
from tools.invented.talks import TALKS

_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class _Course:
    """What became of a signal; days are counted from today."""

    status: SignalStatus
    due_in_days: int
    answer: str = ""


_COURSES = (
    _Course(SignalStatus.PASSED_ON, -12),
    _Course(SignalStatus.RECEIVED, 30),
    _Course(SignalStatus.DRAFT, 45),
    _Course(
        SignalStatus.ANSWERED,
        -60,
        "De beleidsregel is aangepast: een lening van familie tot € 1.200 telt niet meer mee.",
    ),
    _Course(SignalStatus.CLOSED, -90, "De brief is herschreven, samen met twee inwoners."),
)


def signals() -> tuple[RegisteredSignal, ...]:
    """The signals, a month apart."""
    cases = practice_cases()
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
        status=course.status,
        registered_on=registered_on,
        answer=course.answer,
        answered_on=due if course.answer else None,
    )
