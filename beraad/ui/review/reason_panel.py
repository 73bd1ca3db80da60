"""Why something may stay: a reason that was offered, or one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton

from beraad.phases.wording import NO_NAME
from beraad.ui.widgets.digit_row import digit_of
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, label, title_above
from beraad.ui.widgets.shortcuts import heed

REASONS = (
    NO_NAME,
    "Algemeen bekend",
    "De persoon zelf weet ervan en vindt het goed",
    "Zonder dit is het niet te begrijpen",
)
_SHORTEST = 3
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class ReasonPanel(QFrame):
    """Asks for a reason; the digits choose what is offered, a letter begins one's own."""

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        inside = column(self, spacing=6)
        inside.addWidget(title_above("Waarom mag dit blijven staan?"))
        self._offered: list[QPushButton] = []
        for number, reason in enumerate(REASONS, start=1):
            offered = button(f"{number}  {reason}", kind="link", name=f"reason-{number}")
            offered.clicked.connect(partial(self._choose, reason))
            inside.addWidget(offered)
            self._offered.append(offered)
            heed(self, str(number), partial(self._choose, reason))
        self._own = LineEdit()
        self._own.setObjectName("reason")
        self._own.setAccessibleName("Waarom mag dit blijven staan? Schrijf een eigen reden")
        self._own.setPlaceholderText("of schrijf zelf waarom, en druk op Enter")
        self._own.textEdited.connect(self.typed)
        self._own.returnPressed.connect(self._on_written)
        inside.addWidget(self._own)
        self._short = label("Schrijf in een paar woorden waarom.", role="small")
        inside.addWidget(self._short)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_of(event) if event.modifiers() == Qt.KeyboardModifier.NoModifier else ""
        offered = dict(zip("123456789", REASONS, strict=False))
        if digit in offered:
            self._choose(offered[digit])
        elif event.text().isalpha() and not event.modifiers() & _COMMANDS:
            # Who begins to write a reason writes it, whatever has the focus.
            self._own.setFocus()
            self._own.insert(event.text())
            self.typed.emit(self._own.text())
        else:
            super().keyPressEvent(event)

    def ask(self, earlier: str = "") -> None:
        """Show the reasons, ready for a key, and what was typed before and was not used."""
        self._own.setText(earlier)
        self._short.hide()
        self.show()
        self._offered[0].setFocus()

    def _choose(self, reason: str) -> None:
        self.chosen.emit(reason)

    @Slot()
    def _on_written(self) -> None:
        reason = self._own.text().strip()
        if len(reason) < _SHORTEST:
            self._short.show()
            return
        self._choose(reason)
