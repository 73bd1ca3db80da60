"""A step is of a day that has come, after what it follows on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.records import StepKind
from beraad.signals.days import misdated
from beraad.signals.life import allowed
from tests.steps import SIGNAL, a_step

TODAY = date(2026, 11, 29)
PASSED = a_step(StepKind.PASSED_ON, date(2026, 11, 10))
BACK = a_step(StepKind.ASKED_BACK, date(2026, 11, 12))
ANSWER = a_step(StepKind.ANSWERED, date(2026, 11, 16))
TOLD = a_step(StepKind.TOLD, date(2026, 11, 20))
SAID = a_step(StepKind.TEAM_SAID, date(2026, 11, 22))

AFTER = (
    *(
        (kind, (PASSED,), PASSED, "doorgegeven")
        for kind in (
            StepKind.RECEIVED,
            StepKind.IN_PROGRESS,
            StepKind.REMINDED,
            StepKind.ASKED_BACK,
            StepKind.ANSWERED,
            StepKind.NO_ANSWER,
            StepKind.JOINED,
            StepKind.WITHDRAWN,
        )
    ),
    (StepKind.SHARPENED, (PASSED, BACK), BACK, "de vraag terugkwam"),
    (StepKind.TOLD, (PASSED, ANSWER), ANSWER, "het antwoord kwam"),
    (StepKind.PASSED_ON, (PASSED, ANSWER), ANSWER, "het antwoord kwam"),
    (StepKind.TEAM_SAID, (PASSED, ANSWER, TOLD), TOLD, "het team het antwoord hoorde"),
    (StepKind.CLOSED, (PASSED, ANSWER, TOLD), TOLD, "het team het antwoord hoorde"),
    (StepKind.CLOSED, (PASSED, ANSWER, TOLD, SAID), SAID, "het team zei of het hielp"),
)


@pytest.mark.parametrize(("kind", "steps", "before", "what"), AFTER)
def test_a_step_is_not_of_a_day_before_what_it_follows_on(kind, steps, before, what):
    signal = replace(SIGNAL, steps=steps)

    assert kind in allowed(signal)
    assert misdated(signal, a_step(kind, before.on), TODAY) == ""
    why = misdated(signal, a_step(kind, before.on - timedelta(days=1)), TODAY)
    assert what in why
    assert f"{before.on.day} november 2026" in why


@given(st.sampled_from(AFTER), st.integers(1, 4_000))
def test_no_step_is_of_a_day_to_come(case, days):
    kind, steps, _, _ = case
    step = a_step(kind, TODAY + timedelta(days=days))

    assert "moet nog komen" in misdated(replace(SIGNAL, steps=steps), step, TODAY)


def test_a_day_that_is_agreed_lies_after_the_day_of_the_step():
    step = a_step(StepKind.PASSED_ON, TODAY, due=date(2026, 11, 28))

    assert "ligt vóór 29 november 2026" in misdated(SIGNAL, step, TODAY)
    assert misdated(SIGNAL, replace(step, due=TODAY), TODAY) == ""


def test_taking_a_step_back_is_of_whatever_day():
    step = a_step(StepKind.UNDONE, date(2020, 1, 1), about=PASSED.id)

    assert misdated(replace(SIGNAL, steps=(PASSED,)), step, TODAY) == ""


def test_a_signal_is_not_passed_on_before_the_week_of_its_beraad():
    signal = replace(SIGNAL, week="2026-W48")

    assert misdated(signal, a_step(StepKind.PASSED_ON, date(2026, 11, 23)), TODAY) == ""
    why = misdated(signal, a_step(StepKind.PASSED_ON, date(2026, 11, 22)), TODAY)
    assert "23 november 2026, toen de week van het beraad begon" in why
    of_none = replace(signal, week="")
    assert misdated(of_none, a_step(StepKind.PASSED_ON, date(2026, 11, 1)), TODAY) == ""
