from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
)
from shiboken6 import isValid

from beraad.app import build
from beraad.records import Participant, PhaseKey, new_id
from beraad.store.organisation import Organisation
from beraad.ui.preferences.given import FIXED, GIVEN
from beraad.ui.preferences.screen import SettingsScreen
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.theme.palette import ThemeChoice
from beraad.ui.theme.scale import GROUP_TEXT_SIZES, TEXT_SIZES
from beraad.ui.widgets.below import below
from beraad.ui.widgets.choice_field import ChoiceField, SegmentField
from beraad.ui.widgets.number_field import NumberField
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW


@pytest.fixture
def window(qapp, folder, tmp_path, qtbot, look):
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def screen(window):
    QTest.keySequence(window, QKeySequence("Ctrl+I"))
    return window.findChild(SettingsScreen)


def press(screen, name):
    screen.findChild(QPushButton, name).click()


def choice(screen, name, text):
    buttons = screen.findChild(SegmentField, name).findChildren(QPushButton)
    [found] = [each for each in buttons if each.text() == text]
    return found


def write(screen, name, text):
    field = screen.findChild(QPlainTextEdit, name)
    field.setFocus()
    QTest.keyClicks(field, text)


def test_the_door_at_the_start_leads_there_and_esc_leads_back(window, qtbot):
    door = window.findChild(QPushButton, "settings")
    qtbot.mouseClick(door, Qt.MouseButton.LeftButton)
    assert window.findChild(SettingsScreen).isVisible()

    QTest.keySequence(window, QKeySequence("Esc"))

    assert window._start.isVisible()
    qtbot.waitUntil(lambda: window.findChild(SettingsScreen) is None)


def test_within_a_beraad_one_comes_back_in_the_ronde(window, qtbot):
    window.new()
    session = window.findChild(SessionScreen)
    QTest.keySequence(session, QKeySequence("Ctrl+3"))
    qtbot.mouseClick(session.findChild(QPushButton, "to-settings-rail"), Qt.MouseButton.LeftButton)
    screen = window.findChild(SettingsScreen)
    assert screen.isVisible()

    QTest.keySequence(window, QKeySequence("Esc"))

    assert session.isVisible()
    assert session._editor.session.progress.phase == "clarification"


def test_colours_and_text_hold_at_once_and_are_remembered(window, screen, qapp, folder, tmp_path):
    choice(screen, "theme", "Donker").click()
    press(screen, "larger")
    screen.findChild(QCheckBox, "underlines").click()

    assert window._look.theme is ThemeChoice.DARK
    assert window._look.percent == 115
    assert not window._look.underlines
    again = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    assert (again._look.theme, again._look.percent) == (ThemeChoice.DARK, 115)
    assert not again._look.underlines
    again.close()


@pytest.mark.parametrize("text", ["Licht", "Hoog contrast", "Systeem"])
def test_every_choice_of_colours_can_be_chosen(window, screen, text):
    choice(screen, "theme", "Donker").click()
    choice(screen, "theme", text).click()

    assert window._settings.theme is window._look.theme
    assert window._look.theme is not ThemeChoice.DARK


def test_text_of_the_group_has_a_size_of_its_own(window, screen):
    window._settings.group_percent = 100
    press(screen, "group-smaller")
    choice(screen, "group-theme", "Donker").click()

    assert window._settings.group_percent == 85
    assert window._settings.group_theme is ThemeChoice.DARK
    while window._settings.group_percent < 200:
        press(screen, "group-larger")


@pytest.mark.parametrize("name", ["larger", "smaller", "group-larger", "group-smaller"])
def test_a_step_at_its_limit_keeps_the_focus(window, screen, name):
    stepper = screen.findChild(QPushButton, name)
    stepper.setFocus()

    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert QApplication.focusWidget() is stepper
    percent = window._settings.group_percent if "group" in name else window._look.percent
    sizes = GROUP_TEXT_SIZES if "group" in name else TEXT_SIZES
    assert percent == (sizes[-1] if "larger" in name else sizes[0])


