"""How long a beraad usually takes, as buttons of which one is down, or none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLayout

from beraad.phases import opening
from beraad.ui.widgets.parts import button


class UsualLengths(QButtonGroup):
    """Tab comes here once; the arrows go to the others. `chosen` carries the minutes."""

    chosen = Signal(int)

    def __init__(self, inside: QHBoxLayout | QLayout) -> None:
        super().__init__(inside)
        self._lengths: dict[QAbstractButton, int] = {}
        for minutes in opening.PLANS:
            made = button(f"{minutes}", name=f"plan-{minutes}", described=f"{minutes} minuten")
            made.setToolTip("")
            made.setCheckable(True)
            made.setAutoExclusive(True)  # The group does that already; it makes it a radio button.
            self._lengths[made] = minutes
            self.addButton(made)
            inside.addWidget(made)
        self.buttonClicked.connect(self._on_clicked)

    def show_length(self, minutes: int) -> None:
        """Show which of the usual lengths it is; none is down for a length of one's own."""
        self.setExclusive(False)
        for made, length in self._lengths.items():
            made.setChecked(length == minutes)
        self.setExclusive(True)
        one_is_down = self.checkedButton() is not None
        for place, made in enumerate(self._lengths):
            stops = made.isChecked() or made.hasFocus() or (not one_is_down and place == 0)
            policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        for made, length in self._lengths.items():
            if made is clicked:
                self.chosen.emit(length)
                self.show_length(length)
