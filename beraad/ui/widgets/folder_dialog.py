"""Asking for a folder, without Qt remembering which one in a file for all programs."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_KEPT_BY_QT = ("FileDialog/history", "FileDialog/lastVisited")


def ask_folder(above: QWidget, title: str, start: str = "") -> str:
    """The folder that was chosen; empty when none was.

    Qt writes the folders that were visited in its own settings, which anybody on this account may
    read and which no one clears; what stood there before is put back.
    """
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {key: kept.value(key) for key in _KEPT_BY_QT if kept.contains(key)}
    try:
        return QFileDialog.getExistingDirectory(above, title, start)
    finally:
        kept.sync()
        for key in _KEPT_BY_QT:
            if key in before:
                kept.setValue(key, before[key])
            else:
                kept.remove(key)
        kept.sync()
