"""Where the focus is on the start screen: on what is in sight, and on nothing that makes before
the list stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton

from beraad.app import build
from beraad.ui.start.gathering import Gathered, Gathering
from tests.conftest import NOW
from tools.invented.folders import fill_with


@pytest.fixture
def window(qtbot, qapp, folder, tmp_path):
    fill_with(3, folder)
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def has_begun(window):
    return window.findChild(QPushButton, "go-on").isVisible()


def test_back_from_another_screen_the_focus_is_on_nothing_hidden(window, qtbot):
    qtbot.waitUntil(lambda: has_begun(window))
    search = window.findChild(QLineEdit, "search")
    QTest.keyClicks(search, "zzz")
    qtbot.waitUntil(lambda: not has_begun(window))

    window.findChild(QAbstractButton, "settings").click()
    qtbot.waitUntil(lambda: not window._start.isVisible())
    window.show_start()
    qtbot.waitUntil(window._start.isVisible)

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert window._start.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert window._start.isVisible()


def test_a_focus_that_is_asked_for_while_nothing_is_found_is_the_search(window, qtbot):
    qtbot.waitUntil(lambda: has_begun(window))
    search = window.findChild(QLineEdit, "search")
    QTest.keyClicks(search, "zzz")

    window._start.take_focus()

    assert QApplication.focusWidget() is search


class Slow:
    """A folder of which the first stretch holds nothing to go on with."""

    late = 0

    def go_on(self, enough):
        return Gathered(rows=(), changed=(), over=False)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_before_the_list_stands_makes_nothing(window, qtbot, key):
    qtbot.waitUntil(lambda: has_begun(window))
    before = set(window._desk.folder.iterdir())
    window._start.empty()
    window._start.read(Slow())
    window._start.take_focus()

    QTest.keyClick(QApplication.focusWidget(), key)

    assert window._start.isVisible()
    assert set(window._desk.folder.iterdir()) == before
    window.findChild(QLineEdit, "search").clear()
    window._start.read(Gathering(window._desk.folder, today=NOW.date()))
    assert QApplication.focusWidget() is window.findChild(QPushButton, "go-on")


def test_who_types_a_word_meanwhile_keeps_typing_it(window, qtbot):
    qtbot.waitUntil(lambda: has_begun(window))
    search = window.findChild(QLineEdit, "search")
    window._start.empty()
    window._start.read(Slow())
    window._start.take_focus()

    QTest.keyClicks(search, "huur")
    window._start.read(Gathering(window._desk.folder, today=NOW.date()))

    assert QApplication.focusWidget() is search
