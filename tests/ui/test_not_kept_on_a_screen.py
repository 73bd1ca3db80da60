"""A screen that keeps what is typed on it itself, while that cannot be kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit

from beraad.errors import Solvable
from beraad.publishing.by_hand import NEW
from beraad.publishing.stepping import drafts_of
from beraad.store.register import Register
from beraad.training.observing import notebook
from beraad.ui.start.screen import StartScreen
from tests.ui.screens_with_words import observing, question, step

WORDS = "Brieven die niemand begrijpt"


def new_signal(window):
    window.ways.show_new_signal()


SCREENS = {"new signal": new_signal, "step": step, "question": question, "observing": observing}


@pytest.fixture
def full(monkeypatch):
    """Nothing can be written any more, as on a full disk; calling it makes room again."""

    def no_room(*_args):
        raise Solvable("De schijf is vol.", way_out="Maak ruimte.")

    def no_room_at_all(*_args):
        raise OSError(28, "No space left on device")

    def fill():
        monkeypatch.setattr(Register, "draft", no_room)
        monkeypatch.setattr(notebook.os, "write", no_room_at_all)

    fill.over = monkeypatch.undo
    return fill


def type_on(window):
    fields = window._stack.current.findChildren(QPlainTextEdit)
    field = next(each for each in fields if each.isVisible() and not each.isReadOnly())
    field.setFocus()
    QTest.keyClicks(field, WORDS)
    return field


def asked(window):
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def answer(window, text):
    box = asked(window)
    said = next(each for each in box.buttons() if text in each.text())
    QTest.mouseClick(said, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.mark.parametrize("show", SCREENS.values(), ids=SCREENS)
def test_closing_says_which_words_are_not_kept_and_waits_for_an_answer(window, full, show):
    show(window)
    field = type_on(window)
    full()

    assert not window.close()
    box = asked(window)
    assert box is not None
    assert window._stack.current.windowTitle() in box.text()

    assert "niet bewaard" in box.text()
    assert WORDS in box.informativeText()

    answer(window, "Blijf hier")
    assert window.isVisible()
    assert WORDS in field.toPlainText()
    assert window.focusWidget() is field
    assert not window.close()
    answer(window, "Ga weg zonder")
    assert not window.isVisible()


@pytest.mark.parametrize("show", SCREENS.values(), ids=SCREENS)
def test_once_there_is_room_again_the_same_question_keeps_them_and_goes_on(window, full, show):
    show(window)
    type_on(window)
    full()
    assert not window.close()

    full.over()
    answer(window, "Probeer het nog eens")

    assert not window.isVisible()


def test_what_is_kept_after_all_stands_in_the_register(window, full):
    new_signal(window)
    type_on(window)
    full()
    window.show_start()
    full.over()
    answer(window, "Probeer het nog eens")
    assert isinstance(window._stack.current, StartScreen)
    assert WORDS in drafts_of(NEW, window._desk.register).values()


def test_going_elsewhere_asks_the_same(window, full):
    new_signal(window)
    here = window._stack.current
    type_on(window)
    full()

    window.ways.show_signals()
    assert window._stack.current is here
    answer(window, "Ga weg zonder")

    assert window._stack.current is not here
    assert window._stack.current.windowTitle() == "Signalen"


def test_the_end_of_the_session_asks_nothing(window, full):
    new_signal(window)
    type_on(window)
    full()

    window.keep()

    assert asked(window) is None
