"""Asking for a folder or a file, without Qt remembering which one in a file for all programs."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

_KEPT_BY_QT = ("FileDialog/history", "FileDialog/lastVisited")
_IN_DUTCH = {
    QFileDialog.DialogLabel.LookIn: "Zoeken in:",
    QFileDialog.DialogLabel.FileType: "Soort:",
}
"""What the translation that comes with Qt leaves in English."""


def ask_folder(above: QWidget, title: str, start: str = "") -> str:
    """The folder that was chosen; empty when none was."""
    with _unremembered():
        return QFileDialog.getExistingDirectory(above, title, start)


def ask_file(above: QWidget, title: str, start: str, kinds: str) -> str:
    """The file that was chosen; empty when none was. Kinds are as Qt has them: "PDF (*.pdf)"."""
    with _unremembered():
        chosen, _ = QFileDialog.getOpenFileName(above, title, start, kinds)
        return chosen


@contextmanager
def _unremembered() -> Generator[None]:
    """Let what is visited in a dialog stay unknown.

    Qt writes the folders that were visited in its own settings, which anybody on this account may
    read and which no one clears; what stood there before is put back.
    """
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {key: kept.value(key) for key in _KEPT_BY_QT if kept.contains(key)}
    QTimer.singleShot(0, _say_in_dutch)
    try:
        yield
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
