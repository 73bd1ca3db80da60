from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from beraad.app import build
from beraad.ui.widgets.text_field import TextField
from tests.conftest import NOW


class Hands:
    """Does what a person does: look for something, click it, type in it."""

    def __init__(self, window, qtbot):
        self.window = window
        self.qtbot = qtbot

    @property
    def session(self):
        return self.window._workspace.editor.session

    def put_suggestions_away(self):
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    def press(self, keys):
        self.put_suggestions_away()
        QTest.keySequence(self.window.focusWidget() or self.window, QKeySequence(keys))

    def click(self, name, kind=QPushButton):
        button = next(each for each in self.window.findChildren(kind, name) if each.isVisible())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_text(self, text):
        button = next(
            each
            for each in self.window.findChildren(QPushButton)
            if each.isVisible() and text in (each.text() + each.accessibleName())
        )
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def field(self, name, place=-1):
        found = [each for each in self.window.findChildren(TextField, name) if each.isVisible()]
        return found[place]

    def write(self, name, text, place=-1):
        widget = self.field(name, place)
        widget.setFocus()
        for letter in text:
            # QTest knows only the keys of an American keyboard.
            if letter.isascii():
                self.qtbot.keyClicks(widget, letter)
            else:
                widget.insertPlainText(letter)
        self.put_suggestions_away()

    def type_where_the_cursor_is(self, text):
        self.qtbot.keyClicks(self.window.focusWidget(), text)


@pytest.fixture
def open_window(qapp, qtbot, tmp_path, soon_at_rest):
    opened = []

    def make():
        window = build(qapp, tmp_path / "beraden", config=tmp_path / "config", now=lambda: NOW)
        opened.append(window)
        window._settings.export_folder = tmp_path / "uit"
        (tmp_path / "uit").mkdir(exist_ok=True)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window._warming.has_begun)
        return Hands(window, qtbot)

    yield make
    for window in opened:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
