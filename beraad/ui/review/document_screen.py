"""A document that passed the gate: to read, and to make files of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.errors import Solvable
from beraad.publishing.proving import Proven, write_proven
from beraad.report.blocks import Document
from beraad.report.formats import FORMAT_LABELS, Format
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.review.sheet import Sheet
from beraad.ui.settings import Settings
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import bar_row, button, column, way_back
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.way_out import leave_by_esc


class DocumentScreen(Screen):
    """The sheet over a bar: the way back, the forms it can have, and making them.

    `back` is the text of the way back, `made` that of the button that makes the files, and
    `question` asks for their folder. A screen of this kind puts its own buttons in `beside`.
    """

    back_wished = Signal()

    def __init__(
        self,
        document: Document,
        sheet: Sheet,
        look: Look,
        settings: Settings,
        *,
        formats: Iterable[Format],
        back: str,
        made: str,
        question: str,
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._document = document
        self._settings = settings
        self._question = question
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_way_out)
        outside = column(self)
        outside.addWidget(self.banner)
        self._sheet = sheet
        outside.addWidget(PageOverBar(self._sheet, self._bar(formats, back, made)), 1)
        leave_by_esc(self, self.go_back)
        look.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Put the focus on the text."""
        self._sheet.take_focus()

    @Slot()
    def go_back(self) -> None:
        """Leave; what is still being made then writes nothing."""
        self._job.stop()
        self.back_wished.emit()

    def _bar(self, formats: Iterable[Format], back: str, made: str) -> QFrame:
        bar, self.beside = bar_row()
        self.beside.addWidget(way_back(back, self.go_back))
        choices = QWidget()
        forms = FlowLayout(spacing=14)
        choices.setLayout(forms)
        self._formats: dict[Format, CheckField] = {}
        for form in formats:
            box = CheckField(FORMAT_LABELS[form])
            box.setObjectName(f"format-{form.value}")
            box.setChecked(form is Format.PDF)
            self._formats[form] = box
            forms.addWidget(box)
        self.beside.addWidget(choices, 1, Qt.AlignmentFlag.AlignVCenter)
        self._export = button(made, kind="primary", name="export")
        self._export.clicked.connect(self._on_export)
        self.beside.addWidget(self._export)
        return bar

    @Slot()
    def _show(self) -> None:
        self._sheet.show_document(self._document)
        self._sheet.fit()

    @Slot()
    def _on_export(self) -> None:
        formats = tuple(form for form, box in self._formats.items() if box.isChecked())
        if self._job.runs:
            return
        if not formats:
            self.banner.show_problem(
                Solvable("Er is nog geen vorm gekozen.", way_out="Kies bijvoorbeeld PDF.")
            )
            self.banner.goes_with(*(box.toggled for box in self._formats.values()))
            return
        chosen = ask_folder(self, self._question, str(self._settings.export_folder))
        if not chosen:
            return
        self._settings.export_folder = Path(chosen)
        self._export.setEnabled(False)
        self._job.start(partial(_written, self._document, formats, Path(chosen)))

    @Slot(object)
    def _on_done(self, proven: Proven) -> None:
        self._export.setEnabled(True)
        self.banner.show_message(f"{made_told(proven.paths)}.", way_out="Open map")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._export.setEnabled(True)
        self.banner.show_problem(problem)

    @Slot()
    def _on_way_out(self) -> None:
        show_in_system(self._settings.export_folder, self.banner)


def _written(
    document: Document, formats: Iterable[Format], folder: Path, asker: Asker
) -> Proven | None:
    """Write the files; runs beside the window."""
    return write_proven(document, formats, folder, words=(), unwanted=asker.unwanted)
