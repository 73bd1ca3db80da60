"""What is owed to a team that joined after the answer runs from when it joined."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from beraad.records import Id, SignalContent, StepKind
from beraad.signals.life import OUR_DAYS
from beraad.signals.lines import lines_among
from beraad.store.register import Register
from tests.steps import SIGNAL, a_step, passed_on

ASKED, ANSWERED, JOINED = date(2026, 9, 1), date(2026, 10, 20), date(2026, 11, 30)
LAST = JOINED + timedelta(days=OUR_DAYS)
ANSWER = a_step(StepKind.ANSWERED, ANSWERED)
THERE = replace(SIGNAL, steps=(passed_on(ASKED), ANSWER))
HEARD = replace(THERE, steps=(*THERE.steps, a_step(StepKind.TOLD, ANSWERED, to=SIGNAL.team)))
HERE = replace(
    SIGNAL,
    id=Id("hier"),
    team="Wijkteam",
    content=SignalContent(bottleneck="Wachten"),
    steps=(a_step(StepKind.JOINED, JOINED, about=SIGNAL.id),),
)


def of(lines, signal):
    line = lines[signal.id]
    return line.owed, line.since, line.by


@pytest.mark.parametrize("there", [THERE, HEARD])
def test_a_team_that_joined_today_is_not_late_today(there):
    lines = lines_among((there, HERE))

    assert of(lines, HERE) == (StepKind.TOLD, JOINED, LAST)


def test_nor_is_the_signal_in_which_it_goes_on_once_its_own_team_heard():
    assert of(lines_among((HEARD, HERE)), HEARD) == (StepKind.TOLD, JOINED, LAST)


def test_a_team_of_before_the_answer_still_waits_since_the_answer():
    before = replace(HERE, steps=(replace(HERE.steps[0], on=ASKED),))
    since = (StepKind.TOLD, ANSWERED, ANSWERED + timedelta(days=OUR_DAYS))

    assert of(lines_among((THERE, HERE)), THERE) == since
    assert of(lines_among((HEARD, before)), HEARD) == since
    assert of(lines_among((HEARD, before)), before) == since


def test_the_register_keeps_it_so(tmp_path):
    with Register.open(tmp_path / "register.sqlite") as register:
        register.put(HEARD, HERE)
        lines = {line.id: line for line in register.lines()}

    assert of(lines, HERE) == of(lines, HEARD) == (StepKind.TOLD, JOINED, LAST)
