from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

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
