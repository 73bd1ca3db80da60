"""Reading an approved leerverslag, and giving it to others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu

from beraad.errors import Solvable
from beraad.privacy.leaving.lesson import admitted_lesson
from beraad.publishing.erasing import Why, erase_lesson, told
from beraad.publishing.registering import put_back, withdraw
from beraad.records import Id, RegisteredLesson
from beraad.report.compose import lesson_report
from beraad.report.formats import Format
from beraad.store.copies.emptying import Emptied
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.review.document_screen import DocumentScreen
from beraad.ui.review.sheet import Sheet
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.menus import open_menu
from beraad.ui.widgets.parts import button

_FORMATS = (Format.PDF, Format.ODT, Format.DOCX, Format.HTML, Format.MARKDOWN)
_TAKE_OUT, _PUT_BACK = "Uit het archief halen", "Zet het terug"
_IS_OUT = (
    "Uit het archief gehaald. Zolang je hier blijft, kun je het terugzetten. In reservekopieën "
    "staat het nog."
)
_ERASE = "Wis het ook uit de reservekopieën"
_IS_ERASED = "Gewist, ook uit de reservekopieën. Het komt niet terug."


class LessonReading(DocumentScreen):
    """The leerverslag as a document; it passed the gate before it was approved."""

    def __init__(
        self,
        lesson: RegisteredLesson,
        register: Path,
        look: Look,
        settings: Settings,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
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
        self._now = now
        self._is_out = False
        self._remove = button(_TAKE_OUT, kind="link", name="remove")
        self._remove.setProperty("tone", "plain")
        self._remove.clicked.connect(self._on_remove)
        self.beside.insertWidget(1, self._remove)
        self._erase = button(_ERASE, kind="link", name="erase", menu=True)
        self._erase.setProperty("tone", "plain")
        self._erase.clicked.connect(self._on_erase)
        self._erase.hide()
        self.beside.insertWidget(2, self._erase)
        self._erasing = OneAtATime(self)
        self._erasing.done.connect(self._on_erased)
        self._erasing.failed.connect(self._on_not_erased)

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
        self._erase.setVisible(self._is_out)
        self.banner.show_message(_IS_OUT if self._is_out else "Het staat weer in het archief.")

    @Slot()
    def _on_erase(self) -> None:
        """Ask why; nothing happens before that."""
        menu = QMenu(self)
        for why in Why:
            line = menu.addAction(f"Wis het: {why}")
            line.triggered.connect(partial(self._on_why, why))
        open_menu(menu, self._erase)

    def _on_why(self, why: Why, *_: object) -> None:
        """Erase what was taken out, from backups too; after that there is no way back."""
        wanted = partial(_erased, self._lesson.id, self._register, why, self._now())
        if self._erasing.start(wanted):
            self._remove.setEnabled(False)
            self._erase.setEnabled(False)

    @Slot(object)
    def _on_erased(self, emptied: Emptied) -> None:
        self._erase.hide()
        self._remove.hide()
        self.take_focus()
        if problem := told(emptied):
            self.banner.show_problem(problem)
        else:
            self.banner.show_message(_IS_ERASED)

    @Slot(object)
    def _on_not_erased(self, problem: Solvable) -> None:
        self._remove.setEnabled(True)
        self._erase.setEnabled(True)
        self.banner.show_problem(problem)


def _erased(lesson_id: Id, register: Path, why: Why, now: datetime, asker: Asker) -> Emptied:
    del asker  # Half erased is not erased: it goes on to its end.
    return erase_lesson(lesson_id, register, why=why, now=now)
