from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
)

from beraad.records import (
    Clarification,
    Consideration,
    ParkedItem,
    Participant,
    PhaseKey,
    PrivateNote,
    SignalContent,
    Value,
    new_id,
)
from beraad.records.anatomy import Address
from beraad.ui.rondes.finder import Finder
from tests.editing.support import furnished
from tests.ui.test_session_screen import press

SITUATION = "😀 Een fontéin en nog een FONTEIN.\n" + "regel\n" * 60
PERSON = Participant(id=new_id(), role="consulent")


def beraad():
    session = furnished()
    who = session.stakeholders[0]
    return replace(
        session,
        participants=(PERSON,),
        case=replace(
            session.case, situation="😀 Een fontéin en nog een FONTEIN.\n" + "regel\n" * 60
        ),
        clarifications=tuple(
            Clarification(id=new_id(), question=f"Vraag {n}", answer="fontein" if n == 11 else "")
            for n in range(12)
        ),
        values=(Value(id=new_id(), stakeholder_id=who.id, name="rust", meaning="geen fontein"),),
        norms=(),
        considerations=(
            Consideration(id=new_id(), participant_id=PERSON.id, value="stille fontein"),
        ),
        parked=(ParkedItem(id=new_id(), phase=PhaseKey.CASE, text="fontein straks"),),
        private_notes=(
            PrivateNote(id=new_id(), phase=PhaseKey.DILEMMA, text="let op die fontein"),
        ),
        signal=replace(SignalContent(), bottleneck="Fontein op slot"),
    )


@pytest.fixture
def screen(screen_of):
    return screen_of(beraad())


def finder(screen):
    return screen.findChild(Finder)


def here():
    return QApplication.focusWidget()


def look_for(screen, text):
    press(screen, "Ctrl+F")
    QTest.keyClicks(here(), text)
    finder(screen)._settle()


def lines(screen):
    found = screen.findChild(QListWidget, "found")
    return [found.item(line).text().strip() for line in range(found.count())]


def selected():
    return here().textCursor().selectedText()


def test_places_are_shown_by_ronde_over_accents(screen):
    look_for(screen, "Fontein")

    shown = lines(screen)
    assert [line for line in shown if line.endswith(")")] == [
        "Ronde 1 · Casus (3)",
        "Ronde 2 · Dilemma (1)",
        "Ronde 3 · Verheldering (1)",
        "Ronde 4 · Perspectieven (1)",
        "Signaal (1)",
    ]
    assert "de situatie: 😀 Een fontéin en nog een FONTEIN." in shown
    assert screen.findChild(QLabel, "found-count").text() == "1 van 7"


def test_the_ronde_stands_above_its_first_place_and_long_lines_go_on_below(screen, qtbot):
    screen.resize(1366, 900)
    look_for(screen, "fontein")
    found = screen.findChild(QListWidget, "found")
    one_line = found.fontMetrics().height()

    def in_sight(line):
        return found.viewport().rect().contains(found.visualItemRect(found.item(line)))

    qtbot.waitUntil(lambda: found.currentRow() == 1 and in_sight(0) and in_sight(1))
    assert found.sizeHintForRow(1) < 2 * one_line

    screen.resize(420, 900)

    qtbot.waitUntil(lambda: found.sizeHintForRow(1) > 2 * one_line and in_sight(1))


def test_enter_goes_to_the_text_itself(screen):
    look_for(screen, "fontein")
    QTest.keyClick(here(), Qt.Key.Key_Return)

    assert here().objectName() == "case.situation"
    assert selected() == "fontéin"
    press(screen, "F3")
    assert selected() == "FONTEIN"
    press(screen, "Shift+F3")
    assert selected() == "fontéin"


def test_arrows_walk_and_the_last_is_followed_by_the_first(screen):
    look_for(screen, "fontein")
    for _ in range(4):
        QTest.keyClick(here(), Qt.Key.Key_Down)
    QTest.keyClick(here(), Qt.Key.Key_Return)
    assert screen._editor.session.progress.phase is PhaseKey.CLARIFICATION
    assert here().objectName() == "clarifications.answer"
    assert selected() == "fontein"

    press(screen, "Ctrl+F")
    for _ in range(3):
        QTest.keyClick(here(), Qt.Key.Key_Down)
    assert screen.findChild(QLabel, "found-count").text() == "1 van 7"


def test_esc_brings_back_the_ronde_the_cursor_and_the_height(screen, qtbot):
    press(screen, "Ctrl+3")
    fields = screen.findChildren(QPlainTextEdit, "clarifications.question")
    fields[-1].setFocus()
    bar = screen._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    height = bar.value()
    look_for(screen, "nog een")
    QTest.keyClick(here(), Qt.Key.Key_Return)
    assert screen._editor.session.progress.phase is PhaseKey.CASE

    press(screen, "Esc")

    assert not finder(screen).isVisible()
    assert screen._editor.session.progress.phase is PhaseKey.CLARIFICATION
    assert here() is fields[-1]
    qtbot.waitUntil(lambda: bar.value() == height)


