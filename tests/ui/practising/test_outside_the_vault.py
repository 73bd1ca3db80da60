"""Where one practises stands that it lies outside the vault, for who has one."""

from __future__ import annotations

import pytest

from beraad.records import Id, PhaseKey, Setting
from beraad.records.anatomy import Address
from beraad.training.coaching import Takeaway
from beraad.training.exercise import Exercise
from beraad.training.observing.attempt import take_along
from beraad.training.practice import practice_cases
from beraad.ui.desk import Desk
from tests.ui.practising.test_choosing_a_case import press, said

OUTSIDE = "buiten de kluis"


@pytest.fixture
def vault(monkeypatch):
    monkeypatch.setattr(Desk, "has_vault", property(lambda _: True))


@pytest.fixture
def exercise():
    case = practice_cases()[0]
    return Exercise(case=case, name=case.name, first=case.course.keys[0])


def told(window):
    return [text for text in said(window._stack.current) if OUTSIDE in text.casefold()]


def go_everywhere(qtbot, window, exercise):
    """Every screen on which one makes or opens something of practising."""
    window.ways.show_practice()
    yield "oefenen"
    window.ways.observe(exercise)
    yield "meekijken"
    window.ways.show_rating()
    yield "samen leren kijken"
    window.practise(exercise)
    yield "oefening"
    press(qtbot, window, "to-looking-rail")
    yield "terugkijken"


def test_each_screen_says_so_once(qtbot, window, exercise, vault):
    for screen in go_everywhere(qtbot, window, exercise):
        assert len(told(window)) == 1, screen


def test_nobody_is_told_of_a_vault_that_is_not_there(qtbot, window, exercise):
    for screen in go_everywhere(qtbot, window, exercise):
        assert not told(window), screen


def test_a_real_beraad_does_not_say_so_until_it_is_an_oefening(window, vault):
    window.new()
    assert not [text for text in said(window._session) if text.startswith("Ligt ")]

    window._workspace.editor.edit(Address("opening", "setting"), Setting.PRACTICE)
    assert [text for text in said(window._session) if text.startswith("Ligt buiten de kluis")]


@pytest.mark.parametrize("has_vault", [True, False])
def test_a_probeerpunt_in_a_real_beraad_says_so_too(window, monkeypatch, has_vault):
    monkeypatch.setattr(Desk, "has_vault", property(lambda _: has_vault))
    takeaway = Takeaway(
        keep="Stilte.",
        attempt="Doorvragen.",
        when="volgend beraad",
        phase=PhaseKey.CASE,
        noticed_by="Meer wat en hoe.",
    )
    take_along(window._desk.folder, takeaway, Id("0123456789abcdef"))

    window.new()

    assert bool(told(window)) is has_vault


def test_the_settings_say_what_lies_outside(window, monkeypatch):
    monkeypatch.setattr(Desk, "has_vault", property(lambda _: True))
    window.show_settings()

    lie_outside = next(text for text in told(window) if text.startswith("Buiten"))
    for each in ("oefeningen", "observaties", "probeerpunt", "instellingen", "woordenlijsten"):
        assert each in lie_outside
