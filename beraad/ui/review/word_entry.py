"""One more word that has to go."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, row


class WordEntry(QFrame):
    """For what only a person can see."""

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = LineEdit()
        self.line.setObjectName("known-word")
        self.line.setAccessibleName("Nog een woord weghalen")
        self.line.setPlaceholderText("nog een woord, om weg te halen")
        add = button("Weghalen", name="add-known-word")
        add.clicked.connect(self._on_word)
        self.line.returnPressed.connect(self._on_word)
        inside = column(self, spacing=8)
        beside = row(spacing=8)
        beside.addWidget(self.line, 1)
        beside.addWidget(add)
        inside.addLayout(beside)

    def offer(self, word: str) -> None:
        """Have a word ready: Enter takes it out."""
        self.line.setText(word)
        self.line.setFocus()
        self.line.selectAll()

    @Slot()
    def _on_word(self) -> None:
        word = self.line.text().strip()
        if word:
            self.line.clear()
            self.written.emit(word)
