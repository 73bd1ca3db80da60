"""An oefening whose kader becomes another, and what may become a case then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from beraad.errors import Solvable
from beraad.records import Setting
from beraad.records.anatomy import Address
from beraad.training.own_cases import keep_as_case
from beraad.ui.desk import Desk
from beraad.ui.review.screen import ReportScreen
from beraad.ui.widgets.choice_field import SegmentField
from tests.conftest import NOW
from tests.ui.practising.test_choosing_a_case import press

SETTING = Address("opening", "setting")


@pytest.fixture
def invented(qtbot, window):
    window.ways.show_practice()
    press(qtbot, window._stack.current, "case-empty")
    return window._workspace.editor


def write(editor):
    editor.edit(Address("opening", "title"), "Een verhaal")
    for option, text in (
        (editor.session.option_a, "Ik bel nu."),
        (editor.session.option_b, "Ik wacht tot morgen."),
    ):
        editor.edit(Address("options", "text", option.id), text)


def way(window):
    return window.findChild(QPushButton, "to-case-rail")


def test_an_oefening_that_became_a_real_beraad_is_no_case(window, folder, invented):
    invented.edit(SETTING, Setting.TEAM_MEETING)
    write(invented)

    assert not way(window).isVisible()
    for is_made_up in (False, True):
        with pytest.raises(Solvable, match="geen oefening"):
            keep_as_case(invented.session, folder, today=NOW.date(), is_made_up=is_made_up)
    window.beraad._on_case()
    assert "geen oefening" in window._session.banner.accessibleName()
    assert not (folder / "casussen").exists()


def test_the_yes_to_a_case_counts_no_more_once_it_is_a_real_beraad(qtbot, window, folder, invented):
    write(invented)
    press(qtbot, window, "to-case-rail")
    assert "verzonnen?" in window._session.banner.accessibleName()
    invented.edit(SETTING, Setting.TEAM_MEETING)

    assert "verzonnen?" not in window._session.banner.accessibleName()
    window.beraad._keep_as_case(is_made_up=True)
    assert not (folder / "casussen").exists()


def test_another_kader_says_what_the_beraad_is_now(window, invented):
    invented.edit(SETTING, Setting.TEAM_MEETING)
    told = window._session.banner.accessibleName()
    assert "geen oefening meer" in told

    invented.edit(SETTING, Setting.INTERVISION)
    assert window._session.banner.accessibleName() == told
    invented.edit(SETTING, Setting.PRACTICE)
    told = window._session.banner.accessibleName()
    assert "nu een oefening" in told
    assert way(window).isVisible()


def test_a_place_that_is_open_is_a_press_away(qtbot, window, invented):
    write(invented)
    invented.edit(Address("case", "situation"), "Hun zoon van 9 slaapt slecht.")
    press(qtbot, window, "to-case-rail")
    banner = window._session.banner
    assert "nog open" in banner.accessibleName()

    qtbot.mouseClick(banner._way_out, Qt.MouseButton.LeftButton)

    assert isinstance(window._stack.current, ReportScreen)


def test_a_place_that_was_open_is_told_no_more_once_one_was_in_the_beraad(qtbot, window, real):
    real.edit(Address("case", "situation"), "Hun zoon van 9 slaapt slecht.")
    path = window._workspace.path
    window.show_start()
    window.ways_in.offer_practice_copy(path)
    assert "nog plekken in" in window._start.banner.accessibleName()
    assert window._start.banner.isVisible()

    window.open(path)
    window.show_start()
    assert not window._start.banner.isVisible()


def test_a_kader_that_cannot_be_chosen_says_why_to_who_sees_and_to_who_hears(window, invented):
    write(invented)
    invented.edit(Address("case", "situation"), "Zij belde twee keer.")
    chosen = window.findChild(SegmentField, "opening.setting")
    greyed = [each for each in chosen.findChildren(QPushButton) if not each.isEnabled()]

    assert greyed
    assert all("ronde begonnen" in each.toolTip() for each in greyed)
    assert all("ronde begonnen" in each.accessibleDescription() for each in greyed)
    assert "kun je niet kiezen" in chosen.accessibleDescription()
    assert greyed[0].text() in chosen.accessibleDescription()


def test_an_oefening_stays_one_while_the_vault_is_shut(qtbot, window, invented, monkeypatch):
    monkeypatch.setattr(Desk, "is_locked", property(lambda _: True))
    invented.edit(SETTING, Setting.TEAM_MEETING)

    qtbot.waitUntil(lambda: invented.session.is_practice)
    assert "Zolang je kluis dicht is" in window._session.banner.accessibleName()
    assert way(window).isVisible()


@pytest.fixture
def real(window):
    """A real beraad of which nothing is known but its title."""
    window.new()
    window._workspace.editor.edit(Address("opening", "title"), "Een gezin")
    return window._workspace.editor


def choose(qtbot, window, setting):
    field = window.findChild(SegmentField, "opening.setting")
    qtbot.mouseClick(field._buttons[setting], Qt.MouseButton.LeftButton)
    return field


def told(window):
    return window._session.banner.accessibleName()


def say_yes(qtbot, window):
    qtbot.mouseClick(window._session.banner._way_out, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("setting", [Setting.PRACTICE, Setting.POLICY_DRILL])
def test_a_real_beraad_with_a_title_is_asked_about_first(qtbot, window, real, setting):
    field = choose(qtbot, window, setting)

    assert not real.session.is_practice
    assert field._group.checkedButton() is field._buttons[real.session.opening.setting]
    assert "De titel gaat mee" in told(window)
    assert "kluis" not in told(window)
    say_yes(qtbot, window)
    assert real.session.opening.setting is setting
    assert "nu een oefening" in told(window)
    assert "kluis" not in told(window)


def test_with_a_vault_it_says_that_it_will_lie_outside(qtbot, window, real, monkeypatch):
    monkeypatch.setattr(Desk, "has_vault", property(lambda _: True))
    choose(qtbot, window, Setting.PRACTICE)
    assert "buiten de kluis" in told(window)
    say_yes(qtbot, window)
    assert "buiten de kluis" in told(window)

    choose(qtbot, window, Setting.CASEWORK)
    assert not real.session.is_practice
    assert "in de kluis" in told(window)


def test_an_empty_beraad_is_not_asked_about(qtbot, window):
    window.new()
    choose(qtbot, window, Setting.PRACTICE)

    assert window._workspace.editor.session.is_practice


def test_what_stands_ready_in_every_beraad_is_not_asked_about(qtbot, window):
    window._settings.team = "Team Oost"
    window._settings.confidentiality = "Wie wat zegt, blijft tussen ons."
    window.new()
    editor = window._workspace.editor
    assert editor.session.opening.team == "Team Oost"
    editor.edit(Address("opening", "title"), "Een gezin")
    choose(qtbot, window, Setting.PRACTICE)
    assert "De titel gaat mee" in told(window)

    editor.edit(Address("opening", "title"), "")
    choose(qtbot, window, Setting.PRACTICE)
    assert editor.session.is_practice


def test_what_was_written_while_the_question_stood_is_asked_about_anew(qtbot, window, real):
    choose(qtbot, window, Setting.PRACTICE)
    real.edit(Address("opening", "team"), "Team Oost")
    say_yes(qtbot, window)

    assert not real.session.is_practice
    assert "De titel en het team gaan mee" in told(window)

    real.edit(Address("case", "situation"), "Zij belde twee keer.")
    say_yes(qtbot, window)
    assert not real.session.is_practice
    assert "ronde begonnen" in told(window)


def test_a_kader_that_leaves_it_a_real_beraad_is_not_asked_about(qtbot, window, real):
    choose(qtbot, window, Setting.INTERVISION)

    assert real.session.opening.setting is Setting.INTERVISION


def test_where_nothing_stands_any_more_the_yes_is_enough(qtbot, window, real):
    choose(qtbot, window, Setting.PRACTICE)
    real.edit(Address("opening", "title"), "")
    say_yes(qtbot, window)

    assert real.session.is_practice
