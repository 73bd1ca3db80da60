"""Where there is no room for the help beside a ronde, it takes turns with the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from beraad.records import PhaseKey
from tests.ui.test_session_screen import press

SMALL, LARGE = (683, 384), (1366, 768)


def here():
    return QApplication.focusWidget()


@pytest.fixture
def small(window, qtbot):
    """A ronde on half a laptop's screen, with text at 200 %."""
    window.new()
    window._look.choose_percent(200)
    window.resize(*SMALL)
    screen = window.beraad.screen
    qtbot.waitUntil(lambda: screen.width() == SMALL[0])
    screen.take_focus()
    return screen


def guide_of(screen):
    return screen._guide


def test_the_help_stands_whole_in_the_place_of_the_page(small, qtbot):
    press(small, "Ctrl+H")
    guide = guide_of(small)
    qtbot.waitUntil(lambda: guide.geometry().right() == small.rect().right())

    assert guide.isVisible()
    assert not small._scroll.isVisible()
    area = guide.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_the_help_is_read_by_keys_and_closed_by_esc(small, qtbot):
    press(small, "Ctrl+H")
    bar = guide_of(small).findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(here(), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(here(), Qt.Key.Key_Escape)

    assert not guide_of(small).isVisible()
    assert small._scroll.isVisible()
    assert here().objectName() == "opening.title"


def test_its_button_closes_it(small, qtbot):
    press(small, "Ctrl+H")
    qtbot.mouseClick(small.findChild(QPushButton, "close-guide"), Qt.MouseButton.LeftButton)

    assert not guide_of(small).isVisible()
    assert here().objectName() == "opening.title"


@pytest.mark.parametrize(("keys", "named"), [("Ctrl+P", "parked.text"), ("Ctrl+L", "private-note")])
def test_what_is_written_in_it_has_the_cursor(small, keys, named):
    press(small, keys)
    assert here().objectName() == named
    QTest.keyClick(here(), Qt.Key.Key_Escape)
    assert here().objectName() == "opening.title"


def test_another_size_of_text_leaves_the_cursor_where_one_writes(small, window):
    press(small, "Ctrl+L")
    assert here().objectName() == "private-note"

    window._look.choose_percent(175)
    window.resize(700, 384)
    QApplication.processEvents()

    assert guide_of(small).isVisible()
    assert not small._scroll.isVisible()
    assert here().objectName() == "private-note"


def test_another_ronde_comes_in_sight_instead(small):
    press(small, "Ctrl+H")
    press(small, "Ctrl+4")

    assert small.phase is PhaseKey.PERSPECTIVES
    assert small._scroll.isVisible()
    assert here().objectName() == "add-stakeholders"


@pytest.mark.parametrize("keys", ["Ctrl+F", "F3", "Ctrl+T"])
def test_what_stands_over_the_page_brings_the_page_back(small, keys):
    press(small, "Ctrl+H")
    press(small, keys)

    assert small._scroll.isVisible()
    assert here().isVisible()
    assert small._middle.isAncestorOf(here())


def test_a_larger_window_shows_both_again_and_a_smaller_one_the_page(small, qtbot):
    press(small, "Ctrl+H")
    small.window().resize(*LARGE)
    small.window()._look.choose_percent(100)
    qtbot.waitUntil(small._scroll.isVisible)
    assert guide_of(small).isVisible()
    assert not small.findChild(QPushButton, "close-guide").isVisible()

    small.window().resize(*SMALL)
    small.window()._look.choose_percent(200)
    qtbot.waitUntil(lambda: not guide_of(small).isVisible())
    assert small._scroll.isVisible()


def test_what_is_taken_back_comes_in_sight(small):
    QTest.keyClicks(here(), "Huisraad")
    press(small, "Ctrl+H")
    press(small, "Ctrl+Z")

    assert here().objectName() == "opening.title"
    assert here().isVisible()


def test_where_one_is_can_be_heard_behind_the_help(small, monkeypatch):
    said = []
    monkeypatch.setattr("beraad.ui.rondes.screen.announce", lambda _, text, **__: said.append(text))
    press(small, "F2")
    before = list(said)
    said.clear()
    press(small, "Ctrl+H")
    press(small, "F2")

    assert said == before
    assert any("Opening" in each for each in said)


def test_that_the_help_comes_and_goes_is_said(small, monkeypatch):
    said = []
    monkeypatch.setattr("beraad.ui.rondes.fitting.announce", lambda _, text: said.append(text))
    press(small, "Ctrl+H")
    press(small, "Ctrl+H")

    assert said == ["Hulp staat er.", "Hulp is ingeklapt."]
