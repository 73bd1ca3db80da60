from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollArea

from beraad.phases.wording import NO_NAME
from beraad.privacy.review.gate import Gate
from beraad.records import PhaseKey, Verdict
from beraad.ui.help.keys import SESSION
from beraad.ui.marking.reason_line import ReasonLine
from beraad.ui.marking.wording import LEAVE, SWITCH
from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.text_field import TextField
from tests.ui.marking.conftest import put_cursor, told, underlined

STORY = "Mevrouw Belkacem woont in Assen."
NAME, PLACE = STORY.index("Belkacem"), STORY.index("Assen")
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(desk_of):
    made = desk_of(told(STORY, friction="Zij woont in Assen."))
    made.field().setFocus()
    return made


def session_of(desk):
    return desk.marker._editor.session


def open_menu(field):
    place = field.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field, QContextMenuEvent(reason, place, field.mapToGlobal(place)))
    return next(menu for menu in field.findChildren(QMenu) if menu.isVisible())


def choose(field, text):
    menu = open_menu(field)
    action = next(each for each in menu.actions() if each.text().startswith(text))
    action.trigger()
    menu.close()


def test_the_line_says_why_while_the_cursor_stands_in_a_mark(desk, qtbot):
    field = desk.field()
    put_cursor(field, PLACE + 2)
    assert desk.line.startswith("“Assen”: plaats")
    assert desk.line.endswith("Ctrl+G maakt het algemener: “een plaats”.")

    qtbot.keyClick(field, Qt.Key.Key_Home)
    assert desk.line == ""


def test_the_line_says_so_as_soon_as_a_name_was_typed(desk, qtbot):
    field = desk.field()
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, " Ook Wouter Hofstra")
    desk.wait()
    assert desk.line.startswith("“Wouter Hofstra”")

    qtbot.keyClicks(field, " ")
    assert desk.line == ""


def test_a_screen_reader_hears_the_line_once(desk, monkeypatch):
    heard = []
    monkeypatch.setattr(
        "beraad.ui.marking.reason_line.announce", lambda widget, text: heard.append(text)
    )

    for place in (PLACE, PLACE + 1, 0, PLACE):
        put_cursor(desk.field(), place)

    assert len(heard) == 2
    assert heard[0].startswith("“Assen”: plaats")


def test_the_line_stays_below_when_the_window_grows(desk, qtbot):
    put_cursor(desk.field(), PLACE)
    line = desk.reason
    desk.screen.resize(1500, 900)

    qtbot.waitUntil(lambda: line.width() == _scrolling(desk.field()).viewport().width())
    ground = _scrolling(desk.field()).viewport()
    low = ground.mapTo(desk.screen, QPoint(0, ground.height())).y()
    assert line.geometry().bottom() + 1 == low


def test_the_line_outlives_the_screen_with_which_the_laptop_goes_round(desk_of, qtbot):
    desk = desk_of(replace(told(STORY), considerations=()))
    desk.screen.hide()
    passing = desk.screen.passing()
    passing.resize(1366, 768)
    with qtbot.waitExposed(passing):
        passing.show()
    passing.activateWindow()
    qtbot.mouseClick(passing.findChild(QPushButton, "open-card"), Qt.MouseButton.LeftButton)
    card = next(each for each in passing.findChildren(TextField) if each.isVisible())
    card.setFocus()
    qtbot.keyClicks(card, STORY)
    desk.wait()
    put_cursor(card, PLACE)
    assert passing.findChild(ReasonLine).text.startswith("“Assen”")

    passing.hide()
    passing.deleteLater()
    QApplication.sendPostedEvents(passing, QEvent.Type.DeferredDelete.value)
    desk.screen.show()
    desk.screen.activateWindow()
    desk.field().setFocus()
    qtbot.waitUntil(desk.field().hasFocus)
    put_cursor(desk.field(), PLACE)

    assert desk.line.startswith("“Assen”")


