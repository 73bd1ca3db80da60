"""Somebody who was not there reads along: who that was, without a name."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.phases.dates import full_date
from beraad.records import Review
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, label


class SecondReader(QFrame):
    """Writes down the role of the one who read along, and today's date."""

    noted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = LineEdit()
        self.line.setObjectName("second-reader")
        self.line.setAccessibleName("Rol van de tweede lezer, zonder naam")
        self.line.setPlaceholderText("rol, zonder naam: jurist van een ander team")
        self.line.returnPressed.connect(self._on_note)
        note = button("Vandaag meegelezen", name="note-second-reader")
        note.clicked.connect(self._on_note)
        self._told = label(role="strong")
        self._problem = label(role="small")
        inside = column(self, spacing=8)
        inside.addWidget(label("Tweede lezer", role="heading"))
        inside.addWidget(
            label(
                "Laat iemand meelezen die niet bij het beraad was. Die ziet sneller wie het is.",
                role="muted",
            )
        )
        for widget in (self._told, self.line, note, self._problem):
            inside.addWidget(widget)

    def show_review(self, review: Review) -> None:
        """Show who read along so far."""
        day = f" op {full_date(review.second_read_on)}" if review.second_read_on else ""
        self._told.setText(f"Meegelezen door {review.second_reader}{day}")
        self._told.setVisible(bool(review.second_reader))
        self._problem.hide()

    def show_refusal(self, text: str) -> None:
        """Say why this was not written down; what was typed stays."""
        self._problem.setText(text)
        self._problem.show()

    @Slot()
    def _on_note(self) -> None:
        self.noted.emit(self.line.text().strip())
