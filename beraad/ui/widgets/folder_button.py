"""Where files come: shows the folder, and lets another be chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton

from beraad.ui.hearing.words import spoken
from beraad.ui.settings import Settings
from beraad.ui.widgets.folder_dialog import ask_folder


class FolderButton(QPushButton):
    """The folder for exports, remembered in the settings.

    `text` holds "{}" where the name of the folder stands; `described` says what it is for.
    """

    def __init__(self, settings: Settings, *, text: str, described: str, question: str) -> None:
        super().__init__()
        self.setObjectName("folder")
        self.setProperty("kind", "link")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._settings = settings
        self._text = text
        self._described = described
        self._question = question
        self.clicked.connect(self._on_clicked)
        self._show_folder()

    @Slot()
    def _on_clicked(self) -> None:
        chosen = ask_folder(self, self._question, str(self._settings.export_folder))
        if chosen:
            self._settings.export_folder = Path(chosen)
            self._show_folder()

    def _show_folder(self) -> None:
        folder = self._settings.export_folder
        self.setText(self._text.format(folder.name or folder))
        self.setToolTip(str(folder))
        self.setAccessibleName(spoken(f"{self.text()}, {self._described}: {folder}"))
