from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QTextEdit

from beraad.records import CaseAccount, Participant, new_id
from beraad.ui.report.publication import SIGNAL, WORK_REPORT
from beraad.ui.report.screen import ReportScreen
from tests.conftest import NOW
from tests.editing.support import blank

SITUATION = "Fatima belde met 06-12345678. Later belde Fatima weer. BSN 123456782."


@pytest.fixture
def reading(workspace_of, look, qtbot):
    def make(session=None, publication=WORK_REPORT):
        start = session or replace(
            blank(),
            participants=(Participant(id=new_id(), role="consulent", name="Fatima el Amrani"),),
            case=CaseAccount(situation=SITUATION),
        )
        screen = ReportScreen(workspace_of(start), look, publication, today=NOW.date)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return make


def page_of(screen):
    return screen.findChild(QTextEdit, "preview").toPlainText()


def findings(screen):
    model = screen.findChild(QListView, "findings").model()
    return [model.index(row).data() for row in range(model.rowCount())]


def choose(screen, text):
    view = screen.findChild(QListView, "findings")
    model = view.model()
    row = next(i for i in range(model.rowCount()) if text in model.index(i).data())
    view.setCurrentIndex(model.index(row))
    view.setFocus()
    return view


def test_the_page_reads_as_it_will_be(reading):
    screen = reading()

    assert "Fatima" not in page_of(screen)
    assert "06-12345678" not in page_of(screen)
    assert "[telefoonnummer]" in page_of(screen)
    assert len(findings(screen)) == 3


def test_one_decision_holds_for_every_mention_and_can_be_undone(reading, qtbot):
    screen = reading()
    view = choose(screen, "Fatima")

    qtbot.keyClick(view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: page_of(screen).count("Fatima") == 2)
    qtbot.keyClick(view, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: "Fatima" not in page_of(screen))


def test_other_words_can_be_put_in_its_place(reading, qtbot):
    screen = reading()
    view = choose(screen, "Fatima")

    qtbot.keyClick(view, Qt.Key.Key_A)
    entry = screen.findChild(QLineEdit, "replacement")
    qtbot.keyClicks(entry, "een collega")
    qtbot.keyClick(entry, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page_of(screen).casefold().count("een collega") == 2)


def test_a_replacement_that_is_a_name_itself_is_refused(reading, qtbot):
    screen = reading()
    view = choose(screen, "Fatima")

    qtbot.keyClick(view, Qt.Key.Key_A)
    entry = screen.findChild(QLineEdit, "replacement")
    qtbot.keyClicks(entry, "mevrouw Amrani")
    qtbot.keyClick(entry, Qt.Key.Key_Return)

    assert screen._workspace.editor.session.decisions == ()
    assert entry.text() == "mevrouw Amrani"
    assert any("herkend" in each.text() for each in screen.findChildren(QLabel))


def test_a_word_that_was_added_goes_from_the_page(reading, qtbot):
    screen = reading()
    qtbot.keyClicks(screen.findChild(QLineEdit, "known-word"), "Later")
    qtbot.mouseClick(screen.findChild(QPushButton, "add-known-word"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "Later" not in page_of(screen))
    assert any("Later" in each for each in findings(screen))


def test_a_signal_shows_only_what_stands_in_the_signal(reading):
    session = blank()
    session = replace(
        session,
        case=CaseAccount(situation=SITUATION),
        signal=replace(session.signal, what="Inwoners wachten. Bel 06-98765432."),
    )
    screen = reading(session, SIGNAL)

    assert len(findings(screen)) == 1
    assert "Inwoners wachten." in page_of(screen)
    assert "BSN" not in page_of(screen)


def test_private_notes_and_the_parkeerplaats_are_nowhere_on_the_page(reading):
    from beraad.records import ParkedItem, PhaseKey, PrivateNote

    session = replace(
        blank(),
        case=CaseAccount(situation="Er was eens."),
        private_notes=(PrivateNote(id=new_id(), phase=PhaseKey.CASE, text="kaneelstok"),),
        parked=(ParkedItem(id=new_id(), phase=PhaseKey.CASE, text="regenlaars"),),
    )
    screen = reading(session)

    assert "Er was eens." in page_of(screen)
    shown = page_of(screen) + " ".join(each.text() for each in screen.findChildren(QLabel))
    assert "kaneelstok" not in shown
    assert "regenlaars" not in shown


def test_what_is_only_pointed_out_stays_until_somebody_decides(reading, qtbot):
    screen = reading(
        replace(blank(), case=CaseAccount(situation="Een vrouw van 52 jaar vroeg om hulp."))
    )
    assert "52 jaar" in page_of(screen)
    view = choose(screen, "nog te beslissen")

    qtbot.keyClick(view, Qt.Key.Key_W)

    qtbot.waitUntil(lambda: "52 jaar" not in page_of(screen))
    assert not any("nog te beslissen" in each for each in findings(screen))