def test_who_writes_where_it_was_found_stays_there(screen):
    press(screen, "Ctrl+3")
    look_for(screen, "nog een")
    QTest.keyClick(here(), Qt.Key.Key_Return)
    QTest.keyClicks(here(), "wel")
    press(screen, "Esc")

    assert screen._editor.session.progress.phase is PhaseKey.CASE
    assert here().objectName() == "case.situation"
    assert "fontéin en wel FONTEIN" in screen._editor.session.case.situation


def test_what_was_parked_and_noted_is_found_beside_the_ronde(screen):
    look_for(screen, "fontein straks")
    QTest.keyClick(here(), Qt.Key.Key_Return)
    assert here().objectName() == "parked.text"
    press(screen, "Esc")

    look_for(screen, "die fontein")
    QTest.keyClick(here(), Qt.Key.Key_Return)
    assert screen._editor.session.progress.phase is PhaseKey.DILEMMA
    assert here().objectName() == "private-note"
    assert selected() == "die fontein"


def test_what_is_folded_away_is_opened(screen):
    look_for(screen, "geen fontein")
    QTest.keyClick(here(), Qt.Key.Key_Return)

    assert here().objectName() == "values.meaning"
    assert selected() == "geen fontein"


def test_an_afweging_is_found_only_after_it_was_revealed(screen):
    look_for(screen, "stille")
    assert lines(screen) == []
    assert screen.findChild(QLabel, "found-count").text() == "niets gevonden"
    press(screen, "Esc")

    screen.reveal.everything(screen._editor.session)
    look_for(screen, "stille")
    QTest.keyClick(here(), Qt.Key.Key_Return)

    assert screen._editor.session.progress.phase is PhaseKey.CONSIDERATION
    assert here().objectName() == "considerations.value"
    assert selected() == "stille"


def test_what_belongs_to_no_ronde_is_asked_for(screen, qtbot):
    look_for(screen, "op slot")
    with qtbot.waitSignal(screen.place_wished) as asked:
        QTest.keyClick(here(), Qt.Key.Key_Return)

    assert asked.args == [Address("signal", "bottleneck")]


def test_a_click_goes_there_too_and_a_heading_does_nothing(screen, qtbot):
    look_for(screen, "fontein")
    found = screen.findChild(QListWidget, "found")
    for line in (0, 2):
        place = found.visualItemRect(found.item(line)).center()
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
        if not line:
            assert here().objectName() == "find"

    assert selected() == "FONTEIN"


def test_the_list_follows_what_is_written(screen, qtbot):
    look_for(screen, "fontein straks")
    assert len(lines(screen)) == 2
    [one] = screen._editor.session.parked
    screen._editor.edit(Address("parked", "text", one.id), "iets anders")

    qtbot.waitUntil(lambda: lines(screen) == [])


def test_buttons_do_what_the_keys_do(screen, qtbot):
    look_for(screen, "fontein")
    screen.findChild(QPushButton, "find-next").click()
    assert selected() == "FONTEIN"
    screen.findChild(QPushButton, "find-before").click()
    assert selected() == "fontéin"
    screen.findChild(QPushButton, "find-close").click()
    assert not finder(screen).isVisible()


def test_f3_without_words_asks_for_them(screen):
    press(screen, "F3")

    assert here().objectName() == "find"


def test_in_a_low_window_the_list_makes_room_for_the_place_that_one_went_to(screen, qtbot):
    screen.resize(683, 384)
    look_for(screen, "fontein")
    places = screen.findChild(QListWidget, "found")
    qtbot.waitUntil(places.isVisible)

    press(screen, "F3")
    assert not places.isVisible()
    press(screen, "F3")
    assert not places.isVisible()
    line = screen.findChild(QLineEdit, "find")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert places.isVisible()

    screen.resize(1366, 900)
    QApplication.processEvents()
    press(screen, "F3")
    assert places.isVisible()


def painted(screen):
    """What is selected in any field of the beraad, in sight or not."""
    fields = screen.findChildren(QPlainTextEdit)
    return [each.textCursor().selectedText() for each in fields if each.textCursor().hasSelection()]


def test_only_the_place_at_hand_is_painted_and_after_esc_none(screen):
    look_for(screen, "fontein")
    QTest.keyClick(here(), Qt.Key.Key_Return)
    for _ in range(5):
        assert painted(screen) == [selected()]
        press(screen, "F3")
    press(screen, "Esc")

    assert painted(screen) == []


def test_after_esc_the_cursor_stands_where_it_stood_in_the_same_text(screen):
    press(screen, "Ctrl+1")
    field = here()
    QTest.keyClick(field, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Right)
    stood = field.textCursor().position()
    look_for(screen, "fontein")
    QTest.keyClick(here(), Qt.Key.Key_Return)
    press(screen, "F3")
    press(screen, "Esc")

    assert here() is field
    assert field.textCursor().position() == stood


def test_what_somebody_selected_since_stays_selected(screen):
    press(screen, "Ctrl+1")
    look_for(screen, "fontein")
    QTest.keyClick(here(), Qt.Key.Key_Return)
    QTest.keyClick(here(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    since = selected()
    press(screen, "Esc")

    assert painted(screen) == [since]
