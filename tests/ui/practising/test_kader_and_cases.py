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
