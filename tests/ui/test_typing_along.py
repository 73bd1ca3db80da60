from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QPushButton, QWidget

from beraad.records import Plea, Presence, Source
from beraad.records.anatomy import Address
from tests.ui.test_session_screen import press

ROWS = (
    ("Inwoner", "rust", "Laat haar met rust.", "A", Plea.A),
    ("Inbrenger", "vertrouwen", "Ik zeg wat ik weet.", "B", Plea.B),
    ("Collega", "gelijkheid", "Wie dit vraagt, krijgt dit.", "BB", Plea.BOTH),
)


def here():
    return QApplication.focusWidget()


def key(*names):
    for name in names:
        QTest.keySequence(here(), QKeySequence(name))


def write(text):
    QTest.keyClicks(here(), text)


@pytest.fixture
def table(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+4")
    qtbot.mouseClick(screen.findChild(QPushButton, "add-stakeholders"), Qt.MouseButton.LeftButton)
    return screen


def test_a_table_is_typed_along_with_four_keys_a_row(table):
    for place, (who, value, norm, letters, _) in enumerate(ROWS):
        if place:
            key("Ctrl+Return")
        write(who)
        key("Return")
        write(value)
        key("Return")
        write(norm)
        key("Return")
        write(letters)

    session = table._editor.session
    assert [each.name for each in session.stakeholders] == [row[0] for row in ROWS]
    assert [each.name for each in session.values] == [row[1] for row in ROWS]
    assert [each.text for each in session.norms] == [row[2] for row in ROWS]
    assert [each.plea for each in session.norms] == [row[4] for row in ROWS]


def test_tab_goes_along_the_cells_of_the_table_and_then_to_its_choices(table):
    met = []
    for _ in range(7):
        met.append(here().objectName())
        key("Tab")
    choices = ["stakeholders.presence", "stakeholders.source", "values.core"]
    assert met == ["stakeholders.name", "values.name", "norms.text", "norms.plea", *choices]

    key("Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert here().objectName() == "norms.plea"


def test_tab_goes_along_every_value_of_a_perspective_before_its_choices(table):
    write("Inwoner")
    key("Ctrl+Shift+Return")
    press(table, "Ctrl+3")
    press(table, "Ctrl+4")
    table._pages.of(table.phase).take_focus()
    met = []
    for _ in range(7):
        met.append(here().objectName())
        key("Tab")

    cells = ["values.name", "norms.text", "norms.plea"]
    assert met == ["stakeholders.name", *cells, *cells]


def test_the_one_who_brought_the_case_speaks_for_themselves(table):
    write("Inbrenger")
    [who] = table._editor.session.stakeholders
    assert (who.presence, who.source) == (Presence.PRESENT, Source.SAID)


def test_what_was_said_otherwise_about_the_inbrenger_stays(table):
    write("Inbrenger")
    [who] = table._editor.session.stakeholders
    table._editor.edit(Address("stakeholders", "presence", who.id), Presence.ABSENT)
    table._editor.edit(Address("stakeholders", "source", who.id), Source.ASSUMED)
    write(" zelf")
    [who] = table._editor.session.stakeholders
    assert (who.presence, who.source) == (Presence.ABSENT, Source.ASSUMED)


def test_ctrl_shift_enter_adds_a_value_from_anywhere_in_the_perspective(table):
    write("Inwoner")
    key("Ctrl+Shift+Return")
    assert here().objectName() == "values.name"
    key("Return", "Return", "Ctrl+Shift+Return")
    session = table._editor.session
    assert len(session.stakeholders) == 1
    assert len(session.values) == 3
    assert len(session.norms) == 3


def test_enter_goes_in_reading_order_where_a_value_came_later(table):
    write("Inwoner")
    key("Ctrl+Return")
    write("Collega")
    first, _ = table.findChildren(QPlainTextEdit, "stakeholders.name")
    first.setFocus()
    key("Ctrl+Shift+Return")
    write("later")
    key("Return")
    assert here().objectName() == "norms.text"
    write("Hierna.")
    session = table._editor.session
    assert session.values_of(session.stakeholders[0].id)[-1].name == "later"
    value = session.values_of(session.stakeholders[0].id)[-1]
    assert [norm.text for norm in session.norms_of(value.id)] == ["Hierna."]


def test_shift_enter_begins_a_line_in_a_norm(table):
    key("Return", "Return")
    write("Eerst dit.")
    key("Shift+Return")
    write("Dan dat.")
    [norm] = table._editor.session.norms
    assert norm.text == "Eerst dit.\nDan dat."


def test_tab_passes_the_menu_by_and_a_key_opens_it(table, qtbot):
    met = set()
    for _ in range(8):
        met.add(here().objectName())
        QTest.keyClick(here(), Qt.Key.Key_Tab)
    assert {"stakeholders.name", "values.name", "norms.text", "norms.plea"} <= met
    assert "more" not in met
    field = table.findChild(QPlainTextEdit, "norms.text")
    field.setFocus()
    key("Ctrl+M")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Norm verwijderen" in [action.text() for action in menu.actions()]
    menu.close()


def test_enter_goes_on_when_no_suggestion_is_marked(table):
    key("Return")
    write("vertr")
    assert QApplication.activePopupWidget() is not None
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert here().objectName() == "norms.text"
    [value] = table._editor.session.values
    assert value.name == "vertr"


def test_enter_goes_from_question_to_answer(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+3")
    qtbot.mouseClick(screen.findChild(QPushButton, "add-clarifications"), Qt.MouseButton.LeftButton)
    write("Hoe lang al?")
    key("Return")
    write("Sinds mei.")
    key("Ctrl+Return")
    write("Wie weet dit?")
    asked = screen._editor.session.clarifications
    assert [(each.question, each.answer) for each in asked] == [
        ("Hoe lang al?", "Sinds mei."),
        ("Wie weet dit?", ""),
    ]


@pytest.fixture
def agreement(screen_of, qtbot):
    """The cursor on the day by which what was agreed is done."""
    screen = screen_of()
    press(screen, "Ctrl+8")
    qtbot.mouseClick(screen.findChild(QPushButton, "add-agreements"), Qt.MouseButton.LeftButton)
    write("bellen")
    key("Return")
    write("arts")
    key("Return")
    assert is_in(screen, "agreements.due")
    return screen


def is_in(screen, name):
    fields = screen.findChildren(QWidget, name)
    return any(each.isAncestorOf(here()) for each in fields)


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_a_day_takes_it_and_goes_to_the_next(agreement, enter):
    write("3-12-2026")
    QTest.keyClick(here(), enter)
    assert is_in(agreement, "agreements.look_back")
    write("7-1-2027")
    QTest.keyClick(here(), enter)

    [made] = agreement._editor.session.agreements
    assert (made.due, made.look_back) == (date(2026, 12, 3), date(2027, 1, 7))
    assert here().objectName() == "conclusion.resident_hears"


def test_enter_in_an_empty_day_goes_on_too(agreement):
    key("Return")
    assert is_in(agreement, "agreements.look_back")


def test_enter_stays_in_what_is_no_day(agreement):
    write("ooit")
    key("Return")
    assert is_in(agreement, "agreements.due")
    key("Return")
    assert is_in(agreement, "agreements.due")


def test_enter_stays_once_in_a_day_that_is_asked_about(agreement):
    write("3-12-2025")
    key("Return")
    assert is_in(agreement, "agreements.due")
    key("Return")
    assert is_in(agreement, "agreements.look_back")
    [made] = agreement._editor.session.agreements
    assert made.due == date(2025, 12, 3)


def test_ctrl_enter_in_a_day_begins_the_next_row(agreement):
    write("3-12-2026")
    key("Ctrl+Return")
    first, second = agreement._editor.session.agreements
    assert (first.due, second.due) == (date(2026, 12, 3), None)
    assert here().objectName() == "agreements.what"


def test_enter_goes_from_when_to_what_in_the_tijdlijn(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+1")
    qtbot.mouseClick(screen.findChild(QPushButton, "add-timeline"), Qt.MouseButton.LeftButton)
    write("mei")
    key("Return")
    write("brief")
    [moment] = screen._editor.session.timeline
    assert (moment.when, moment.what) == ("mei", "brief")