def test_what_one_usually_has_stands_ready_in_the_next_beraad(window, screen):
    write(screen, "standard-team", "Team Jongeren")
    write(screen, "standard-confidentiality", "Blijft hier.")
    write(screen, "standard-first_reader", "de inbrenger")
    press(screen, "plan-60")
    term = screen.findChild(ChoiceField, "months")
    term.setFocus()
    QTest.keyClick(term, Qt.Key.Key_6)

    window.new()

    session = window.beraad.workspace.editor.session
    assert (session.opening.team, session.opening.minutes) == ("Team Jongeren", 60)
    assert session.opening.confidentiality == "Blijft hier."
    assert session.opening.first_reader == "de inbrenger"
    assert session.conclusion.keep_until == date(2027, 5, 18)


def test_a_beraad_in_which_nothing_else_was_written_still_goes(window, screen, folder):
    write(screen, "standard-team", "Team Jongeren")
    window.new()
    window.show_start()

    assert not list(folder.glob("*.beraad"))


def test_minutes_of_ones_own_count_when_one_leaves_with_esc(window, screen):
    own = screen.findChild(QLineEdit, "")
    [own] = [e for e in screen.findChildren(QLineEdit) if e.accessibleName() == "Beschikbare tijd"]
    own.setFocus()
    own.selectAll()
    QTest.keyClicks(own, "75")
    QTest.keySequence(window, QKeySequence("Esc"))

    assert window._settings.minutes == 75


def test_typing_can_be_undone_in_the_field_itself(window, screen):
    write(screen, "standard-team", "Team")
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+Z"))

    assert window._settings.team == ""


def test_forms_are_ticked_where_documents_are_made(window, screen, qtbot):
    screen.findChild(QCheckBox, "standard-odt").click()
    screen.findChild(QCheckBox, "standard-json").click()
    window.new()
    window.beraad.documents.show_publishing("work")

    ticked = {
        each.objectName()
        for each in window.findChildren(QCheckBox)
        if each.objectName().startswith("format-") and each.isChecked()
    }
    assert ticked == {"format-pdf", "format-md", "format-odt"}


def test_tips_go_off_in_the_open_beraad_too(window):
    window.new()
    window.show_settings()
    window.findChild(SettingsScreen).findChild(QCheckBox, "hints").click()

    assert not window._settings.listening
    assert not window.beraad.screen.listening.is_on


def test_minutes_that_do_not_fit_are_still_there_the_next_time(window, screen, qtbot):
    minutes = screen.findChild(NumberField, "minutes").findChild(QLineEdit)
    minutes.setFocus()
    minutes.selectAll()
    QTest.keyClicks(minutes, "een uur of twee")
    QTest.keySequence(window, QKeySequence("Esc"))
    qtbot.waitUntil(lambda: window.findChild(SettingsScreen) is None)
    assert window._settings.minutes == 90

    QTest.keySequence(window, QKeySequence("Ctrl+I"))
    again = window.findChild(SettingsScreen)
    assert again.findChild(NumberField, "minutes").findChild(QLineEdit).text() == "een uur of twee"

    press(again, "plan-60")
    assert again.findChild(NumberField, "minutes").findChild(QLineEdit).text() == "60"
    assert window._settings.minutes_as_typed == ""


def test_of_a_text_that_does_not_fit_what_stays_is_what_is_seen(window, screen):
    field = screen.findChild(QPlainTextEdit, "standard-confidentiality")
    field.setPlainText("x" * 19_999)
    assert not screen.findChild(QLabel, "too-long").isVisible()

    write(screen, "standard-confidentiality", "yz")

    assert screen.findChild(QLabel, "too-long").isVisible()
    assert field.toPlainText() == window._settings.confidentiality
    assert len(window._settings.confidentiality) == 20_000


