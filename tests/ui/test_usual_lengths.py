from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from beraad.ui.widgets.usual_lengths import UsualLengths


@pytest.fixture
def lengths(qtbot, look):
    box = QWidget()
    inside = QHBoxLayout(box)
    before, after = QLineEdit(), QLineEdit()
    inside.addWidget(before)
    made = UsualLengths(inside)
    inside.addWidget(after)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    box.activateWindow()
    before.setFocus()
    return made, box, before, after


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize("minutes", [60, 90, 75])
def test_tab_comes_there_once(lengths, minutes):
    made, _, before, after = lengths
    made.show_length(minutes)

    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in made.buttons()
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    assert before.hasFocus()


def test_an_arrow_chooses_the_next_and_tab_goes_on_from_there(lengths):
    made, _, _, after = lengths
    told = []
    made.chosen.connect(told.append)
    made.show_length(60)
    press(Qt.Key.Key_Tab)

    press(Qt.Key.Key_Right)

    assert told == [90]
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget().text() == "90"


def test_a_length_of_ones_own_leaves_none_down_and_space_chooses_again(lengths):
    made, _, _, _ = lengths
    made.show_length(75)
    assert made.checkedButton() is None
    told = []
    made.chosen.connect(told.append)

    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)

    assert told == [45]
    assert made.checkedButton().text() == "45"
