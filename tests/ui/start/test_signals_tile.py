"""What the start screen says of the register: who waits, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from beraad.records import Id, StepKind
from beraad.store.places import register_path
from beraad.store.register import Register
from beraad.ui.start.overview import overview
from tests.steps import DAY, SIGNAL, a_step, answered, passed_on

CLOSED = (*answered("Ja."), a_step(StepKind.TOLD), a_step(StepKind.CLOSED))
LATE = passed_on(due=DAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([], ""),
        ([CLOSED], "0 wachten op antwoord"),
        ([(passed_on(),)], "1 wacht op antwoord"),
        ([(passed_on(),), (LATE,)], "2 wachten op antwoord, 1 te laat"),
        ([()], "Bij 1 signaal zijn wij aan zet"),
        ([answered("Ja."), CLOSED], "Bij 1 signaal zijn wij aan zet"),
        (
            [(passed_on(),), (), answered("Ja.")],
            "1 wacht op antwoord, bij 2 signalen zijn wij aan zet",
        ),
    ],
)
def test_the_tile_says_who_waits_and_where_it_is_our_turn(tmp_path, steps, said):
    with Register.open(register_path(tmp_path, practice=False)) as register:
        for number, each in enumerate(steps):
            register.put(replace(SIGNAL, id=Id(str(number)), steps=tuple(each)))

    assert overview(tmp_path, today=DAY).signals == said
