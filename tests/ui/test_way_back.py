"""Who comes back from a screen goes on where they were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from beraad.store.register import Register
from beraad.training.exercise import whole
from beraad.training.practice import practice_cases
from tests.steps import WAITING


def start(window):
    window.show_start()


def signals(window):
    window.show_start()
    press(window, "signals")


def practice(window):
    window.show_start()
    press(window, "practice")


WAYS = {
    **{
        f"start, {name}": (start, name)
        for name in ("lessons", "forms", "settings", "practice", "signals")
    },
    **{f"start, {line}": (start, line) for line in ("Archief", "Zoek een", "Logboek", "Reserve")},
    **{
        f"signals, {name}": (signals, name)
        for name in ("new-signal", "overview", "patterns", "routes", "questions")
    },
    **{f"practice, {name}": (practice, name) for name in ("practice-rating", "portfolio", "pulse")},
}


@pytest.fixture
def window(window):
    with Register.open(window._desk.register) as made:
        made.put(WAITING)
    window.refresh_start()
    QApplication.processEvents()
    return window


def button_in(window, name):
    QApplication.processEvents()
    there = window._stack.current.findChildren(QAbstractButton, name)
    return next((each for each in there if each.isVisible()), None)


def press(window, name):
    way = button_in(window, name)
    assert way is not None, name
    way.setFocus()
    QTest.keyClick(way, Qt.Key.Key_Space)
    QApplication.processEvents()


def choose(window, way):
    """Go by a button, or by the line of the menu that begins so; who was asked, by name."""
    if button_in(window, way) is not None:
        press(window, way)
        return way
    press(window, "more")
    menu = QApplication.activePopupWidget()
    line = next(each for each in menu.actions() if each.text().startswith(way))
    menu.setActiveAction(line)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    return "more"


@pytest.mark.parametrize(("begin", "way"), WAYS.values(), ids=WAYS)
def test_the_focus_is_on_the_way_one_went(window, qtbot, begin, way):
    begin(window)
    here = type(window._stack.current)
    asked = choose(window, way)
    there = window._stack.current
    assert type(there) is not here

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: type(window._stack.current) is here)
    qtbot.waitUntil(lambda: window.focusWidget().objectName() == asked)


def test_two_screens_back_it_is_there_too(window, qtbot):
    signals(window)
    press(window, "overview")
    window.ways.show_patterns()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.focusWidget().objectName() == "overview")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.focusWidget().objectName() == "signals")


def test_from_a_signal_the_cursor_is_on_that_signal(window, qtbot):
    signals(window)
    window.ways.show_signal(WAITING.id, None)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: window._stack.current.windowTitle() == "Signalen")
    QApplication.processEvents()
    assert window.focusWidget().isVisible()
    assert window._stack.current.isAncestorOf(window.focusWidget())


def test_from_a_beraad_one_begins_where_one_begins(window, qtbot):
    press(window, "practice")
    window.practise(whole(practice_cases()[0]))
    window.show_start()
    QApplication.processEvents()

    assert window.focusWidget().objectName() != "practice"
