"""Every field in which text can be typed keeps it, whatever is pressed next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from beraad.errors import Solvable
from beraad.records import (
    PhaseKey,
)
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.training.exercise import whole
from beraad.training.practice import practice_cases
from tests.steps import WAITING, answered, status

SEARCHES = frozenset({"search"})


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
    window.practise(whole(practice_cases()[0]))
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
    window.practise(whole(practice_cases()[0]))
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
        made.put(WAITING)
    window.ways.show_signal(WAITING.id, None)
    return window._stack.current


def kept_in(window):
    with Register.open(window._desk.register) as made:
        return made.signals()[0]


def draft_in(window):
    with Register.open(window._desk.register) as made:
        return made.drafts(WAITING.id).get("answered.words", "")


def answer(register, qtbot):
    press(register, "step-to-answered", qtbot)
    QApplication.processEvents()
    fields = register.findChildren(QPlainTextEdit, "step-words")
    field = next(each for each in fields if each.isVisible())
    field.setFocus()
    return field


def press(register, name, qtbot):
    QApplication.processEvents()
    button = next(each for each in register.findChildren(QPushButton, name) if each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", ["other button", "later", "start", "close", "wait"])
def test_an_answer_that_is_being_typed_is_kept(window, register, qtbot, way):
    QTest.keyClicks(answer(register, qtbot), "Wij zien dit ook")
    match way:
        case "other button":
            press(register, "step-to-received", qtbot)
            press(register, "keep-step", qtbot)
            QApplication.processEvents()
            shown = [
                each
                for each in register.findChildren(QPlainTextEdit, "step-words")
                if each.isVisible()
            ]
            assert [each.toPlainText() for each in shown] == ["Wij zien dit ook"]
            assert status(kept_in(window)) == "received"
        case "later":
            press(register, "later", qtbot)
        case "start":
            window.show_start()
        case "close":
            window.close()
        case _:
            qtbot.waitUntil(lambda: draft_in(window) != "")
    assert draft_in(window) == "Wij zien dit ook"
    assert not any(step.is_answer for step in kept_in(window).steps)


def test_half_an_answer_stands_there_when_the_signal_is_opened_again(window, register, qtbot):
    QTest.keyClicks(answer(register, qtbot), "Wij zien dit ook")
    window.ways.show_signals()
    window.ways.show_signal(WAITING.id, None)

    fields = window._stack.current.findChildren(QPlainTextEdit, "step-words")
    assert [each.toPlainText() for each in fields] == ["Wij zien dit ook"]


def test_an_answer_that_was_noted_is_no_draft_any_more(window, register, qtbot):
    QTest.keyClicks(answer(register, qtbot), "Ja")
    press(register, "keep-step", qtbot)  # Asks once what kind of answer it is.
    press(register, "keep-step", qtbot)

    assert (kept_in(window).steps[-1].words, draft_in(window)) == ("Ja", "")


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
    press(register, "keep-step", qtbot)  # Asks once what kind of answer it is.
    press(register, "keep-step", qtbot)
    assert status(kept_in(window)) == "answered"

    QTest.keySequence(register, QKeySequence("Ctrl+Z"))

    assert status(kept_in(window)) == "passed_on"
    assert draft_in(window) == "Ja"
    QApplication.processEvents()
    fields = register.findChildren(QPlainTextEdit, "step-words")
    assert [each.toPlainText() for each in fields if each.isVisible()] == ["Ja"]
    assert "Teruggenomen" in register.banner.accessibleName()
    assert register.isAncestorOf(window.focusWidget())

    register.banner.setFocus()
    QTest.keySequence(register, QKeySequence("Ctrl+Shift+Z"))
    assert status(kept_in(window)) == "answered"


def test_what_another_window_did_since_stays(window, register, qtbot):
    press(register, "step-to-received", qtbot)
    press(register, "keep-step", qtbot)
    with Register.open(window._desk.register) as opened:
        (now,) = opened.signals()
        opened.put(replace(now, steps=(*now.steps, *answered("Ja.")[1:])))

    QTest.keySequence(register, QKeySequence("Ctrl+Z"))

    assert status(kept_in(window)) == "answered"


@pytest.mark.parametrize("problem", [Solvable("De schijf is vol."), MemoryError()])
def test_a_register_that_cannot_be_written_is_not_left(
    window, register, qtbot, monkeypatch, problem
):
    def draft(self, signal_id, texts):
        raise problem

    monkeypatch.setattr(Register, "draft", draft)
    QTest.keyClicks(answer(register, qtbot), "Wij zien dit ook")

    assert not window.close()
    window.show_start()
    assert window._stack.current is register
    assert register.banner.isVisible()
    monkeypatch.undo()
    assert window.close()
    assert draft_in(window) == "Wij zien dit ook"
