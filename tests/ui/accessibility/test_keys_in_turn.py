"""Keys that are held for a screen reader, as Qt holds them on Linux."""

from __future__ import annotations

from collections import deque

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from beraad.ui.hearing.in_turn import KeysInTurn


class Bridge(QObject):
    """Holds every key of a window until it is answered, as the way to a screen reader does."""

    def __init__(self):
        super().__init__()
        self.held = deque()

    def eventFilter(self, watched, event):
        if event.type() is not QEvent.Type.KeyPress or not event.spontaneous():
            return False
        again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        self.held.append((watched, again))
        return True

    def answer(self, *, wanted: bool = False):
        watched, event = self.held.popleft()
        if not wanted:
            QCoreApplication.postEvent(watched, event)
            QCoreApplication.processEvents()


class Window(QWidget):
    """Two fields; Ctrl+1 leads to the second, Ctrl+2 back to the first."""

    def __init__(self):
        super().__init__()
        layout = QVBoxLayout(self)
        self.one, self.other = QLineEdit(), QLineEdit()
        for field, keys in ((self.other, "Ctrl+1"), (self.one, "Ctrl+2")):
            layout.addWidget(field)
            QShortcut(QKeySequence(keys), self).activated.connect(field.setFocus)
        layout.insertWidget(0, self.one)

    @property
    def texts(self):
        return self.one.text(), self.other.text()

    def press(self, key, *modifiers):
        """A key as it comes from the system."""
        QTest.keyClick(self.windowHandle(), key, *modifiers)


@pytest.fixture
def bridge(qapp):
    made = Bridge()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def window(qtbot, bridge, qapp):
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.one.setFocus()
    qtbot.waitUntil(made.one.hasFocus)
    made.keys = KeysInTurn(qapp, made)
    made.keys.begin()
    yield made
    qapp.removeEventFilter(made.keys)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_was_typed_before_a_shortcut_lands_before_it(window, bridge, qtbot):
    window.press(Qt.Key.Key_A)
    window.press(Qt.Key.Key_B)
    window.press(Qt.Key.Key_1, CTRL)
    window.press(Qt.Key.Key_C)
    assert window.one.hasFocus()
    while bridge.held:
        bridge.answer()
    qtbot.waitUntil(window.other.hasFocus)
    assert window.texts == ("ab", "c")


def test_shortcuts_keep_their_order_among_themselves(window, bridge, qtbot):
    window.press(Qt.Key.Key_A)
    window.press(Qt.Key.Key_1, CTRL)
    window.press(Qt.Key.Key_B)
    window.press(Qt.Key.Key_2, CTRL)
    window.press(Qt.Key.Key_C)
    while bridge.held:
        bridge.answer()
    qtbot.waitUntil(lambda: window.texts == ("ac", "b"))


def test_a_shortcut_waits_for_no_key_that_the_screen_reader_wants(window, bridge, qtbot):
    window.press(Qt.Key.Key_A)
    window.press(Qt.Key.Key_1, CTRL)
    bridge.answer(wanted=True)
    qtbot.waitUntil(window.other.hasFocus)
    window.press(Qt.Key.Key_2, CTRL)
    assert window.one.hasFocus()


def test_a_shortcut_with_nothing_before_it_goes_at_once(window):
    window.press(Qt.Key.Key_1, CTRL)
    assert window.other.hasFocus()


def test_a_shortcut_of_what_a_key_before_it_covered_does_nothing(window, bridge, qtbot):
    dialog = QDialog(window)
    dialog.setModal(True)
    window.one.returnPressed.connect(dialog.open)
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_1, CTRL)
    while bridge.held:
        bridge.answer()
    assert QApplication.activeModalWidget() is dialog
    qtbot.waitUntil(lambda: not window.keys._waiting)
    dialog.close()
    assert window.focusWidget() is window.one


def test_keys_that_nobody_holds_hold_no_shortcut(window, bridge, qapp):
    qapp.removeEventFilter(bridge)
    window.press(Qt.Key.Key_A)
    window.press(Qt.Key.Key_1, CTRL)
    window.press(Qt.Key.Key_B)
    assert window.texts == ("a", "b")


def test_who_looks_at_every_key_ends_with_its_window(qapp):
    window = QWidget()
    keys = KeysInTurn(qapp, window)
    keys.begin()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(keys)