def test_the_line_goes_when_the_field_is_left(desk, qtbot):
    put_cursor(desk.field(), PLACE)
    desk.field("case.hot_moment").setFocus()

    assert desk.line == ""


def test_the_line_moves_nothing_and_takes_no_focus(desk):
    field = desk.field()
    labels = desk.screen.findChildren(QLabel)
    before = [each.geometry() for each in labels if each.isVisible()]
    shown = [each for each in labels if each.isVisible()]

    put_cursor(field, PLACE)
    QApplication.processEvents()

    assert desk.line
    assert [each.geometry() for each in shown] == before
    assert field.hasFocus()


def test_the_line_never_covers_the_words_it_is_about(desk):
    field = desk.field()
    desk.screen.resize(1000, 330)
    put_cursor(field, PLACE)
    QApplication.processEvents()
    for place in (0, PLACE):
        put_cursor(field, place)
    line = desk.reason
    word = field.viewport().mapTo(desk.screen, field.cursorRect().center())

    assert line.isVisible()
    assert not line.geometry().contains(word)


def test_one_key_replaces_the_words_and_undo_brings_them_back(desk, qtbot):
    field = desk.field()
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, " Ja.")
    desk.wait()
    put_cursor(field, PLACE + 1)

    qtbot.keyClick(field, Qt.Key.Key_G, CONTROL)

    assert field.toPlainText() == "Mevrouw Belkacem woont in een plaats. Ja."
    assert session_of(desk).case.situation == field.toPlainText()
    assert field.textCursor().position() == len("Mevrouw Belkacem woont in een plaats")
    desk.wait()
    assert underlined(field) == ["Belkacem"]

    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.toPlainText() == f"{STORY} Ja."
    desk.wait()
    assert underlined(field) == ["Belkacem", "Assen"]


def test_the_key_offers_general_words_when_there_are_some(desk, qtbot):
    field = desk.field()
    marks = desk.marker._fields[field]
    (name, place) = marks.standing
    general = replace(place.mark, instead="een stad", is_general=True)
    marks.show_marks(STORY, (name.mark, general), "#000000")
    put_cursor(field, PLACE)
    assert desk.line.endswith("Ctrl+G maakt het algemener: “een stad”.")
    assert open_menu(field).actions()[0].text().startswith("Maak algemener: Assen → een stad")

    qtbot.keyClick(field, Qt.Key.Key_G, CONTROL)

    assert field.toPlainText() == "Mevrouw Belkacem woont in een stad."


def test_the_key_does_nothing_beside_a_mark(desk, qtbot):
    put_cursor(desk.field(), 2)

    qtbot.keyClick(desk.field(), Qt.Key.Key_G, CONTROL)

    assert desk.field().toPlainText() == STORY


def test_words_that_were_changed_since_are_not_replaced(desk, qtbot):
    field = desk.field()
    put_cursor(field, PLACE + 2)
    qtbot.keyClicks(field, "xx")

    qtbot.keyClick(field, Qt.Key.Key_G, CONTROL)

    assert field.toPlainText() == "Mevrouw Belkacem woont in Asxxsen."


@pytest.mark.parametrize(
    ("choice", "reason"),
    [(NO_NAME, "geen naam"), (LEAVE, "gekozen tijdens het schrijven")],
)
def test_what_somebody_keeps_loses_its_mark_everywhere(desk, choice, reason):
    put_cursor(desk.field(), PLACE)

    choose(desk.field(), choice)
    desk.wait()

    (decision,) = session_of(desk).decisions
    assert (decision.verdict, decision.reason) == (Verdict.KEEP, reason)
    assert underlined(desk.field()) == ["Belkacem"]
    assert underlined(desk.field("case.friction")) == []
    assert "Assen" in Gate.of(session_of(desk)).cleaned(STORY)
    assert desk.field().toPlainText() == STORY

    desk.screen.undo()
    assert underlined(desk.wait().field()) == ["Belkacem", "Assen"]


