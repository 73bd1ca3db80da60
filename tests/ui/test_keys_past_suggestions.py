"""Suggestions came by themselves: the keys of Beraad do what they do without them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from beraad.records import PhaseKey, Progress, Stakeholder, new_id
from beraad.ui.widgets.record_list import RecordList
from tests.editing.support import blank

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """As the system does it: to the window, which finds out who gets it."""
    QTest.keyClick(QGuiApplication.focusWindow(), key, modifiers)


def type_(text):
    for sign in text:
        QTest.keyClick(QGuiApplication.focusWindow(), sign)


def suggestions():
    return QApplication.activePopupWidget()


@pytest.fixture
def table(screen_of, turn_to):
    people = tuple(Stakeholder(id=new_id(), name=name) for name in ("eerste", "tweede"))
    screen = screen_of(
        replace(blank(), stakeholders=people, progress=Progress(phase=PhaseKey.PERSPECTIVES))
    )
    turn_to(screen)
    rows = next(
        each for each in screen.findChildren(RecordList) if each.objectName() == "list-stakeholders"
    )
    rows.add()
    type_("kind")
    assert suggestions() is not None
    return screen


def names(screen):
    return [each.name for each in screen._editor.session.stakeholders]


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_begins_a_row(table, enter):
    press(enter, CTRL)
    assert suggestions() is None
    type_("qqq")
    assert names(table) == ["eerste", "tweede", "kind", "qqq"]


def test_ctrl_shift_enter_adds_a_value(table):
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert suggestions() is None
    kind = table._editor.session.stakeholders[-1]
    (value,) = [each for each in table._editor.session.values if each.stakeholder_id == kind.id][
        -1:
    ]
    type_("qqq")
    assert names(table)[-1] == "kind"
    assert next(v for v in table._editor.session.values if v.id == value.id).name == "qqq"


@pytest.mark.parametrize(
    ("key", "order"),
    [
        (Qt.Key.Key_Up, ["eerste", "kind", "tweede"]),
        (Qt.Key.Key_Down, ["eerste", "tweede", "kind"]),
    ],
)
def test_alt_and_an_arrow_move_the_row(table, key, order):
    field = QApplication.focusWidget()
    press(key, ALT)
    assert names(table) == order
    assert suggestions() is None
    assert QApplication.focusWidget() is field
    assert field.toPlainText() == "kind"


def test_ctrl_m_opens_the_menu_of_the_row(table):
    press(Qt.Key.Key_M, CTRL)
    menu = suggestions()
    assert isinstance(menu, QMenu)
    menu.close()


def test_the_arrows_still_go_along_the_suggestions(table):
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert names(table)[-1] != "kind"
    assert suggestions() is None


def test_writing_on_and_taking_back_letters_keeps_them_open(table):
    type_("e")
    assert suggestions() is not None
    press(Qt.Key.Key_Backspace)
    assert suggestions() is not None
    assert names(table)[-1] == "kind"


def test_a_sign_written_with_two_keys_is_written(table):
    """As @ and € on many keyboards: AltGr is Ctrl and Alt there."""
    window = QGuiApplication.focusWindow()
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_E, CTRL | ALT, "€"))
    assert names(table)[-1] == "kind€"
