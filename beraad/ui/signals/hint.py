"""A small panel that says something, and below it what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from beraad.ui.widgets.parts import column, label


class Hint(QFrame):
    """Begins with a text.

    Attributes:
        inside: the layout in which more is put below it.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("panel", "hint")
        self.inside = column(self, spacing=6)
        self.inside.setContentsMargins(14, 8, 14, 8)
        self.inside.addWidget(label(text))
