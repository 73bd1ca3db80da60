"""The quiet line that says what the register has about the same conflict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.lessons.related import related
from beraad.records import RegisteredLesson, Session
from beraad.ui.widgets.parts import button, clear, column, label, row

Lessons: TypeAlias = tuple[RegisteredLesson, ...]

_MOST = 3


class Earlier(QFrame):
    """Not there when there is nothing to tell; never in the way.

    `chosen` carries the leerverslag that somebody wants to read.
    """

    chosen = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.setObjectName("earlier")
        self.setProperty("panel", "good")
        self._shown: Lessons = ()
        inside = column(self, spacing=6)
        inside.setContentsMargins(14, 8, 14, 8)
        self._text = label(role="strong")
        inside.addWidget(self._text)
        self._titles = column(spacing=6)
        inside.addLayout(self._titles)
        self.hide()

    def show_lessons(self, session: Session, lessons: Lessons) -> None:
        """Show which of these leerverslagen are about the same conflict as this beraad."""
        shown = related(session, lessons, self._today())
        if shown == self._shown:
            return
        self._shown = shown
        count = len(shown)
        self._text.setText(
            "Eerder beraad over dit conflict: "
            + ("1 leerverslag." if count == 1 else f"{count} leerverslagen.")
        )
        clear(self._titles)
        for number, lesson in enumerate(shown[:_MOST]):
            line = self._line(number, lesson)
            self._titles.addWidget(line)
            line.show()
        self.setVisible(bool(shown))

    def _line(self, number: int, lesson: RegisteredLesson) -> QWidget:
        line = QWidget()
        inside = row(line, spacing=8)
        title = lesson.content.title
        inside.addWidget(label(f"{title} · {lesson.season}"), 1)
        read = button("Lezen", kind="link", name="earlier", described=f"Lezen: {title}")
        read.setProperty("number", number)
        read.clicked.connect(self._on_title)
        inside.addWidget(read, 0, Qt.AlignmentFlag.AlignTop)
        return line

    @Slot()
    def _on_title(self) -> None:
        self.chosen.emit(self._shown[int(self.sender().property("number"))])
