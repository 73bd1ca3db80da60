"""Asking for a folder or a file, without Qt remembering which one in a file for all programs."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

_KEPT_BY_QT = ("FileDialog/history", "FileDialog/lastVisited")
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_IN_DUTCH = {
    QFileDialog.DialogLabel.LookIn: "Zoeken in:",
    QFileDialog.DialogLabel.FileType: "Soort:",
}
"""What the translation that comes with Qt leaves in English."""


def ask_folder(above: QWidget, title: str, start: str = "") -> str:
    """The folder that was chosen; empty when none was.

    Without a start it begins at home: Qt would begin where the program was started.
    """
    with _unremembered():
        names = _NamesFolder()
        QTimer.singleShot(0, names, names.begin)
        return QFileDialog.getExistingDirectory(above, title, start or str(Path.home()))


def ask_file(above: QWidget, title: str, start: str, kinds: str) -> str:
    """The file that was chosen; empty when none was. Kinds are as Qt has them: "PDF (*.pdf)"."""
    with _unremembered():
        chosen, _ = QFileDialog.getOpenFileName(above, title, start or str(Path.home()), kinds)
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


class _NamesFolder(QObject):
    """Keeps the name of the folder in the field of Qt's own dialog, and refuses an empty name.

    Nothing of Qt's holds it: what a dialog is given goes with the wrapper of that dialog.
    """

    def __init__(self) -> None:
        super().__init__()
        self._dialog: QFileDialog | None = None
        self._field = QLineEdit()

    @Slot()
    def begin(self) -> None:
        """Begin in the dialog that is open now."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        if field is None:
            return
        self._dialog, self._field = dialog, field
        field.installEventFilter(self)
        dialog.directoryEntered.connect(self._on_entered)
        field.textChanged.connect(self._on_text)
        self._on_entered(dialog.directory().absolutePath())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt takes Enter in an empty field for the folder one happens to be in."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in _ENTER
        return is_enter and watched is self._field and not self._field.text().strip()

    @Slot(str)
    def _on_entered(self, folder: str) -> None:
        """Name it without a signal: Qt would go looking for what the name completes to."""
        blocker = QSignalBlocker(self._field)
        self._field.setText(folder)
        self._field.selectAll()
        blocker.unblock()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        box = self._dialog.findChild(QDialogButtonBox) if self._dialog else None
        if box is None or text.strip():
            return
        for each in box.buttons():
            if box.buttonRole(each) is QDialogButtonBox.ButtonRole.AcceptRole:
                each.setEnabled(False)
