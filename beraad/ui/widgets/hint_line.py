"""One quiet line under what was written: what the listening help noticed, and what to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.listening import Hint
from beraad.ui.widgets.listening import Listening
from beraad.ui.widgets.parts import button, label, row


class HintLine(QFrame):
    """Shows one hint, or nothing at all. `put_away` tells that it was read and put away."""

    put_away = Signal()

    def __init__(self, listening: Listening) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setProperty("panel", "listen")
        self._listening = listening
        self._hint: Hint | None = None
        self._text = label(role="small")
        self._away = button("×", kind="quiet", described="Leg deze tip weg", name="put-hint-away")
        self._away.clicked.connect(self._on_away)
        inside = row(self, spacing=4)
        inside.setContentsMargins(10, 0, 0, 0)
        inside.addWidget(self._text, 1)
        inside.addWidget(self._away, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_hint(self, hint: Hint | None) -> None:
        """Show this hint, or nothing."""
        self._hint = hint
        self.setVisible(hint is not None)
        if hint is not None:
            self._text.setText(hint.text)
            self._away.setAccessibleDescription(hint.text)

    @Slot()
    def _on_away(self) -> None:
        if self._hint is not None:
            self.put_away.emit()
            self._listening.put_away(self._hint)
