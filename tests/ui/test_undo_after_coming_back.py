"""What was typed outside a beraad can be taken back after leaving the screen and coming back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QWidget,
)

from beraad.store.audit import Action, note
from beraad.store.vault.sealing import Slowness
from beraad.training.case_writing import written_case
from beraad.training.exercise import whole
from beraad.training.observing import portfolio as room
from beraad.training.own_cases import take_in
from beraad.training.practice import load, practice_cases
from beraad.ui.widgets.below import below
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW
from tests.store.copies.support import keep
from tests.store.support import a_session, with_title

_ENOUGH = 40
"""Times that Ctrl+Z is pressed at most."""


@pytest.fixture
def prepared(window, folder, tmp_path, monkeypatch):
    """A window with something behind every screen."""
    quick = Slowness(memory=64, rounds=1, lanes=1)
    monkeypatch.setattr(room, "Slowness", lambda **given: Slowness(**given) if given else quick)
    window._settings.export_folder = tmp_path / "mee"
    (tmp_path / "mee").mkdir()
    note(folder, Action.OPENED, now=NOW - timedelta(days=1))
    until = (NOW - timedelta(days=14)).date()
    session = with_title(a_session(), "Voorbij")
    keep(folder, replace(session, conclusion=replace(session.conclusion, keep_until=until)))
    return window


def own_case(window, tmp_path):
    path = tmp_path / "mijn.casus"
    if not path.exists():
        session = load(practice_cases()[0], now=NOW, held_on=date(2026, 11, 24))
        path.write_text(written_case(session, today=date(2026, 11, 28)), "utf-8")
        window.own = take_in(path, window._desk.folder, today=window._desk.today())
    return window.own


def case_form(window, qtbot, tmp_path):
    window.ways.show_case_form(own_case(window, tmp_path))


def example(window, qtbot, tmp_path):
    case_form(window, qtbot, tmp_path)
    window._stack.current.example_wished.emit(window._stack.current._form)


def observing(window, qtbot, tmp_path):
    window.ways.observe(whole(practice_cases()[0]))


def portfolio(window, qtbot, tmp_path):
    window.ways.show_portfolio()
    screen = window._stack.current
    words = next(each for each in below(screen, QLineEdit) if each.objectName().endswith("words"))
    words.setFocus()
    QTest.keyClicks(words, "vier losse woorden")
    QTest.keyClick(words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen._job.runs and screen._file is not None)


def pulse(window, qtbot, tmp_path):
    window.ways.show_pulse()


def question(window, qtbot, tmp_path):
    window.ways.show_questions()
    next(
        each for each in below(window._stack.current, QPushButton) if each.objectName() == "ask"
    ).click()


def new_signal(window, qtbot, tmp_path):
    window.ways.show_new_signal()


def settings(window, qtbot, tmp_path):
    window.show_settings()


def term(window, qtbot, tmp_path):
    window.keeping.show_term()
    screen = window._stack.current
    next(each for each in below(screen, QPushButton) if each.text() == "anders").click()


SCREENS = (
    case_form,
    example,
    observing,
    portfolio,
    pulse,
    question,
    new_signal,
    settings,
    term,
)


def fields(window):
    return {
        each.objectName(): each
        for each in below(window._stack.current, TextField)
        if each.isVisible() and each.isEnabled() and not each.isReadOnly()
    }


@pytest.mark.parametrize("to", SCREENS, ids=lambda to: to.__name__)
def test_what_was_typed_is_taken_back_after_coming_back(prepared, qtbot, tmp_path, to):
    window = prepared
    to(window, qtbot, tmp_path)
    before = {name: field.toPlainText() for name, field in fields(window).items()}
    assert before
    for name, field in fields(window).items():
        field.setFocus()
        QTest.keyClicks(field, f"kwispel {len(name)} en meer")
    typed = {name: field.toPlainText() for name, field in fields(window).items()}
    assert all(typed[name] != before[name] for name in before)

    window.show_start()
    assert window._stack.current is window._start
    to(window, qtbot, tmp_path)
    window.activateWindow()  # Without a window manager a list that was open stays the active one.
    qtbot.waitUntil(window.isActiveWindow)

    here = fields(window)
    assert {name: field.toPlainText() for name, field in here.items()} == typed
    for name, text in before.items():
        field = fields(window)[name]
        field.setFocus()
        for _ in range(_ENOUGH):
            if field.toPlainText() == text:
                break
            QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert fields(window)[name].toPlainText() == text, name


class ShownApart(QObject):
    """Hears which widget is shown as a window, although it is a part of a screen."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            hidden = watched.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            is_window = isinstance(watched, QDialog | QMainWindow)
            if watched.isWindow() and not hidden and not is_window:
                self.seen.append(f"{watched!r} {watched.objectName()}")
        return False


@pytest.mark.parametrize("to", SCREENS, ids=lambda to: to.__name__)
def test_no_part_of_a_screen_is_a_window_while_it_is_made(prepared, qtbot, tmp_path, to):
    heard = ShownApart()
    QApplication.instance().installEventFilter(heard)
    for _ in range(2):
        to(prepared, qtbot, tmp_path)
        QApplication.processEvents()
        prepared.show_start()
    QApplication.instance().removeEventFilter(heard)
    assert not heard.seen
