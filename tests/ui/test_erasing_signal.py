"""Erasing a signal in the window: asked with what goes and stays, and gone for good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.records import Id, StepKind
from beraad.store.register import Register
from beraad.ui.signals.life_screen import SignalLifeScreen
from beraad.ui.widgets.choice_field import CheckField
from tests.conftest import NOW, TODAY
from tests.steps import SIGNAL, a_step, passed_on

MARK = "zwaluwstaartmerk"


@pytest.fixture
def path(folder):
    path = folder / "register.sqlite"
    with Register.open(path) as register:
        content = replace(SIGNAL.content, what=f"Iets over {MARK}")
        register.put(replace(SIGNAL, content=content, steps=(passed_on(),)))
        join = a_step(StepKind.JOINED, about=SIGNAL.id)
        register.put(replace(SIGNAL, id=Id("ander"), team="Team Wmo", steps=(join,)))
    return path


@pytest.fixture
def shown(path, look, qtbot):
    def make(signal_id=SIGNAL.id, kind=None):
        screen = SignalLifeScreen(
            signal_id, path, look, today=lambda: TODAY, now=lambda: NOW, kind=kind
        )
        qtbot.addWidget(screen)
        screen.resize(1300, 900)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.take_focus()
        return screen

    return make


def click(screen, qtbot, name):
    (way,) = (each for each in screen.findChildren(QPushButton, name) if each.isVisible())
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


def choose(screen, qtbot, text):
    way = next(each for each in screen.findChildren(QPushButton) if each.text() == text)
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


def texts(screen):
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]


def button(screen, name):
    return next(each for each in screen.findChildren(QPushButton, name) if each.isVisible())


def signal_in(path):
    with Register.open(path) as register:
        return register.folded(SIGNAL.id).signal


def test_nothing_goes_before_somebody_says_why_and_is_sure(shown, path, qtbot):
    screen = shown()
    click(screen, qtbot, "erase-signal")
    qtbot.waitUntil(lambda: button(screen, "erase-not").hasFocus())
    assert any("en Team Wmo horen hierna niets meer" in each for each in texts(screen))
    assert any("Team Wmo" in each for each in texts(screen))
    assert not button(screen, "erase").isEnabled()
    qtbot.mouseClick(screen.findChild(CheckField, "erase-sure"), Qt.MouseButton.LeftButton)
    assert not button(screen, "erase").isEnabled()
    choose(screen, qtbot, "iemand vroeg om wissen")
    assert button(screen, "erase").isEnabled()

    qtbot.keyClick(button(screen, "erase-not"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: not screen.findChildren(QPushButton, "erase"))
    assert signal_in(path) is not None


def test_after_it_the_words_are_nowhere_and_nothing_brings_them_back(shown, path, qtbot):
    screen = shown()
    click(screen, qtbot, "erase-signal")
    choose(screen, qtbot, "er is iemand in te herkennen")
    qtbot.mouseClick(screen.findChild(CheckField, "erase-sure"), Qt.MouseButton.LeftButton)
    click(screen, qtbot, "erase")
    qtbot.waitUntil(lambda: any("is gewist" in each for each in texts(screen)))

    assert any("Voeg samen of wissel uit" in each for each in texts(screen))
    screen.undo()
    assert any("Wissen kan niet terug" in each for each in texts(screen))
    screen.redo()
    assert screen.hand_over() is None
    assert signal_in(path) is None
    assert MARK not in " ".join(texts(screen))
    assert MARK.encode() not in path.read_bytes()


def test_a_signal_that_went_on_in_it_says_that_it_was_erased(shown, path, qtbot):
    with Register.open(path) as register:
        register.remove(SIGNAL.id)
    assert any("met een signaal dat is gewist" in each for each in texts(shown(Id("ander"))))
    assert any("is gewist" in each for each in texts(shown()))


def test_one_that_is_open_elsewhere_too_says_so_and_erases_nothing(shown, path, qtbot):
    screen = shown()
    with Register.open(path) as register:
        register.remove(SIGNAL.id)
    click(screen, qtbot, "erase-signal")
    qtbot.waitUntil(lambda: any("niet meer" in each for each in texts(screen)))


def test_who_withdraws_hears_that_the_words_stay_and_how_to_erase(shown, path):
    with Register.open(path) as register:
        signal = register.folded(SIGNAL.id).signal
        register.put(replace(signal, id=Id("derde"), steps=()))
    screen = shown(Id("derde"), StepKind.WITHDRAWN)
    assert any("Intrekken bewaart het signaal" in each for each in texts(screen))
