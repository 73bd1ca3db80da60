from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from beraad.phases.rondes import PHASES
from beraad.records import Part, Participant, PhaseKey, new_id
from beraad.store.session_file import SessionFile
from beraad.ui.widgets.record_list import RecordList
from beraad.ui.widgets.text_field import TextField
from tests.editing.support import blank, furnished


def field(screen, name, place=0):
    found = [each for each in screen.findChildren(TextField, name) if each.isVisibleTo(screen)]
    return sorted(found, key=lambda each: each.mapTo(screen, QPoint()).y())[place]


def type_in(qtbot, widget, text):
    widget.setFocus()
    qtbot.keyClicks(widget, text)


def press(screen, keys):
    QTest.keySequence(screen, QKeySequence(keys))


def session_of(screen):
    return screen._editor.session


def test_every_ronde_is_one_key_away(screen_of):
    screen = screen_of()

    for number, phase in enumerate(PHASES, start=1):
        press(screen, f"Ctrl+{number}")
        assert session_of(screen).progress.phase is phase.key
        titles = [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]
        assert phase.title in titles


def test_going_on_and_back_resets_nothing(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+1")
    type_in(qtbot, field(screen, "case.situation"), "Een jongere meldt zich.")

    press(screen, "Ctrl+PgDown")
    press(screen, "Ctrl+PgDown")
    press(screen, "Ctrl+PgUp")
    press(screen, "Ctrl+PgUp")

    assert field(screen, "case.situation").toPlainText() == "Een jongere meldt zich."


def test_what_is_typed_is_kept_within_a_second_and_only_then_said_to_be(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+1")
    saved = screen.findChild(QLabel, "saved")
    type_in(qtbot, field(screen, "case.situation"), "Tekst")
    assert saved.text() == "bewaren …"

    qtbot.waitUntil(lambda: saved.text().startswith("bewaard"))
    path = screen._workspace.path
    screen._workspace.close()

    with SessionFile.open(path) as file:
        assert file.session.case.situation == "Tekst"
        assert file.session.progress.phase is PhaseKey.CASE


def test_leaving_a_ronde_keeps_at_once(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+1")
    type_in(qtbot, field(screen, "case.situation"), "Tekst")

    press(screen, "Ctrl+2")

    assert screen.findChild(QLabel, "saved").text().startswith("bewaard")


def test_undo_goes_back_to_where_the_edit_was_made(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+1")
    type_in(qtbot, field(screen, "case.situation"), "Tekst")
    press(screen, "Ctrl+7")

    press(screen, "Ctrl+Z")

    assert session_of(screen).progress.phase is PhaseKey.CASE
    assert field(screen, "case.situation").toPlainText() == ""
    press(screen, "Ctrl+Shift+Z")
    assert field(screen, "case.situation").toPlainText() == "Tekst"


def test_undo_works_with_the_cursor_in_a_field(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+1")
    writing = field(screen, "case.situation")
    type_in(qtbot, writing, "Tekst")

    QTest.keySequence(writing, QKeySequence("Ctrl+Z"))

    assert writing.toPlainText() == ""


def test_a_perspective_comes_with_a_value_and_a_norm_and_goes_as_one(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+4")
    qtbot.mouseClick(screen.findChild(QPushButton, "add-stakeholders"), Qt.MouseButton.LeftButton)
    type_in(qtbot, field(screen, "stakeholders.name"), "inwoner")
    type_in(qtbot, field(screen, "values.name"), "rust")
    type_in(qtbot, field(screen, "norms.text"), "Laat haar met rust.")

    session = session_of(screen)
    [who], [value], [norm] = session.stakeholders, session.values, session.norms
    assert (who.name, value.name, norm.text) == ("inwoner", "rust", "Laat haar met rust.")
    assert (value.stakeholder_id, norm.value_id) == (who.id, value.id)


def test_ctrl_enter_adds_to_the_list_the_cursor_is_in(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+4")
    qtbot.mouseClick(screen.findChild(QPushButton, "add-stakeholders"), Qt.MouseButton.LeftButton)

    QTest.keySequence(field(screen, "norms.text"), QKeySequence("Ctrl+Return"))
    QTest.keySequence(field(screen, "values.name"), QKeySequence("Ctrl+Return"))
    QTest.keySequence(field(screen, "stakeholders.name"), QKeySequence("Ctrl+Return"))

    session = session_of(screen)
    assert (len(session.stakeholders), len(session.values), len(session.norms)) == (2, 3, 4)


def test_rows_move_by_key_and_the_letters_follow(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+5")
    add = screen.findChild(QPushButton, "add-options")
    for text in ("Bellen", "Schrijven"):
        qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
        type_in(qtbot, field(screen, "options.text", -1), text)

    qtbot.waitUntil(lambda: field(screen, "options.text", -1).toPlainText() == "Schrijven")
    QTest.keySequence(field(screen, "options.text", -1), QKeySequence("Alt+Up"))

    assert [option.text for option in session_of(screen).alternatives] == ["Schrijven", "Bellen"]
    qtbot.waitUntil(lambda: field(screen, "options.text").toPlainText() == "Schrijven")


def test_an_afweging_is_written_on_ones_own_card(screen_of, qtbot):
    people = tuple(
        Participant(id=new_id(), role=role, part=part)
        for role, part in (
            ("consulent", Part.CASE_OWNER),
            ("jurist", Part.PARTICIPANT),
            ("trainer", Part.FACILITATOR),
        )
    )
    screen = screen_of(replace(furnished(), participants=people, considerations=()))
    press(screen, "Ctrl+6")
    cards = [
        each for each in screen.findChildren(QPushButton) if each.objectName().startswith("card-")
    ]
    assert len(cards) == 2

    qtbot.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    choice = next(
        each
        for each in screen.findChildren(QPushButton)
        if each.property("kind") == "option" and each.text().startswith("C")
    )
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    type_in(qtbot, field(screen, "considerations.harm"), "dit kost tijd")

    [own] = session_of(screen).considerations
    assert own.participant_id == people[1].id
    assert session_of(screen).letter(own.choice_id) == "C"
    assert own.harm == "dit kost tijd"


def test_opening_another_card_closes_the_first(screen_of, qtbot):
    people = tuple(Participant(id=new_id(), role=role) for role in ("een", "twee"))
    screen = screen_of(replace(furnished(), participants=people, considerations=()))
    press(screen, "Ctrl+6")
    cards = [
        each for each in screen.findChildren(QPushButton) if each.objectName().startswith("card-")
    ]

    qtbot.mouseClick(cards[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(cards[1], Qt.MouseButton.LeftButton)

    shown = [
        each for each in screen.findChildren(TextField, "considerations.harm") if each.isVisible()
    ]
    assert len(shown) == 1
    assert not cards[0].isChecked()


def test_parking_and_private_notes_are_a_key_away(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+3")
    press(screen, "Ctrl+P")
    type_in(qtbot, field(screen, "parked.text"), "schuldhulp")
    press(screen, "Ctrl+L")
    type_in(qtbot, field(screen, "private-note"), "hij is stil")

    session = session_of(screen)
    assert [(item.phase, item.text) for item in session.parked] == [
        (PhaseKey.CLARIFICATION, "schuldhulp")
    ]
    assert session.note_of(PhaseKey.CLARIFICATION).text == "hij is stil"
    press(screen, "Ctrl+4")
    assert field(screen, "private-note").toPlainText() == ""


def test_the_question_stays_in_sight_after_ronde_2(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+2")
    type_in(qtbot, field(screen, "dilemma.moral_question"), "Mag ik helpen?")

    for number in (3, 4, 5, 6, 7, 8):
        press(screen, f"Ctrl+{number}")
        shown = [each for each in screen.findChildren(QLabel) if each.isVisible()]
        assert "Mag ik helpen?" in [each.text() for each in shown], number


def test_an_earlier_wording_is_kept_and_asks_for_its_reason(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+2")
    type_in(qtbot, field(screen, "dilemma.moral_question"), "Mag ik helpen?")
    press(screen, "Ctrl+3")
    press(screen, "Ctrl+2")
    type_in(qtbot, field(screen, "dilemma.moral_question"), " Nu al?")
    earlier = next(
        each
        for each in screen.findChildren(QPushButton)
        if each.accessibleName() == "Eerdere formuleringen"
    )

    qtbot.mouseClick(earlier, Qt.MouseButton.LeftButton)
    type_in(qtbot, field(screen, "wordings.reason"), "te ruim")

    [wording] = session_of(screen).wordings
    assert (wording.moral_question, wording.reason) == ("Mag ik helpen?", "te ruim")


def test_clarification_first_changes_the_order_and_nothing_else(screen_of, qtbot):
    session = blank()
    opening = replace(session.opening, clarification_first=True)
    screen = screen_of(replace(session, opening=opening))

    press(screen, "Ctrl+2")

    assert session_of(screen).progress.phase is PhaseKey.CLARIFICATION


def test_bewaar_elders_goes_on_in_another_folder(screen_of, qtbot, tmp_path):
    screen = screen_of()
    press(screen, "Ctrl+1")
    type_in(qtbot, field(screen, "case.situation"), "Tekst")
    other = tmp_path / "usb"
    other.mkdir()

    screen._workspace.keep_elsewhere(other)
    type_in(qtbot, field(screen, "case.situation"), " en meer")
    screen._workspace.keep()
    path = screen._workspace.path
    screen._workspace.close()

    assert path.parent == other
    with SessionFile.open(path) as file:
        assert file.session.case.situation == "Tekst en meer"


@pytest.mark.parametrize("number", range(9))
def test_every_field_has_a_name_for_who_cannot_see_it(screen_of, number):
    screen = screen_of(furnished())
    press(screen, f"Ctrl+{number}")

    for widget in screen.findChildren(QPlainTextEdit):
        if widget.isVisible():
            assert widget.accessibleName(), widget.objectName()
    for button in screen.findChildren(QPushButton):
        if button.isVisible():
            assert (button.accessibleName() or button.text()).strip()
    assert screen.findChildren(RecordList)


def test_tab_leads_through_the_page_in_reading_order(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+1")
    first = field(screen, "case.situation")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    seen = []
    for _ in range(3):
        seen.append(screen.focusWidget().objectName())
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)

    assert seen == ["case.situation", "case.hot_moment", "case.friction"]


def test_a_fresh_beraad_in_which_nothing_was_written_leaves_no_file(workspace_of):
    workspace = workspace_of(fresh=True)
    path = workspace.path

    workspace.close()

    assert not path.exists()


def test_a_fresh_beraad_with_only_a_note_is_kept(workspace_of):
    workspace = workspace_of(fresh=True)
    workspace.editor.write_note(PhaseKey.CASE, "alleen dit")
    path = workspace.path

    workspace.close()

    with SessionFile.open(path) as file:
        assert file.session.note_of(PhaseKey.CASE).text == "alleen dit"


def test_an_oefening_moves_to_its_own_folder(workspace_of, folder):
    from beraad.records import Setting
    from beraad.records.anatomy import Address

    workspace = workspace_of(fresh=True)
    workspace.editor.edit(Address("opening", "title"), "Proef")

    workspace.editor.edit(Address("opening", "setting"), Setting.PRACTICE)
    workspace.keep()

    assert workspace.path.parent.name == "oefeningen"
    assert list(folder.glob("*.beraad")) == []


def test_enter_presses_a_button_like_the_space_bar(screen_of, qtbot):
    screen = screen_of()
    press(screen, "Ctrl+4")
    add = screen.findChild(QPushButton, "add-stakeholders")

    qtbot.keyClick(add, Qt.Key.Key_Return)
    qtbot.keyClick(add, Qt.Key.Key_Space)

    assert len(session_of(screen).stakeholders) == 2
