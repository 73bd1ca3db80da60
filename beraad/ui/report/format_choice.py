"""Which formats to make, and in which folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame

from beraad.report.export import Format
from beraad.ui.settings import Settings
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button

FORMAT_LABELS = {
    Format.PDF: "PDF",
    Format.MARKDOWN: "Markdown",
    Format.HTML: "Webpagina",
    Format.ODT: "ODT",
    Format.DOCX: "Word",
    Format.JSON: "JSON",
}
_ON_REQUEST = {Format.HTML, Format.ODT, Format.DOCX}
"""Formats to go on working in or to publish; made only when somebody chooses them."""


class FormatChoice(QFrame):
    """Goes on with a second line when there is little room."""

    def __init__(self, formats: Iterable[Format], settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        flow = FlowLayout(spacing=12)
        self._boxes: dict[Format, QCheckBox] = {}
        for form in formats:
            box = QCheckBox(FORMAT_LABELS[form])
            box.setObjectName(f"format-{form.value}")
            box.setChecked(form not in _ON_REQUEST)
            self._boxes[form] = box
            flow.addWidget(box)
        self._folder = button("", kind="link", name="folder")
        self._folder.clicked.connect(self._on_folder)
        flow.addWidget(self._folder)
        self.setLayout(flow)
        self._show_folder()

    @property
    def chosen(self) -> tuple[Format, ...]:
        """The formats to make."""
        return tuple(form for form, box in self._boxes.items() if box.isChecked())

    @Slot()
    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "Waar komt het document?", str(self._settings.export_folder)
        )
        if chosen:
            self._settings.export_folder = Path(chosen)
            self._show_folder()

    def _show_folder(self) -> None:
        folder = self._settings.export_folder
        self._folder.setText(f"naar {folder.name or folder}")
        self._folder.setToolTip(str(folder))
        self._folder.setAccessibleName(f"Map voor het document: {folder}")
        for box in self._boxes.values():
            box.setMinimumHeight(self._folder.sizeHint().height())