def test_the_menu_beside_a_mark_only_has_the_switch(desk):
    put_cursor(desk.field(), 2)

    texts = [each.text() for each in open_menu(desk.field()).actions() if each.text()]

    assert SWITCH in texts
    assert not any(text.startswith(("Vervang", LEAVE, NO_NAME)) for text in texts)


def test_the_menu_switches_marks_off(desk, look):
    choose(desk.field(), SWITCH)

    assert not look.underlines
    assert underlined(desk.field()) == []


def test_keys_go_from_mark_to_mark_and_round(desk, qtbot):
    field = desk.field()
    put_cursor(field, 0)
    there = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        now = QApplication.focusWidget()
        there.append((now.objectName(), now.textCursor().position()))
    expected = [("case.situation", NAME), ("case.situation", PLACE), ("case.friction", 13)]

    assert there == [*expected, expected[0]]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8, SHIFT)
    now = QApplication.focusWidget()
    assert (now.objectName(), now.textCursor().position()) == expected[-1]


def test_keys_find_no_mark_in_another_ronde(desk, qtbot):
    desk.screen.go_to(PhaseKey.DIALOGUE)
    desk.wait()
    before = QApplication.focusWidget()

    qtbot.keyClick(before, Qt.Key.Key_F8)

    assert QApplication.focusWidget() is before
    assert not desk.field().isVisible()


def test_the_hand_round_screen_knows_the_keys(desk, qtbot):
    passing = desk.screen.passing()
    qtbot.addWidget(passing)

    assert {"Ctrl+G", "F8", "Shift+F8"} <= {
        each.key().toString() for each in passing.children() if hasattr(each, "key")
    }


def test_what_is_being_composed_is_left_alone(desk):
    field = desk.field()
    put_cursor(field, PLACE)
    QApplication.sendEvent(field, QInputMethodEvent("´", []))
    desk.marker._paint()
    done = QInputMethodEvent("", [])
    done.setCommitString("é")
    QApplication.sendEvent(field, done)

    assert field.toPlainText() == "Mevrouw Belkacem woont in éAssen."


def test_the_help_names_the_keys():
    named = " ".join(keys for keys, _ in SESSION)

    assert "Ctrl+G" in named
    assert "F8" in named


@pytest.fixture(autouse=True)
def no_menu_stays():
    yield
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QMenu):
            each.close()


@pytest.mark.parametrize("room", [(683, 384), (1024, 600)])
@pytest.mark.parametrize("bottom", [False, True])
def test_the_line_leaves_a_field_free_for_which_there_is_room(desk_of, look, qtbot, room, bottom):
    """Half a laptop's screen at 200 %: the line takes half of what is left of the page."""
    look.choose_percent(200)
    desk = desk_of(told("", hot_moment="Zij wacht al weken op bericht, en belt met 06-12345678"))
    desk.screen.resize(*room)
    field = desk.field("case.hot_moment")
    field.setFocus()
    area = next(pages_around(field))
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width() and bar.maximum() > 0)
    qtbot.waitUntil(lambda: field.height() < area.viewport().height())
    top = field.mapTo(area.widget(), QPoint()).y()
    bar.setValue(top + field.height() - area.viewport().height() if bottom else top)
    put_cursor(field, field.toPlainText().index("345"))
    desk.wait()
    assert "06-12345678" in desk.line

    shown = QRect(field.mapTo(desk.screen, QPoint()), field.size())
    covered = desk.reason.geometry() & shown
    assert covered.isEmpty() or covered.height() < field.fontMetrics().height() / 2
    assert desk.screen.rect().contains(desk.reason.geometry())


def test_the_line_lies_within_what_scrolls(desk):
    put_cursor(desk.field(), PLACE)
    ground = _scrolling(desk.field())

    assert (
        ground.rect()
        .translated(ground.mapTo(desk.screen, QPoint()))
        .contains(desk.reason.geometry())
    )


def _scrolling(field):
    around = field.parentWidget()
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
