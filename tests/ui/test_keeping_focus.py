"""The cursor never lands on a control that leads away."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)
from shiboken6 import isValid

from beraad.errors import Solvable, ToldOnce
from beraad.records import (
    Clarification,
    Layer,
    PhaseKey,
    Setting,
    new_id,
)
from beraad.records.anatomy import Address
from beraad.store.register import Register
from beraad.training.exercise import whole
from beraad.training.practice import practice_cases
from beraad.ui.keeping_focus import _leads_away, _stops
from beraad.ui.widgets.record_list import RecordList
from beraad.ui.widgets.text_field import TextField
from tests.steps import WAITING


@pytest.fixture
def window(window):
    window.new()
    return window


def questions(window, count):
    editor = window._workspace.editor
    for number in range(count):
        editor.add("clarifications", Clarification(id=new_id(), question=f"vraag {number}"))
    window._session.go_to(PhaseKey.CLARIFICATION)
    page = window._session._pages.of(PhaseKey.CLARIFICATION)
    return next(each for each in page.findChildren(RecordList) if each.isVisible())


def settled(qtbot):
    qtbot.wait(1)
    QApplication.processEvents()


def focus():
    return QApplication.focusWidget()


@pytest.mark.parametrize(("count", "gone"), [(3, 1), (3, 2), (3, 0), (1, 0)])
def test_removing_a_row_leaves_the_cursor_in_its_list_and_says_how_to_undo(
    window, qtbot, count, gone
):
    rows = questions(window, count)
    rows.rows[gone].take_focus()
    item = rows.rows[gone].item
    settled(qtbot)

    rows._on_remove_wish(item)

    qtbot.waitUntil(lambda: rows.isAncestorOf(focus()))
    assert not _leads_away(focus())
    told = rows.findChild(QLabel, "told")
    assert told.isVisible()
    assert told.text().endswith("verwijderd · Ctrl+Z")
    QTest.keySequence(focus(), QKeySequence("Ctrl+Z"))
    assert len(rows.rows) == count
    assert told.text().startswith("Weer terug: ")


def test_what_is_written_next_after_a_banner_went_is_written_where_one_was(window, qtbot):
    window._session.go_to(PhaseKey.CASE)
    field = window._session.findChild(TextField, "case.situation")
    field.setFocus()
    window.banner.show_problem(Solvable("De schijf is vol."), way_out="Bewaar elders …")
    button = next(each for each in window.banner.findChildren(QAbstractButton) if each.text())
    button.setFocus()
    settled(qtbot)

    window.banner.hide()

    qtbot.waitUntil(field.hasFocus)


def visit(window, phase):
    window._session.go_to(phase)
    QApplication.processEvents()
    return window._session


def faults_of(screen):
    """Each control that goes, one by one: where the cursor then is, when that is a way out."""
    faults = []
    for number, control in enumerate(each for each in _stops(screen) if each.isVisible()):
        if not isValid(control):
            continue
        control.setFocus()
        QApplication.processEvents()
        if focus() is not control:
            continue
        hidden = number % 2
        control.hide() if hidden else control.setEnabled(False)
        QApplication.processEvents()
        lost = focus() is None and any(each.isVisible() for each in _stops(screen))
        if lost or (focus() is not None and _leads_away(focus())):
            faults.append((control.objectName(), type(control).__name__, focus()))
        control.show() if hidden else control.setEnabled(True)
    return faults


@pytest.mark.parametrize("phase", PhaseKey)
def test_whatever_goes_away_with_the_cursor_on_it_never_gives_it_to_a_way_out(window, phase):
    """Every control of every ronde, one by one."""
    questions(window, 1)
    assert not faults_of(visit(window, phase))


def show_register(window):
    with Register.open(window._desk.register) as register:
        register.put(WAITING)
    window.show_start()
    window.ways.show_signals()


OTHER_SCREENS = {
    "leerverslag": lambda window: window.documents.show_lesson(),
    "signaal": lambda window: window.documents.show_signal(),
    "nalezen": lambda window: window.documents.show_review(Layer.WORK),
    "signaal nalezen": lambda window: window.documents.show_review(Layer.SIGNAL),
    "leerverslag nalezen": lambda window: window.documents.show_review(Layer.LEARNING),
    "document maken": lambda window: window.documents.show_publishing(Layer.WORK),
    "leerverslag maken": lambda window: window.documents.show_publishing(Layer.LEARNING),
    "formulieren": lambda window: window.beraad.show_forms(),
    "invoeren": lambda window: window.beraad.show_typing(),
    "laptop doorgeven": lambda window: window.beraad.show_passing(),
    "briefjes": lambda window: window.beraad.show_slips(),
    "register": show_register,
    "archief": lambda window: window.show_start() or window.ways.show_lessons(),
    "oefenen": lambda window: window.show_start() or window.ways.show_practice(),
    "lege formulieren": lambda window: window.show_start() or window.ways.show_forms(),
}


@pytest.mark.parametrize("show", OTHER_SCREENS.values(), ids=OTHER_SCREENS)
def test_nor_does_it_on_any_other_screen(window, qtbot, show):
    window.practise(whole(practice_cases()[0]))
    window._workspace.editor.edit(Address("case", "friction"), "Mevrouw Demir (34) belt.")
    show(window)
    screen = window._stack.current
    assert screen is not window._session
    settled(qtbot)

    assert not faults_of(screen)


def test_somebody_who_moves_the_cursor_is_left_alone(window, qtbot):
    window._session.go_to(PhaseKey.CASE)
    first = window._session.findChild(TextField, "case.situation")
    home = window._session.findChild(QAbstractButton, "to-start")
    first.setFocus()
    home.setFocus()
    settled(qtbot)

    assert focus() is home


def test_undo_is_still_there_after_leaving_and_coming_back(window, qtbot):
    window._session.go_to(PhaseKey.CASE)
    qtbot.keyClicks(window._session.findChild(TextField, "case.situation"), "een zin")
    path = window._workspace.path
    window.show_start()
    window.open(path)
    assert window._workspace.editor.session.case.situation == "een zin"

    QTest.keySequence(focus(), QKeySequence("Ctrl+Z"))

    assert window._workspace.editor.session.case.situation == ""
    assert window._workspace.editor.can_redo


def test_a_beraad_that_was_changed_elsewhere_begins_without_undo(window, qtbot):
    from dataclasses import replace

    from beraad.store.session_file import SessionFile

    window._session.go_to(PhaseKey.CASE)
    qtbot.keyClicks(window._session.findChild(TextField, "case.situation"), "een zin")
    path = window._workspace.path
    window.show_start()
    with SessionFile.open(path) as file:
        case = replace(file.session.case, situation="elders")
        file.keep(replace(file.session, case=case))

    window.open(path)

    assert not window._workspace.editor.can_undo


def test_the_fields_of_a_screen_are_places_to_stay(window):
    screen = visit(window, PhaseKey.CASE)
    assert any(isinstance(each, QLineEdit | QPlainTextEdit) for each in _stops(screen))
    assert _leads_away(screen.findChild(QAbstractButton, "to-start"))


def test_a_ronde_in_which_nothing_can_be_written_yet_has_the_cursor_at_its_name(window, qtbot):
    window.new()
    window._workspace.editor.go_to(PhaseKey.CONSIDERATION)
    path = window._workspace.path
    window._workspace.editor.edit(Address("opening", "title"), "wie er zijn komt later")
    window.show_start()

    window.open(path)

    assert window.focusWidget().isVisible()
    assert window._session.isAncestorOf(window.focusWidget())
    assert not _leads_away(window.focusWidget())


def test_undo_of_a_choice_puts_the_cursor_on_the_choice_that_is_back(window, qtbot):
    editor = window._workspace.editor
    editor.edit(Address("opening", "setting"), Setting.PRACTICE)

    window._session.undo()

    assert isinstance(window.focusWidget(), QAbstractButton)
    assert window.focusWidget().isChecked()
    assert window.focusWidget().parentWidget().objectName() == "opening.setting"


def test_undo_of_the_only_row_puts_the_cursor_where_one_adds_a_row(window, qtbot):
    records = questions(window, 0)
    records.add()

    window._session.undo()

    assert window.focusWidget() is records.add_button


def test_what_went_while_another_window_was_active_does_not_send_the_cursor_away(window, qtbot):
    """As after "Bewaar elders …": the banner went while the dialog was there."""
    window._session.go_to(PhaseKey.CASE)
    field = window._session.findChild(TextField, "case.situation")
    field.setFocus()
    window.banner.show_problem(Solvable("De schijf is vol."), way_out="Bewaar elders …")
    button = next(each for each in window.banner.findChildren(QAbstractButton) if each.text())
    button.setFocus()
    settled(qtbot)
    dialog = QDialog(window)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)

    window.banner.hide()
    dialog.close()
    window.activateWindow()

    qtbot.waitUntil(field.hasFocus)


def test_who_may_not_leave_yet_keeps_the_cursor_where_it_was(window, qtbot, monkeypatch):
    window.practise(whole(practice_cases()[0]))
    window._session.take_focus()
    window.beraad.show_looking_back()
    screen = window._stack.current
    field = next(each for each in screen.findChildren(TextField) if each.isVisible())
    field.setFocus()
    monkeypatch.setattr(type(screen), "hand_over", lambda _: ToldOnce("Lees dit eerst."))

    window.beraad.show_session()
    QApplication.processEvents()

    assert window._stack.current is screen
    assert QApplication.focusWidget() is field
