"""Esc in what was found ends the search, and leaves something at hand that is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from tools.invented.folders import fill_with

SOME = 30


@pytest.fixture
def folder(folder):
    fill_with(SOME, folder)
    return folder


@pytest.fixture
def view(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    made = window.findChild(QListView, "beraden")
    qtbot.waitUntil(lambda: made.model().rowCount() == SOME - 1)  # one stands above the list
    return made


@pytest.mark.parametrize("apart", [False, True], ids=["line", "card"])
def test_the_same_beraad_is_at_hand(window, view, apart):
    start = window._start
    wanted = start._latest if apart else start._model.rows[20]
    start.look_for()
    start.search.setText(wanted.title)
    QTest.keyClick(start.search, Qt.Key.Key_Down)
    assert window.focusWidget() is view
    found = view.at_hand

    QTest.keyClick(view, Qt.Key.Key_Escape)

    assert start._at_hand() == found
    assert window.focusWidget() is (start._go_on if apart else view)
    assert apart or view.visualRect(view.currentIndex()).intersects(view.viewport().rect())


def test_one_of_other_lines_is_at_hand(window, view):
    view.setFocus()

    window._start.search.setText("(1")

    assert view.at_hand is not None
