"""Reading an approved leerverslag, and giving it to others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot

from beraad.errors import Solvable
from beraad.privacy.leaving.lesson import admitted_lesson
from beraad.publishing.registering import put_back, withdraw
from beraad.records import RegisteredLesson
from beraad.report.compose import lesson_report
from beraad.report.formats import Format
from beraad.ui.review.document_screen import DocumentScreen
from beraad.ui.review.sheet import Sheet
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.parts import button

_FORMATS = (Format.PDF, Format.ODT, Format.DOCX, Format.HTML, Format.MARKDOWN)
_TAKE_OUT, _PUT_BACK = "Uit het archief halen", "Zet het terug"
_IS_OUT = "Uit het archief gehaald. Zolang je hier blijft, kun je het terugzetten."


class LessonReading(DocumentScreen):
    """The leerverslag as a document; it passed the gate before it was approved."""

    def __init__(
        self, lesson: RegisteredLesson, register: Path, look: Look, settings: Settings
    ) -> None:
        super().__init__(
            lesson_report(admitted_lesson(lesson)),
            Sheet(look, name="lesson", described="Het leerverslag"),
            look,
            settings,
            formats=_FORMATS,
            back="← Terug",
            made="Exporteren …",
            question="Waar komt het leerverslag?",
        )
        self.setWindowTitle("Leerverslag lezen")
        self._lesson = lesson
        self._register = register
        self._is_out = False
        self._remove = button(_TAKE_OUT, kind="link", name="remove")
        self._remove.setProperty("tone", "plain")
        self._remove.clicked.connect(self._on_remove)
        self.beside.insertWidget(1, self._remove)

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
