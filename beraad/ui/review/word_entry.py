"""One more word that has to go."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.ui.announce import announce
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, label, row

_OFFERED = "Moet dit woord overal weg? Klik dan op Weghalen. Klopt het niet, verander het eerst."


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
        self.line.returnPressed.connect(self._on_enter)
        self.line.textEdited.connect(self._on_typed)
        self._offered = label(_OFFERED, role="small")
        self._offered.hide()
        inside = column(self, spacing=8)
        beside = row(spacing=8)
        beside.addWidget(self.line, 1)
        beside.addWidget(add)
        inside.addLayout(beside)
        inside.addWidget(self._offered)

    def offer(self, word: str) -> None:
        """Have a word ready that nobody typed here: only the button takes it out.

        Who presses Enter all the way would take out a word that may be half a word, or mistyped.
        """
        self.line.setText(word)
        self.line.setAccessibleDescription(_OFFERED)
        self._offered.show()
        self.line.setFocus()
        self.line.selectAll()

    @Slot()
    def _on_enter(self) -> None:
        if self._offered.isHidden():
            self._on_word()
        else:
            announce(self.line, _OFFERED)

    @Slot()
    def _on_typed(self) -> None:
        self._offered.hide()
        self.line.setAccessibleDescription("")

    @Slot()
    def _on_word(self) -> None:
        word = self.line.text().strip()
        if word:
            self._on_typed()
            self.line.clear()
            self.written.emit(word)
