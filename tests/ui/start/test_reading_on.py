"""A folder with more beraden than a screen shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from beraad.app import build
from tests.conftest import NOW
from tools.invented.folders import fill_with

MANY = 90


@pytest.fixture
def window(qtbot, qapp, folder, tmp_path):
    fill_with(MANY, folder)
    made = build(qapp, folder, config=tmp_path / "config", now=lambda: NOW)
    qtbot.addWidget(made)
    return made


def count(window):
    return window.findChild(QListView, "beraden").model().rowCount()


def test_a_screenful_is_there_at_once_and_the_rest_follows(window, qtbot):
    window.refresh_start()

    first = count(window)

    assert 0 < first < MANY - 1
    qtbot.waitUntil(lambda: count(window) == MANY - 1)  # one stands above the list


def test_what_is_looked_for_holds_for_what_is_read_later(window, qtbot):
    window.show()
    window.refresh_start()
    search = window.findChild(QLineEdit, "search")
    QTest.keyClicks(search, "zzz")
    nothing = window.findChild(QLabel, "nothing-found")

    qtbot.waitUntil(nothing.isVisible)
    assert "zzz" in nothing.text()
    qtbot.waitUntil(lambda: len(window._start._model.rows) == MANY)
    assert count(window) == 0

    QTest.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: count(window) == MANY - 1)
    assert not nothing.isVisible()
