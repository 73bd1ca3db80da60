"""Reading an approved leerverslag, and giving it to others."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from beraad.errors import Solvable
from beraad.privacy.leaving.lesson import admitted_lesson
from beraad.publishing.proving import Proven, write_proven
from beraad.publishing.registering import put_back, withdraw
from beraad.records import RegisteredLesson
from beraad.report.blocks import Document
from beraad.report.compose import lesson_report
from beraad.report.formats import Format
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.review.sheet import Sheet
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import bar_row, button, column, way_back

_FORMATS = {
    Format.PDF: "PDF",
    Format.ODT: "ODT",
    Format.DOCX: "Word",
    Format.HTML: "Webpagina",
    Format.MARKDOWN: "Markdown",
}

_TAKE_OUT, _PUT_BACK = "Uit het archief halen", "Zet het terug"
_IS_OUT = "Uit het archief gehaald. Zolang je hier blijft, kun je het terugzetten."


class LessonReading(QWidget):
    """The leerverslag as a document; it passed the gate before it was approved."""

    back_wished = Signal()

    def __init__(
        self, lesson: RegisteredLesson, register: Path, look: Look, settings: Settings
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Leerverslag lezen")
        self._lesson = lesson
        self._register = register
        self._is_out = False
        self._look = look
        self._settings = settings
        self._document = lesson_report(admitted_lesson(lesson))
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_way_out)
        outside = column(self)
        outside.addWidget(self.banner)
        self._sheet = Sheet(look, name="lesson", described="Het leerverslag")
        outside.addWidget(PageOverBar(self._sheet, self._bar()), 1)
        shortcut = QShortcut(QKeySequence("Esc"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.go_back)
        look.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Put the focus on the text."""
        self._sheet.take_focus()

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        back = way_back("← Terug", self.go_back)
        self._remove = remove = button(_TAKE_OUT, kind="link", name="remove")
        remove.setProperty("tone", "plain")
        remove.clicked.connect(self._on_remove)
        inside.addWidget(back)
        inside.addWidget(remove)
        choices = QWidget()
        forms = FlowLayout(spacing=14)
        choices.setLayout(forms)
        self._formats: dict[Format, QCheckBox] = {}
        for form, text in _FORMATS.items():
            box = CheckField(text)
            box.setObjectName(f"format-{form.value}")
            box.setChecked(form is Format.PDF)
            self._formats[form] = box
            forms.addWidget(box)
        inside.addWidget(choices, 1, Qt.AlignmentFlag.AlignVCenter)
        self._export = button("Exporteren …", kind="primary", name="export")
        self._export.clicked.connect(self._on_export)
        inside.addWidget(self._export)
        return bar

    @Slot()
    def _show(self) -> None:
        self._sheet.show_document(self._document)
        self._sheet.fit()

    @Slot()
    def go_back(self) -> None:
        """Leave; an export that is still under way then writes nothing."""
        self._job.stop()
        self.back_wished.emit()

    @Slot()
    def _on_export(self) -> None:
        formats = tuple(form for form, box in self._formats.items() if box.isChecked())
        if self._job.runs:
            return
        if not formats:
            self.banner.show_problem(
                Solvable("Er is nog geen vorm gekozen.", way_out="Kies bijvoorbeeld PDF.")
            )
            return
        chosen = ask_folder(self, "Waar komt het leerverslag?", str(self._settings.export_folder))
        if not chosen:
            return
        self._settings.export_folder = Path(chosen)
        self._export.setEnabled(False)
        self._job.start(partial(_written, self._document, formats, Path(chosen)))

    @Slot(object)
    def _on_done(self, proven: Proven) -> None:
        self._export.setEnabled(True)
        names = ", ".join(path.name for path in proven.paths)
        self.banner.show_message(f"Geschreven: {names}.", way_out="Open map")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._export.setEnabled(True)
        self.banner.show_problem(problem)

    @Slot()
    def _on_way_out(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.export_folder)))

    @Slot()
    def _on_remove(self) -> None:
        """Take it out, or put it back: until one leaves the same button does both."""
        try:
            if self._is_out:
                put_back(self._lesson, self._register)
            else:
                withdraw(self._lesson.id, self._register)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._is_out = not self._is_out
        self._remove.setText(_PUT_BACK if self._is_out else _TAKE_OUT)
        self.banner.show_message(_IS_OUT if self._is_out else "Het staat weer in het archief.")


def _written(
    document: Document, formats: tuple[Format, ...], folder: Path, asker: Asker
) -> Proven | None:
    """Write the files; runs beside the window."""
    return write_proven(document, formats, folder, words=(), unwanted=asker.unwanted)
