"""The terugkoppeling in the window: offered where it is owed, read, copied and made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from beraad.records import Id, StepKind
from beraad.ui.signals.letter_screen import LetterScreen
from beraad.ui.signals.life_screen import SignalLifeScreen
from tests.earlier import read, signal_of, signals
from tests.steps import SIGNAL, a_step, answered, status
from tests.ui.from_menu import choose_of_more

ANSWER = read(*answered("Er komen drie redenen.", date(2026, 11, 10), change="Nog niets."))
JOINED = replace(
    SIGNAL,
    id=Id("ander"),
    team="Wijkteam",
    steps=(a_step(StepKind.PASSED_ON), a_step(StepKind.JOINED, about=Id("een"))),
)


@pytest.fixture(autouse=True)
def an_empty_clipboard(qapp):
    yield
    QApplication.clipboard().clear()


def press(window, name):
    made = next(
        each
        for each in window.findChildren(QPushButton, name)
        if each.isVisible() and each.isEnabled()
    )
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)


def texts(window):
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def test_it_is_offered_only_when_there_is_an_answer(window, folder):
    signals(folder, replace(SIGNAL, steps=ANSWER[:1]))
    window.ways.show_signal(SIGNAL.id, None)
    assert not window.findChildren(QPushButton, "letter")


def test_it_is_read_copied_and_made_by_keyboard(window, folder, tmp_path, qtbot, monkeypatch):
    signals(folder, replace(SIGNAL, steps=ANSWER), JOINED)
    out = tmp_path / "uit"
    out.mkdir()
    monkeypatch.setattr("beraad.ui.review.document_screen.ask_folder", lambda *_: str(out))
    window.ways.show_signal(SIGNAL.id, None)
    assert "Wijkteam zag dit ook en hoorde nog niet wat eruit kwam." in texts(window)

    press(window, "letter")
    screen = window.findChild(LetterScreen)
    assert "Er komen drie redenen." in screen._sheet._page.toPlainText()
    assert "Team Jongeren en Wijkteam" in screen._sheet._page.toPlainText()
    press(screen, "copy")
    assert "Er komen drie redenen." in QApplication.clipboard().text()
    press(screen, "export")
    qtbot.waitUntil(lambda: [path.suffix for path in out.iterdir()] == [".pdf"])

    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert window.findChild(SignalLifeScreen).isVisible()


def test_a_step_that_nobody_read_keeps_it_in(window, folder):
    steps = answered("Bel Roos Zandstra op 06-12345678.", date(2026, 11, 10))
    signals(folder, replace(SIGNAL, steps=steps))
    window.ways.show_signal(SIGNAL.id, None)
    press(window, "letter")

    assert window.findChild(LetterScreen) is None
    assert window.findChild(SignalLifeScreen).banner.isVisible()


def test_every_team_stands_ready_when_it_is_told(window, folder):
    signals(folder, replace(SIGNAL, steps=ANSWER), JOINED)
    window.ways.show_signal(SIGNAL.id, StepKind.TOLD)
    screen = window.findChild(SignalLifeScreen)

    assert screen.findChild(QPlainTextEdit, "step-to").toPlainText() == "Team Jongeren; Wijkteam"


def test_closing_waits_until_every_team_heard(window, folder):
    told = a_step(StepKind.TOLD, date(2026, 11, 12))
    signals(folder, replace(SIGNAL, steps=(*ANSWER, told)), JOINED)
    window.ways.show_signal(SIGNAL.id, StepKind.CLOSED)
    screen = window.findChild(SignalLifeScreen)
    press(screen, "keep-step")

    assert screen.banner.isVisible()
    assert "Wijkteam" in "".join(texts(screen.banner))
    assert status(signal_of(folder)) == "told"

    told = a_step(StepKind.TOLD, date(2026, 11, 13), to="Wijkteam")
    signals(folder, replace(signal_of(folder), steps=(*signal_of(folder).steps, told)))
    window.ways.show_signal(SIGNAL.id, StepKind.CLOSED)
    press(window.findChildren(SignalLifeScreen)[-1], "keep-step")
    assert status(signal_of(folder)) == "closed"


def test_the_agenda_is_made_from_the_signals(window, folder, tmp_path, qtbot, monkeypatch):
    signals(folder, replace(SIGNAL, steps=ANSWER))
    monkeypatch.setattr("beraad.ui.signals.register_screen.ask_folder", lambda *_: str(tmp_path))
    window.ways.show_signals()
    choose_of_more(window, qtbot, "Dagen voor je agenda")

    qtbot.waitUntil((tmp_path / "beraad.ics").exists)
    assert b"Team vertellen wat eruit kwam: Wachttijd" in (tmp_path / "beraad.ics").read_bytes()
