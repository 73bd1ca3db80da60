from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPlainTextEdit, QPushButton

from beraad.app import build
from beraad.records import CaseAccount, Participant, PhaseKey, new_id
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from tests.conftest import NOW
from tests.editing.support import blank, furnished
from tests.ui.test_session_screen import press


def here():
    return QApplication.focusWidget()


@pytest.fixture
def window(qapp, folder, tmp_path, qtbot, look):
    session = blank()
    session = replace(session, opening=replace(session.opening, title="Huisraad"))
    SessionFile.create(session_path(folder, session), session).close()
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: len(made._start.rows) == 1)
    yield made
    made.close()


def test_the_beraad_to_go_on_with_is_found_too(window):
    QTest.keySequence(window._start, QKeySequence("Ctrl+F"))
    QTest.keyClicks(here(), "huisr")
    found = window._start.findChild(QListView, "beraden").model()
    assert found.rowCount() == 1

    window._start.findChild(QLineEdit, "search").clear()
    assert found.rowCount() == 0


@pytest.mark.parametrize("way", ["show_practice", "show_signals", "show_lessons", "show_forms"])
def test_esc_leads_back_to_the_beraden(window, way):
    getattr(window.ways, way)()
    assert not window._start.isVisible()
    press(here() or window, "Esc")

    assert window._start.isVisible()


@pytest.mark.parametrize("way", ["show_slips", "show_forms", "show_typing"])
def test_esc_leads_back_to_the_ronde(window, way):
    window.new()
    talk = window.beraad
    people = (Participant(id=new_id(), role="arts"),)
    talk.workspace.editor.change(lambda session: replace(session, participants=people))
    getattr(talk, way)()
    assert not talk.screen.isVisible()
    press(here(), "Esc")

    assert talk.screen.isVisible()


def test_esc_leads_back_from_a_signal(window):
    window.new()
    window.beraad.documents.show_signal()
    press(here(), "Esc")

    assert window.beraad.screen.isVisible()


def test_ctrl_enter_begins_a_row_from_a_field_above_the_list(screen_of):
    screen = screen_of()
    screen.findChild(QPlainTextEdit, "opening.team").setFocus()
    press(here(), "Ctrl+Return")
    assert here().objectName() == "participants.role"

    press(screen, "Ctrl+2")
    first, second = screen.findChildren(QPlainTextEdit, "options.text")
    second.setFocus()
    press(here(), "Ctrl+Return")
    assert here().objectName() == "harms.text"
    [harm] = screen._editor.session.harms
    assert harm.option_id == screen._editor.session.option_b.id
    first.setFocus()
    press(here(), "Ctrl+Return")
    assert len(screen._editor.session.harms_of(screen._editor.session.option_a.id)) == 1


def test_typing_on_the_button_of_a_list_begins_its_row(screen_of):
    screen = screen_of()
    press(screen, "Ctrl+3")
    assert here().objectName() == "add-clarifications"
    QTest.keyClicks(here(), "H")
    QTest.keyClicks(here(), "oe lang?")

    [one] = screen._editor.session.clarifications
    assert one.question == "Hoe lang?"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_button_of_a_list_is_pressed_as_before(screen_of, key):
    screen = screen_of()
    press(screen, "Ctrl+3")
    QTest.keyClick(here(), key)

    [one] = screen._editor.session.clarifications
    assert one.question == ""


def test_ctrl_enter_in_ronde_6_types_the_slips_over(screen_of, qtbot):
    people = (Participant(id=new_id(), role="arts"),)
    screen = screen_of(replace(furnished(), participants=people, considerations=()))
    press(screen, "Ctrl+6")
    with qtbot.waitSignal(screen.slips_wished):
        press(here(), "Ctrl+Return")


def test_the_cursor_comes_back_where_it_stood(screen_of):
    screen = screen_of()
    press(screen, "Ctrl+1")
    field = screen.findChild(QPlainTextEdit, "case.friction")
    field.setFocus()
    QTest.keyClicks(field, "wringt")
    QTest.keyClick(field, Qt.Key.Key_Left)
    press(screen, "Ctrl+4")
    press(screen, "Ctrl+1")

    assert here() is field
    assert field.textCursor().position() == 5


def test_who_comes_in_a_text_first_goes_on_behind_it(screen_of):
    session = replace(blank(), case=CaseAccount(situation="Eerst dit."))
    screen = screen_of(session)
    press(screen, "Ctrl+1")
    QTest.keyClicks(here(), " Dan dat.")

    assert screen._editor.session.case.situation == "Eerst dit. Dan dat."


def test_the_help_begins_at_the_top_in_another_ronde(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+5")
    bar = screen._guide._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value()
    press(screen, "Ctrl+7")

    qtbot.waitUntil(lambda: bar.value() == 0)


def test_nothing_moves_when_all_that_was_open_is_there(screen_of, qtbot):
    screen = screen_of(furnished())
    press(screen, "Ctrl+1")
    canvas = screen._missing.parentWidget()
    before = canvas.sizeHint().height()
    screen._missing.hide()
    qtbot.wait(0)

    assert canvas.sizeHint().height() == before


def test_a_list_that_is_open_does_not_stay_over_the_next_ronde(screen_of):
    screen = screen_of()
    press(screen, "Ctrl+4")
    screen.findChild(QPushButton, "add-stakeholders").click()
    QTest.keyClicks(here(), "in")
    assert QApplication.activePopupWidget() is not None
    screen.go_to(PhaseKey.ALTERNATIVES)

    assert QApplication.activePopupWidget() is None


def test_news_of_before_is_gone_in_another_ronde(screen_of):
    screen = screen_of()
    screen._on_slept(12)
    assert screen.banner.isVisible()
    press(screen, "Ctrl+2")

    assert not screen.banner.isVisible()
