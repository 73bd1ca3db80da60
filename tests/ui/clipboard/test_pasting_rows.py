from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from beraad.records import Plea
from tests.ui.test_session_screen import press


def here():
    return QApplication.focusWidget()


def paste(text):
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    assert here() is not None
    QTest.keySequence(here(), QKeySequence("Ctrl+V"))


def question():
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def answer(qtbot, key):
    menu = question()
    QTest.keyClick(menu, key)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    # Without a window manager nobody else makes the window active again.
    menu.parentWidget().window().activateWindow()
    QApplication.processEvents()


@pytest.fixture
def begun(screen_of, qtbot):
    def make(keys, section):
        screen = screen_of()
        press(screen, keys)
        add = screen.findChild(QPushButton, f"add-{section}")
        qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
        return screen

    return make


def test_lines_become_rows_with_one_key_and_go_with_one_undo(begun, qtbot):
    screen = begun("Ctrl+3", "clarifications")
    paste("Hoe lang?\nWie weet dit?\nWat kost het?\nSinds wanneer?\nEn nu?")
    assert [each.text() for each in question().actions()] == [
        "Vijf regels geplakt",
        "Maak er vijf rijen van",
        "Als één tekst",
    ]

    answer(qtbot, Qt.Key.Key_Return)

    asked = screen._editor.session.clarifications
    assert [each.question for each in asked] == [
        "Hoe lang?",
        "Wie weet dit?",
        "Wat kost het?",
        "Sinds wanneer?",
        "En nu?",
    ]
    press(screen, "Ctrl+Z")
    assert [each.question for each in screen._editor.session.clarifications] == [""]


def test_esc_and_the_other_answer_keep_it_one_text(begun, qtbot):
    screen = begun("Ctrl+3", "clarifications")
    paste("eerst\ndan")
    answer(qtbot, Qt.Key.Key_Escape)
    [one] = screen._editor.session.clarifications
    assert one.question in {"eerst dan", "eerst\ndan"}

    QTest.keySequence(here(), QKeySequence("Return"))
    paste("een\ntwee")
    QTest.keyClick(question(), Qt.Key.Key_Down)
    answer(qtbot, Qt.Key.Key_Return)
    [one] = screen._editor.session.clarifications
    assert one.answer == "een\ntwee"


def test_a_single_line_is_pasted_without_a_question(begun):
    screen = begun("Ctrl+3", "clarifications")
    paste("Eén regel")

    assert QApplication.activePopupWidget() is None
    assert screen._editor.session.clarifications[0].question == "Eén regel"


def test_rows_of_a_table_fill_the_columns(begun, qtbot):
    screen = begun("Ctrl+3", "clarifications")
    paste("Hoe lang?\tSinds mei.\nWie weet dit?\tDe buurvrouw.")
    answer(qtbot, Qt.Key.Key_Return)

    asked = screen._editor.session.clarifications
    assert [(each.question, each.answer) for each in asked] == [
        ("Hoe lang?", "Sinds mei."),
        ("Wie weet dit?", "De buurvrouw."),
    ]


def test_a_row_of_ronde_4_spreads_over_perspective_value_and_norm(begun, qtbot):
    screen = begun("Ctrl+4", "stakeholders")
    paste("inwoner\trust\tLaat haar met rust.\tB\ncollega\tgelijkheid\tIedereen gelijk.")
    answer(qtbot, Qt.Key.Key_Return)

    session = screen._editor.session
    assert [each.name for each in session.stakeholders] == ["inwoner", "collega"]
    assert [each.name for each in session.values] == ["rust", "gelijkheid"]
    assert [(each.text, each.plea) for each in session.norms] == [
        ("Laat haar met rust.", Plea.B),
        ("Iedereen gelijk.", Plea.UNCLEAR),
    ]
    assert [each.value_id for each in session.norms] == [each.id for each in session.values]


