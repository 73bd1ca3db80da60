"""Every field in which text can be typed keeps it, whatever is pressed next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from beraad.errors import Solvable
from beraad.records import (
    Id,
    PhaseKey,
    RegisteredSignal,
    SignalContent,
    SignalStatus,
)
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.training.practice import practice_cases

SEARCHES = frozenset({"search"})
SIGNAL = RegisteredSignal(
    id=Id("5e551e0000000001"),
    content=SignalContent(what="Elke maand een andere uitkering."),
    team="Team Werk",
    week="2026-W47",
    status=SignalStatus.PASSED_ON,
    registered_on=date(2026, 11, 18),
)


def typed_in(window):
    """Every field in sight in which something can be typed, searching excepted."""
    fields = window.findChildren(QPlainTextEdit) + window.findChildren(QLineEdit)
    return [
        each
        for each in fields
        if each.isVisible()
        and each.isEnabled()
        and not each.isReadOnly()
        and each.objectName() not in SEARCHES
    ]


def text_of(field):
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def words_of(window):
    """Everything that is kept of the open beraad, as one text."""
    window._leaving.settle()
    window._workspace.keep()
    return repr(window._workspace._home.session)


def go(window, screen):
    match screen:
        case PhaseKey():
            window._session.go_to(screen)
        case "signal":
            window.documents.show_signal()
        case "lesson":
            window.documents.show_lesson()
        case "review":
            window.documents.show_report()
        case "publishing":
            from beraad.records import Layer

            window.documents.show_publishing(Layer.WORK)
        case "typing":
            window.beraad.show_typing()
        case "passing":
            window.beraad.show_passing()
        case "slips":
            window.beraad.show_slips()
    QApplication.processEvents()


@pytest.mark.parametrize(
    "screen",
    [*PhaseKey, "signal", "lesson", "review", "publishing", "typing", "passing", "slips"],
)
def test_what_is_typed_in_any_field_is_in_the_file(window, qtbot, screen):
    window.practise(practice_cases()[0])
    go(window, screen)
    if screen == "review":
        qtbot.waitUntil(lambda: bool(typed_in(window)))
    lost = []
    for number, field in enumerate(typed_in(window)):
        word = f"kwispel{number}x"
        field.setFocus()
        QTest.keyClicks(field, word)
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if word not in words_of(window):
            lost.append((field.objectName(), field.accessibleName()))
        if text_of(field).count(word):
            QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert not lost


def test_a_word_that_is_not_added_yet_is_there_again(window, qtbot):
    window.practise(practice_cases()[0])
    path = window._workspace.path
    go(window, "review")
    qtbot.waitUntil(lambda: window.findChild(QLineEdit, "known-word").isVisible())
    QTest.keyClicks(window.findChild(QLineEdit, "known-word"), "Zwaluwstraat")

    window.close()
    with SessionFile.open(path) as file:
        assert file.session.typed_at("draft.known word") == "Zwaluwstraat"
    window.show()
    window.open(path)
    go(window, "review")
    entries = window.findChildren(QLineEdit, "known-word")
    entry = next(each for each in entries if each.isVisible())
    assert entry.text() == "Zwaluwstraat"

    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert window._workspace.editor.session.typed_at("draft.known word") is None
    assert window._workspace.editor.session.known_words[-1].word == "Zwaluwstraat"


def test_a_draft_is_not_undone_with_something_else(window):
    window.new()
    editor = window._workspace.editor
    editor.change(lambda session: replace(session, case=replace(session.case, situation="x")))
    editor.keep_draft("known word", "half")

    editor.undo()

    assert editor.draft("known word") == "half"


@pytest.fixture
def register(window):
    with Register.open(window._desk.register) as made:
        made.put(SIGNAL)
    window.ways.show_signals()
    return window._stack.current


def draft_in(window):
    with Register.open(window._desk.register) as made:
        return made.signals()[0]


def answer(register, qtbot):
    press(register, "to-answered", qtbot)
    return register.findChild(QPlainTextEdit, "answer")


def press(register, name, qtbot):
    button = next(each for each in register.findChildren(QPushButton, name) if not each.isHidden())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", ["other button", "start", "close", "wait"])
def test_an_answer_that_is_being_typed_is_kept(window, register, qtbot, way):
    QTest.keyClicks(answer(register, qtbot), "Wij zien dit ook")
    match way:
        case "other button":
            press(register, "to-received", qtbot)
            QApplication.processEvents()
            shown = [each for each in register.findChildren(QPlainTextEdit) if each.isVisible()]
            assert [each.toPlainText() for each in shown] == ["Wij zien dit ook"]
            assert draft_in(window).status is SignalStatus.RECEIVED
        case "start":
            window.show_start()
        case "close":
            window.close()
        case _:
            qtbot.waitUntil(lambda: draft_in(window).answer_draft != "")
    assert draft_in(window).answer_draft == "Wij zien dit ook"
    assert draft_in(window).answer == ""


def test_an_answer_that_was_noted_is_no_draft_any_more(window, register, qtbot):
    QTest.keyClicks(answer(register, qtbot), "Ja")
    press(register, "to-answered", qtbot)

    assert (draft_in(window).answer, draft_in(window).answer_draft) == ("Ja", "")


def test_typing_in_an_answer_can_be_undone(register, qtbot):
    field = answer(register, qtbot)
    QTest.keyClicks(field, "Wij")
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))

    assert field.toPlainText() != "Wij"


def test_two_sentences_of_an_answer_are_two_steps(register, qtbot):
    field = answer(register, qtbot)
    QTest.keyClicks(field, "Wij zien dit ook. Het wordt anders")
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert field.toPlainText() == "Wij zien dit ook. "
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert field.toPlainText() == ""
    QTest.keySequence(field, QKeySequence("Ctrl+Y"))
    assert field.toPlainText() == "Wij zien dit ook. "


def test_noting_an_answer_can_be_undone_and_done_again(window, register, qtbot):
    QTest.keyClicks(answer(register, qtbot), "Ja")
    press(register, "to-answered", qtbot)
    assert draft_in(window).status is SignalStatus.ANSWERED

    QTest.keySequence(register, QKeySequence("Ctrl+Z"))

    assert draft_in(window).status is SignalStatus.PASSED_ON
    assert (draft_in(window).answer, draft_in(window).answer_draft) == ("", "Ja")
    QApplication.processEvents()
    (field,) = [each for each in register.findChildren(QPlainTextEdit) if each.isVisible()]
    assert field.toPlainText() == "Ja"
    assert "Teruggenomen" in register.banner.accessibleName()
    assert register.isAncestorOf(window.focusWidget())

    QTest.keySequence(register, QKeySequence("Ctrl+Shift+Z"))
    assert draft_in(window).status is SignalStatus.ANSWERED
    assert draft_in(window).answer == "Ja"


def test_what_another_window_did_since_is_not_undone(window, register, qtbot):
    press(register, "to-received", qtbot)
    with Register.open(window._desk.register) as opened:
        opened.put(replace(SIGNAL, status=SignalStatus.CLOSED))

    QTest.keySequence(register, QKeySequence("Ctrl+Z"))

    assert draft_in(window).status is SignalStatus.CLOSED
    assert "daarna nog iets" in register.banner.accessibleName()


@pytest.mark.parametrize("problem", [Solvable("De schijf is vol."), MemoryError()])
def test_a_register_that_cannot_be_written_is_not_left(
    window, register, qtbot, monkeypatch, problem
):
    def put(self, signal):
        raise problem

    monkeypatch.setattr(Register, "put", put)
    QTest.keyClicks(answer(register, qtbot), "Wij zien dit ook")

    assert not window.close()
    window.show_start()
    assert window._stack.current is register
    assert register.banner.isVisible()
    monkeypatch.undo()
    assert window.close()
    assert draft_in(window).answer_draft == "Wij zien dit ook"
