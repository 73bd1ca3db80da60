"""The oefenregister in the window: every screen says what it is, and nothing of it is real."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from beraad.publishing.stepping import taken
from beraad.records import StepKind
from beraad.store.places import practice_register_folder, register_path
from beraad.store.register_lines import signal_lines
from beraad.training.practice_register import made
from beraad.ui.counting.overview_screen import OverviewScreen
from beraad.ui.counting.patterns_screen import PatternsScreen
from beraad.ui.practising.choosing_screen import ChoosingScreen
from beraad.ui.signals.register_screen import RegisterScreen
from tests.conftest import NOW
from tests.steps import a_step


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """Made once: it is forty files."""
    folder = tmp_path_factory.mktemp("oefenen") / "oefenregister"
    assert made(folder, now=NOW)
    return folder


def press(qtbot, window, name):
    (found,) = (each for each in window.findChildren(QPushButton, name) if each.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def current(window):
    return window._stack.current


def strip_is_shown(window):
    return window.title.strip is not None and window.title.strip.isVisible()


@pytest.fixture
def practising(window, folder, ready, qtbot):
    shutil.copytree(ready, practice_register_folder(folder))
    press(qtbot, window, "practice")
    press(qtbot, window, "practice-register")
    qtbot.waitUntil(lambda: isinstance(current(window), RegisterScreen))
    return window


def test_it_is_made_when_it_is_opened_first_and_says_that_it_is_invented(window, folder, qtbot):
    press(qtbot, window, "practice")
    press(qtbot, window, "practice-register")
    qtbot.waitUntil(lambda: isinstance(current(window), RegisterScreen), timeout=60_000)

    assert strip_is_shown(window)
    assert "(oefening)" in window.windowTitle()
    assert not register_path(folder, practice=False).exists()
    said = [each.text() for each in window.title.strip.findChildren(QLabel)]
    assert any("alles is verzonnen" in each for each in said)


def test_every_screen_behind_it_says_so_and_the_way_back_leads_to_oefenen(practising, qtbot):
    window = practising
    for name, kind in (("overview", OverviewScreen), ("to-patterns", PatternsScreen)):
        press(qtbot, window, name)
        assert isinstance(current(window), kind)
        assert strip_is_shown(window)
        qtbot.waitUntil(lambda: current(window)._counting.cleaned is not None)
    press(qtbot, window, "back")
    press(qtbot, window, "home")

    assert isinstance(current(window), ChoosingScreen)
    assert not strip_is_shown(window)
    window.ways.show_signals()
    assert not strip_is_shown(window)
    assert "(oefening)" not in window.windowTitle()
    assert current(window)._signals.all() == ()


def test_beginning_anew_asks_first_and_then_makes_it_as_it_was(practising, folder, qtbot):
    window = practising
    path = register_path(practice_register_folder(folder), practice=False)
    before = signal_lines(path)
    draft = next(line for line in before if not line.passed_stations)
    taken(draft.id, a_step(StepKind.PASSED_ON, to="beleid"), path)
    assert signal_lines(path) != before

    press(qtbot, window, "practice-anew")
    press(qtbot, window, "practice-anew-no")
    assert signal_lines(path) != before
    press(qtbot, window, "practice-anew")
    press(qtbot, window, "practice-anew-yes")
    qtbot.waitUntil(lambda: signal_lines(path) == before, timeout=60_000)
    qtbot.waitUntil(lambda: current(window)._signals.all() == before)
    assert strip_is_shown(window)


def test_a_folder_that_is_an_oefenregister_says_so_on_every_screen(folder, ready, request, qtbot):
    shutil.copytree(ready, folder, dirs_exist_ok=True)
    window = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: strip_is_shown(window))
    assert "(oefening)" in window.windowTitle()
    assert not window.title.strip.findChild(QPushButton, "practice-anew").isVisible()

    window.ways.show_signals()
    for name in ("overview", "to-patterns"):
        assert strip_is_shown(window)
        press(qtbot, window, name)
        qtbot.waitUntil(lambda: current(window)._counting.cleaned is not None)
    assert "(oefening)" in window.windowTitle()
    window.show_start()
    assert strip_is_shown(window)
    window.new()
    assert not strip_is_shown(window)
    assert "(oefening)" not in window.windowTitle()