@pytest.mark.parametrize(
    ("cell", "plea"),
    [
        ("A en B", Plea.BOTH),
        ("a/b", Plea.BOTH),
        ("A / B", Plea.BOTH),
        ("A+B", Plea.BOTH),
        ("A & B", Plea.BOTH),
        ("A, B", Plea.BOTH),
        ("B en A", Plea.BOTH),
        ("allebei", Plea.BOTH),
        ("voor A", Plea.A),
        ("B.", Plea.B),
        ("nog onduidelijk", Plea.UNCLEAR),
    ],
)
def test_what_a_norm_pleads_for_is_read_as_people_write_it(begun, qtbot, cell, plea):
    screen = begun("Ctrl+4", "stakeholders")
    paste(f"inwoner\trust\tLaat haar met rust.\t{cell}\ncollega\trust\tIedereen gelijk.")
    answer(qtbot, Qt.Key.Key_Return)

    norm = screen._editor.session.norms[0]
    assert (norm.text, norm.plea) == ("Laat haar met rust.", plea)


def test_what_pleads_for_nothing_known_stays_with_its_norm(begun, qtbot):
    screen = begun("Ctrl+4", "stakeholders")
    paste("inwoner\trust\tLaat haar met rust.\teerder A dan B\ncollega\trust\tGelijk.")
    answer(qtbot, Qt.Key.Key_Return)

    norm = screen._editor.session.norms[0]
    assert (norm.text, norm.plea) == ("Laat haar met rust. · eerder A dan B", Plea.UNCLEAR)


def test_a_choice_and_a_date_are_read_from_their_cell(begun, qtbot):
    screen = begun("Ctrl+0", "participants")
    paste("arts\tSanne\tInbrenger\njurist\tKim\tiets anders")
    answer(qtbot, Qt.Key.Key_Return)

    people = screen._editor.session.participants
    assert [(one.role, one.part.value) for one in people] == [
        ("arts", "case_owner"),
        ("jurist", "participant"),
    ]
    assert people[1].name == "Kim · iets anders"

    press(screen, "Ctrl+8")
    screen.findChild(QPushButton, "add-agreements").click()
    paste("Bellen\tarts\t1-12-2026\nSchrijven\tjurist\tooit")
    answer(qtbot, Qt.Key.Key_Return)
    made = screen._editor.session.agreements
    assert (made[0].what, made[0].role, str(made[0].due)) == ("Bellen", "arts", "2026-12-01")
    assert (made[1].what, made[1].due) == ("Schrijven", None)
    assert made[1].role == "jurist"
    assert "ooit" in [one.text for one in screen._editor.session.as_typed]


def test_it_is_told_that_rows_were_made(begun, qtbot):
    screen = begun("Ctrl+5", "options")
    paste("één\ntwee\ndrie")
    answer(qtbot, Qt.Key.Key_Return)

    texts = [option.text for option in screen._editor.session.alternatives]
    assert texts == ["één", "twee", "drie"]
    told = [each.text() for each in screen.findChildren(QLabel, "told") if each.isVisible()]
    assert told == ["3 rijen gemaakt · Ctrl+Z"]


@pytest.mark.parametrize(
    ("keys", "section", "name"),
    [
        ("Ctrl+0", "participants", "role"),
        ("Ctrl+5", "options", "text"),
        ("Ctrl+4", "stakeholders", "name"),
    ],
)
def test_two_that_are_named_on_one_line_may_become_two_rows(begun, qtbot, keys, section, name):
    screen = begun(keys, section)
    before = {each.id for each in getattr(screen._editor.session, section)}
    paste("de arts en de moeder")
    assert [each.text() for each in question().actions()] == [
        "Zijn dit er twee?",
        "Maak er twee rijen van",
        "Als één tekst",
    ]
    answer(qtbot, Qt.Key.Key_Return)

    records = getattr(screen._editor.session, section)
    texts = [getattr(each, name) for each in records if getattr(each, name)]
    assert texts == ["de arts", "de moeder"]
    assert len(records) == len(before) + 1


