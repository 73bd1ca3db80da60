"""Asking for a folder, without Qt remembering which one in a file for all programs."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

_KEPT_BY_QT = ("FileDialog/history", "FileDialog/lastVisited")
_IN_DUTCH = {
    QFileDialog.DialogLabel.LookIn: "Zoeken in:",
    QFileDialog.DialogLabel.FileType: "Soort:",
}
"""What the translation that comes with Qt leaves in English."""


def ask_folder(above: QWidget, title: str, start: str = "") -> str:
    """The folder that was chosen; empty when none was.

    Qt writes the folders that were visited in its own settings, which anybody on this account may
    read and which no one clears; what stood there before is put back.
    """
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {key: kept.value(key) for key in _KEPT_BY_QT if kept.contains(key)}
    QTimer.singleShot(0, _say_in_dutch)
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


def _say_in_dutch() -> None:
    """Name what stands in English in the dialog that is open now; that of the system has words."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        for what, text in _IN_DUTCH.items():
            dialog.setLabelText(what, text)