def test_from_a_card_that_is_passed_round_no_key_leads_to_the_settings(window, qtbot):
    window.new()
    window.beraad.workspace.editor.add("participants", Participant(id=new_id(), role="consulent"))
    window.beraad.show_passing()
    passing = window._stack.current
    QTest.keyClick(passing.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(passing.focusWidget(), Qt.Key.Key_Return)
    value = next(e for e in passing.findChildren(QPlainTextEdit) if e.isVisible())
    value.setFocus()
    QTest.keyClicks(value, "eerlijkheid")

    QTest.keySequence(window, QKeySequence("Ctrl+I"))

    assert window.findChild(SettingsScreen) is None
    assert value.isVisible()
    assert value.toPlainText() == "eerlijkheid"
    assert window.focusWidget() is value
    passing.done.emit()
    assert window.beraad.screen.isVisible()
    qtbot.waitUntil(lambda: not isValid(passing))


@pytest.mark.parametrize("way", ["settings", "report"])
def test_from_elsewhere_one_comes_back_to_where_the_cursor_stood(window, way):
    window.new()
    talk = window.beraad.screen
    talk.go_to(PhaseKey.CASE)
    moment = next(e for e in below(talk, TextField) if e.objectName() == "case.hot_moment")
    moment.setFocus()
    QTest.keyClicks(moment, "toen")
    moment.moveCursor(QTextCursor.MoveOperation.Left)

    QTest.keySequence(window, QKeySequence("Ctrl+I" if way == "settings" else "Ctrl+E"))
    assert not talk.isVisible()
    QTest.keySequence(window, QKeySequence("Esc"))

    assert talk.isVisible()
    assert window.focusWidget() is moment
    assert moment.textCursor().position() == len("toe")


def test_what_settings_cover_goes_when_something_else_is_shown(window, qtbot):
    window.ways.show_forms()
    forms = window._stack.current
    window.show_settings()

    QTest.keySequence(window, QKeySequence("Ctrl+N"))

    assert window.beraad.screen.isVisible()
    qtbot.waitUntil(lambda: not isValid(forms))


def test_cards_go_under_each_other_where_there_is_no_room(window, screen, qtbot):
    card = window.findChild(QCheckBox, "hints")
    team = screen.findChild(QPlainTextEdit, "standard-team")
    beside = card.mapTo(screen, card.rect().topLeft()).x()
    assert beside > team.mapTo(screen, team.rect().topLeft()).x()

    window.resize(760, 700)
    qtbot.waitUntil(lambda: card.mapTo(screen, card.rect().topLeft()).x() < beside)


# --- what the organisation chose ------------------------------------------------------------------


@pytest.fixture
def of_organisation(qapp, folder, tmp_path, qtbot, look):
    """The settings in a window of somebody whose organisation chose something."""
    chosen = Organisation(
        {
            "standaard/team": "Jeugd",
            "gemeente/vanzelf": "nee",
            "reservekopie/map": str(tmp_path),
            "weergave/spelling": "ja",
        },
        frozenset({"gemeente/vanzelf", "reservekopie/map"}),
    )
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW, organisation=chosen)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    QTest.keySequence(made, QKeySequence("Ctrl+I"))
    yield made.findChild(SettingsScreen)
    made.close()


def told_under(screen):
    labels = [
        each for each in screen.findChildren(QLabel) if each.objectName().startswith("given-")
    ]
    return {
        each.objectName().removeprefix("given-"): each.text()
        for each in labels
        if each.isVisibleTo(screen)
    }


def test_what_the_organisation_chose_says_so_until_one_chooses_otherwise(of_organisation):
    told = told_under(of_organisation)
    assert told == {
        "standaard/team": GIVEN,
        "gemeente/vanzelf": FIXED,
        "reservekopie/map": FIXED,
        "weergave/spelling": GIVEN,
    }
    team = of_organisation.findChild(QPlainTextEdit, "standard-team")
    assert team.toPlainText() == "Jeugd"
    assert team.accessibleDescription() == GIVEN

    write(of_organisation, "standard-team", "Wmo")

    assert "standaard/team" not in told_under(of_organisation)
    assert team.accessibleDescription() == ""


def test_what_is_fixed_cannot_be_chosen(of_organisation):
    assert not of_organisation.findChild(SegmentField, "municipal-when").isEnabled()
    for name in ("copies-folder", "no-copies-folder"):
        assert not of_organisation.findChild(QPushButton, name).isEnabled()
    assert of_organisation.findChild(QPlainTextEdit, "standard-team").isEnabled()


def test_without_an_organisation_nothing_is_said_of_one(screen):
    assert told_under(screen) == {}


def test_on_half_a_screen_one_begins_at_the_top(window, screen, qtbot):
    window.resize(683, 600)
    area = screen.findChild(QScrollArea)
    screen.take_focus()
    qtbot.waitUntil(lambda: screen._across.direction() != QBoxLayout.Direction.LeftToRight)
    screen.take_focus()

    focus = QApplication.focusWidget()
    assert focus.mapTo(area.viewport(), focus.rect().bottomLeft()).y() < area.viewport().height()
    assert area.verticalScrollBar().value() == 0
