"""Started without a terminal, as by `pythonw` on Windows: what is wrong is shown in a window."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from beraad.cli import main

NOWHERE = "~wie-niet-bestaat/beraden"


@pytest.fixture
def alone(monkeypatch):
    """Starts Beraad where Python has no streams."""

    def start(*arguments):
        with monkeypatch.context() as patch:
            for name in ("stdin", "stdout", "stderr"):
                patch.setattr(sys, name, None)
            return main(arguments)

    return start


@pytest.fixture
def shown(qapp):
    """What message boxes said, each put away as somebody would."""
    said = []

    def put_away():
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                said.append((box.windowTitle(), box.text(), box.informativeText()))
                box.button(QMessageBox.StandardButton.Ok).click()

    timer = QTimer(interval=10)
    timer.timeout.connect(put_away)
    timer.start()
    yield said
    timer.stop()


def test_a_folder_that_cannot_be_found_is_shown_in_a_window(alone, shown):
    assert alone("--sessions", NOWHERE) == 1

    ((title, text, more),) = shown
    assert title == "Beraad"
    assert text == f"De map {NOWHERE} is niet te vinden."
    assert "--sessions MAP" in more


def test_a_mistake_of_ours_is_shown_there_too_and_without_its_words(alone, shown, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("Fatima")

    monkeypatch.setattr("beraad.app.run", broken)

    assert alone() == 3

    ((_, text, more),) = shown
    assert text == "Er ging iets mis in Beraad zelf."
    assert "Fatima" not in text + more


def test_with_a_terminal_it_is_told_there(shown, capsys):
    assert main(["--sessions", NOWHERE]) == 1

    assert shown == []
    assert "is niet te vinden" in capsys.readouterr().err
