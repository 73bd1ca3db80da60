"""A page of text to read."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QTextEdit

from beraad.ui.clipboard.hints import unkept


class TextPage(QTextEdit):
    """Cannot be changed; what is copied from it is plain, and for no history."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)

    def createMimeDataFromSelection(self) -> QMimeData:
        return unkept(self.textCursor().selection().toPlainText())
