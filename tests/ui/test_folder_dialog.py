from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from beraad.app import _speak_dutch
from beraad.ui.widgets.folder_dialog import ask_folder


def test_no_word_of_the_dialog_is_english(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    _speak_dutch(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.extend(each.text().replace("&", "") for each in dialog.findChildren(QLabel))
        dialog.reject()

    QTimer.singleShot(200, look)
    assert ask_folder(window, "Waar wil je dit bewaren?", str(tmp_path)) == ""

    assert {"Zoeken in:", "Map:", "Soort:"} <= set(seen)
    assert not [text for text in seen if text.startswith(("Look", "Files"))]


@pytest.fixture
def asked(qtbot, tmp_path, monkeypatch):
    """Asks for a folder, and does this with the dialog and its field; what was answered."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    window = QWidget()
    qtbot.addWidget(window)

    def ask(start, do):
        def in_dialog():
            dialog = QApplication.activeModalWidget()
            try:
                do(dialog, dialog.findChild(QLineEdit, "fileNameEdit"))
            finally:
                if dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(200, in_dialog)
        return ask_folder(window, "Waar komt het bestand?", start)

    return ask


def test_the_field_tells_which_folder_enter_takes(asked, tmp_path):
    def enter(_, field):
        assert field.text() == str(tmp_path)
        assert field.selectedText() == str(tmp_path)
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert asked(str(tmp_path), enter) == str(tmp_path)


@pytest.mark.parametrize("text", ["", " "])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_no_folder_is_chosen_by_an_empty_name(asked, tmp_path, text, key):
    def empty_and_enter(dialog, field):
        field.setText(text)
        QTest.keyClick(field, key)
        assert dialog.isVisible()
        assert not [
            each
            for each in dialog.findChildren(QPushButton)
            if each.isDefault() and each.isEnabled()
        ]

    assert asked(str(tmp_path), empty_and_enter) == ""


def test_who_goes_into_a_folder_reads_its_name(asked, tmp_path):
    (tmp_path / "stick").mkdir()

    def go_in(dialog, field):
        dialog.directoryEntered.emit(str(tmp_path / "stick"))
        assert field.text() == str(tmp_path / "stick")
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert asked(str(tmp_path), go_in) == str(tmp_path / "stick")


def test_without_a_start_it_begins_at_home_and_not_where_the_program_lies(asked):
    begun = []
    asked("", lambda dialog, _: begun.append(Path(dialog.directory().absolutePath())))

    assert begun == [Path.home()]


def test_a_folder_that_is_typed_after_all_is_chosen(asked, tmp_path):
    def empty_and_type(dialog, field):
        field.clear()
        QTest.keyClicks(field, str(tmp_path))
        (choose,) = [each for each in dialog.findChildren(QPushButton) if each.isDefault()]
        assert choose.isEnabled()
        choose.click()

    assert asked(str(tmp_path), empty_and_type) == str(tmp_path)
