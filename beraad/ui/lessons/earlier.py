"""The quiet line that says what the register has about the same conflict."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.lessons.related import related
from beraad.records import RegisteredLesson, Session
from beraad.ui.widgets.parts import button, clear, column, label

_MOST = 3


class Earlier(QFrame):
    """Not there when there is nothing to tell; never in the way.

    `chosen` carries the leerverslag that somebody wants to read.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("earlier")
        self.setProperty("panel", "good")
        self._shown: tuple[RegisteredLesson, ...] = ()
        inside = column(self, spacing=2)
        inside.setContentsMargins(14, 8, 14, 8)
        self._text = label()
        inside.addWidget(self._text)
        self._titles = column(spacing=2)
        inside.addLayout(self._titles)
        self.hide()

    def show_lessons(self, session: Session, lessons: tuple[RegisteredLesson, ...]) -> None:
        """Show which of these leerverslagen are about the same conflict as this beraad."""
        shown = related(session, lessons)
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
            title = button(f"{lesson.content.title} · {lesson.season}", kind="link", name="earlier")
            title.setProperty("number", number)
            title.clicked.connect(self._on_title)
            self._titles.addWidget(title)
            title.show()
        self.setVisible(bool(shown))

    @Slot()
    def _on_title(self) -> None:
        self.chosen.emit(self._shown[int(self.sender().property("number"))])
