"""The last of what is said before erasing: that one is sure, and only then the choice."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import button, column, label, row


class SureFoot(QWidget):
    """`chosen` comes once: what is being erased is chosen no second time."""

    chosen = Signal()

    def __init__(self, sure: str, deed: str, *, ending: str = "") -> None:
        """`ending` tells its parts by name from those of another one on the same card."""
        super().__init__()
        inside = column(self, spacing=10)
        said = CheckField(sure)
        said.setObjectName(f"sure{ending}")
        inside.addWidget(said)
        foot = Folding()
        across = row(foot)
        across.addWidget(label("Wissen kun je niet terugdraaien.", role="small"), 1)
        self._do = button(deed, kind="primary", name=f"erase{ending}")
        self._do.setEnabled(False)
        said.edited.connect(self._do.setEnabled)
        self._do.clicked.connect(self._on_chosen)
        across.addWidget(self._do)
        inside.addWidget(foot)

    @Slot()
    def _on_chosen(self) -> None:
        self._do.setEnabled(False)
        self.chosen.emit()
