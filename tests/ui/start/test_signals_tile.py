"""What the start screen says of the register: who waits, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from beraad.errors import Solvable
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


@pytest.fixture
def came_in(folder, tmp_path):
    """A register into which signals came of which nobody made the lines yet."""
    theirs = register_path(tmp_path / "ander", practice=False)
    theirs.parent.mkdir()
    with Register.open(theirs) as register:
        register.put(replace(SIGNAL, id=Id("van een ander"), steps=(passed_on(),)))
        events = register.own_events()
    path = register_path(folder, practice=False)
    with Register.open(path, may_be_behind=True) as register:
        register.add(events)
    return path


def test_what_came_in_is_counted_beside_the_window(window, came_in, folder, qtbot):
    assert overview(folder, today=DAY).is_behind
    window.refresh_start()
    assert "Beraad telt ze" in under(window)
    qtbot.waitUntil(lambda: under(window) == "1 wacht op antwoord")
    assert not overview(folder, today=DAY).is_behind


def test_counting_that_fails_keeps_nothing_back(window, came_in, qtbot, monkeypatch):
    def fails(_path):
        raise Solvable("Het register is bezig.")

    monkeypatch.setattr("beraad.store.register_lines.make_lines", fails)
    window.refresh_start()
    qtbot.waitUntil(lambda: not window._folder._counting.runs)
    assert window._start.isVisible()
    assert came_in.exists()


def under(window):
    return window._start._signals._under.text()
