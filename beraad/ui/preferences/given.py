"""Says under a choice that the organisation made it, until the user chooses otherwise."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.settings import Settings
from beraad.ui.widgets.parts import column, label

GIVEN = "Gekozen door je organisatie."
FIXED = "Gekozen door je organisatie, en vast."


class Given(QWidget):
    """A choice with a line under it; of what is fixed nothing can be chosen."""

    def __init__(self, choice: QWidget, settings: Settings, key: str) -> None:
        super().__init__()
        self._choice = choice
        self._settings = settings
        self._key = key
        is_fixed = settings.is_fixed(key)
        self._told = label(FIXED if is_fixed else GIVEN, role="small")
        self._told.setObjectName(f"given-{key}")
        self.setFocusProxy(choice)
        inside = column(self, spacing=2)
        inside.addWidget(choice)
        inside.addWidget(self._told)
        if is_fixed:
            choice.setEnabled(False)
        choice.setAccessibleDescription(self._told.text())
        settings.chosen.connect(self._on_chosen)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key == self._key and not self._settings.is_given(key):
            self._told.hide()
            self._choice.setAccessibleDescription("")


def given(choice: QWidget, settings: Settings, key: str) -> QWidget:
    """The choice itself, with the line when what holds is the choice of the organisation."""
    return Given(choice, settings, key) if settings.is_given(key) else choice
