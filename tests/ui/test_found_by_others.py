"""Small things in the window that keep somebody who is new from stumbling."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextBrowser, QWidget

from beraad.phases import opening
from beraad.records import Participant, PhaseKey, new_id
from beraad.store.places import session_path
from beraad.store.session_file import SessionFile
from beraad.ui.help.window import HelpWindow
from beraad.ui.theme.scale import TEXT_SIZES
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.record_list import RecordList
from tests.editing.support import blank
from tests.ui.test_session_screen import press, session_of


def with_people(*roles):
    people = tuple(Participant(id=new_id(), role=role) for role in roles)
    return replace(blank(), participants=people)


def left_of(widget):
    return widget.mapTo(widget.window(), QPoint()).x()


def heads_in(screen):
    box = screen.findChild(QWidget, "heads-participants")
    return box, {each.text(): each for each in box.findChildren(QLabel)}


def test_heads_stand_above_the_fields_of_who_is_there(screen_of, qtbot):
    screen = screen_of(with_people("arts", "consulent"))
    press(screen, "Ctrl+0")
    box, heads = heads_in(screen)
    row = screen.findChild(RecordList, "list-participants").rows[0]

    for field, bound in zip(opening.PARTICIPANT_COLUMNS, row.fields, strict=True):
        above = heads[field.label]
        qtbot.waitUntil(lambda above=above, bound=bound: left_of(above) == left_of(bound.widget))
        assert above.isVisible()
        assert above.height() >= above.heightForWidth(above.width())
    assert box.mapTo(screen, QPoint()).y() + box.height() <= row.mapTo(screen, QPoint()).y()


def test_heads_follow_when_the_first_of_them_leaves(screen_of, qtbot):
    screen = screen_of(with_people("arts", "consulent"))
    press(screen, "Ctrl+0")
    people = screen.findChild(RecordList, "list-participants")
    first = screen._editor.session.participants[0]
    screen._editor.remove("participants", first.id)
    qtbot.waitUntil(lambda: len(people.rows) == 1)
    screen.resize(1250, 768)
    _, heads = heads_in(screen)
    role = people.rows[0].fields[0].widget

    qtbot.waitUntil(lambda: left_of(heads["Rol"]) == left_of(role))


def test_there_are_no_heads_without_rows(screen_of):
    screen = screen_of()
    press(screen, "Ctrl+0")

    assert not heads_in(screen)[0].isVisible()


def test_a_space_after_a_letter_is_text_and_sets_no_tick(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+0")
    tick = next(each for each in screen.findChildren(CheckField) if each.isVisible())
    before = tick.isChecked()
    tick.setFocus()

    qtbot.keyClicks(tick, "de moeder ")
    assert tick.isChecked() is before

    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked() is not before


def test_a_space_on_a_tick_one_comes_back_to_sets_it(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+0")
    tick = next(each for each in screen.findChildren(CheckField) if each.isVisible())
    before = tick.isChecked()
    tick.setFocus()
    qtbot.keyClicks(tick, "x")
    QTest.keyClick(tick, Qt.Key.Key_Tab)
    tick.setFocus()

    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked() is not before


def helps(window):
    return [each for each in window.findChildren(HelpWindow) if each.isVisible()]


def top_line(window):
    browser = window.findChild(QTextBrowser)
    top = browser.cursorForPosition(browser.viewport().rect().topLeft())
    return top.block().text().strip() or top.block().next().text().strip()


def test_help_that_is_asked_again_is_the_one_there_is(window, qtbot):
    window.new()
    press(window.beraad.screen, "Ctrl+1")
    press(window, "F1")
    qtbot.waitUntil(lambda: len(helps(window)) == 1)
    first = helps(window)[0]
    assert "Ronde 1" in top_line(first)

    window.activateWindow()
    press(window.beraad.screen, "Ctrl+2")
    press(window, "F1")

    assert helps(window) == [first]
    assert "Ronde 2" in top_line(first)


def test_help_that_was_closed_is_made_again(window, qtbot):
    press(window, "F1")
    helps(window)[0].close()
    press(window, "F1")

    assert len(helps(window)) == 1


@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.parametrize("width", [900, 480])
def test_no_line_of_the_help_is_wider_than_its_window(look, qtbot, percent, width):
    look.choose_percent(percent)
    work = QWidget()
    qtbot.addWidget(work)
    window = HelpWindow(look, work)
    window.resize(width, 400)
    with qtbot.waitExposed(window):
        window.show()
    text = window.findChild(QTextBrowser)

    assert text.document().size().width() <= text.viewport().width()


def test_the_way_to_the_people_stands_in_ronde_6_when_nobody_is_there(screen_of):
    screen = screen_of()
    press(screen, "Ctrl+6")
    way = screen.findChild(QPushButton, "to-people")
    assert QApplication.focusWidget() is way
    assert "wie er zijn" in way.accessibleDescription()

    QTest.keyClick(way, Qt.Key.Key_Space)

    people = screen.findChild(RecordList, "list-participants")
    assert session_of(screen).progress.phase is PhaseKey.OPENING
    assert QApplication.focusWidget() is people.add_button
    assert "Nog niemand" in people.add_button.accessibleDescription()


def test_no_way_to_the_people_where_they_are(screen_of):
    screen = screen_of(with_people("arts"))
    press(screen, "Ctrl+6")

    assert not screen.findChild(QPushButton, "to-people").isVisible()


@pytest.fixture
def start_with(folder, qapp, request):
    titled = replace(blank(), opening=replace(blank().opening, title="Huisraad"))
    SessionFile.create(session_path(folder, titled), titled).close()
    window = request.getfixturevalue("window")
    return window._start


def test_a_search_without_hits_shows_no_beraad_to_go_on_with(start_with, qtbot):
    qtbot.waitUntil(start_with._card.isVisible)
    search = start_with.findChild(QLineEdit, "search")

    search.setText("zwembad")
    assert not start_with._card.isVisible()
    assert not start_with._on_label.isVisible()
    assert start_with.findChild(QLabel, "nothing-found").isVisible()

    search.setText("huis")
    assert not start_with._card.isVisible()
    assert not start_with.findChild(QLabel, "nothing-found").isVisible()

    search.setText("zwembad")
    search.clear()
    assert start_with._card.isVisible()
    assert start_with._on_label.isVisible()