def test_two_values_on_one_line_may_become_two_values(begun, qtbot):
    screen = begun("Ctrl+4", "stakeholders")
    QTest.keySequence(here(), QKeySequence("Return"))
    paste("rust en veiligheid")
    answer(qtbot, Qt.Key.Key_Return)

    assert [each.name for each in screen._editor.session.values] == ["rust", "veiligheid"]


def test_esc_keeps_two_that_are_named_one_text(begun, qtbot):
    screen = begun("Ctrl+0", "participants")
    paste("kind en gezin")
    answer(qtbot, Qt.Key.Key_Escape)

    assert [each.role for each in screen._editor.session.participants] == ["kind en gezin"]


def test_a_word_pasted_within_a_text_asks_nothing(begun):
    screen = begun("Ctrl+0", "participants")
    QTest.keyClicks(here(), "team ")
    paste("kind en gezin")

    assert QApplication.activePopupWidget() is None
    assert screen._editor.session.participants[0].role == "team kind en gezin"


def test_a_question_with_en_in_it_is_one_question(begun):
    begun("Ctrl+3", "clarifications")
    paste("hoe lang en sinds wanneer")

    assert QApplication.activePopupWidget() is None


def on_the_button(screen_of, keys, section):
    screen = screen_of()
    press(screen, keys)
    button = screen.findChild(QPushButton, f"add-{section}")
    button.setFocus()
    return screen


LISTS = (
    ("Ctrl+0", "participants", "role"),
    ("Ctrl+1", "timeline", "when"),
    ("Ctrl+3", "clarifications", "question"),
    ("Ctrl+4", "stakeholders", "name"),
    ("Ctrl+5", "options", "text"),
    ("Ctrl+8", "agreements", "what"),
)


@pytest.mark.parametrize(("keys", "section", "name"), LISTS)
def test_lines_that_are_pasted_on_the_button_become_rows(screen_of, qtbot, keys, section, name):
    screen = on_the_button(screen_of, keys, section)
    before = len(getattr(screen._editor.session, section))
    paste("- eerste\n- tweede\n- derde")
    answer(qtbot, Qt.Key.Key_Return)

    made = getattr(screen._editor.session, section)[before:]
    assert [getattr(each, name) for each in made] == ["eerste", "tweede", "derde"]
    assert QApplication.activePopupWidget() is None
    assert screen.isAncestorOf(here())


def test_rows_of_a_table_that_are_pasted_on_the_button_keep_their_cells(screen_of, qtbot):
    screen = on_the_button(screen_of, "Ctrl+5", "options")
    paste("een pauze\trust\nniets\t\tja\n")
    answer(qtbot, Qt.Key.Key_Return)

    assert [
        (each.text, each.from_value, each.nothing) for each in screen._editor.session.alternatives
    ] == [("een pauze", "rust", False), ("niets", "", True)]


def test_one_line_that_is_pasted_on_the_button_begins_a_row(screen_of):
    screen = on_the_button(screen_of, "Ctrl+5", "options")
    paste("een pauze")

    assert [each.text for each in screen._editor.session.alternatives] == ["een pauze"]
    assert QApplication.activePopupWidget() is None


def test_nothing_that_is_pasted_on_the_button_begins_nothing(screen_of):
    screen = on_the_button(screen_of, "Ctrl+5", "options")
    paste(" \n")

    assert screen._editor.session.alternatives == ()


def test_what_was_made_is_told_as_long_as_ctrl_z_takes_that_back(begun, qtbot):
    screen = begun("Ctrl+5", "options")
    paste("een\ntwee")
    answer(qtbot, Qt.Key.Key_Return)
    told = next(
        each for each in screen.findChildren(QLabel, "told") if each.text().startswith("2 rijen")
    )
    assert told.isVisible()
    QTest.keyClicks(here(), " en meer")

    assert not told.isVisible()
