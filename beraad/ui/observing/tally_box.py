"""How many questions of each kind were asked: one key for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from beraad.phases.behaviours import QuestionKind
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, in_card, label, title_above

KEYS: Mapping[str, QuestionKind] = {kind[0].upper(): kind for kind in QuestionKind}
"""The key that counts one of a kind: its first letter."""

_SAYS = "Eén toets per vraag, zolang je niet typt. Backspace haalt de laatste weg."


class TallyBox(QFrame):
    """`counted` carries a kind; `taken_back` that the last one was none."""

    counted = Signal(object)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = in_card(self, spacing=8)
        inside.addWidget(title_above("Soort vraag"))
        inside.addWidget(label(_SAYS, role="small"))
        ways = FlowLayout(spacing=8)
        self._buttons: dict[QuestionKind, QPushButton] = {}
        for key, kind in KEYS.items():
            made = button("", name=f"tally-{kind.name.lower()}")
            made.setToolTip(f"Toets {key}")
            made.clicked.connect(partial(self.counted.emit, kind))
            self._buttons[kind] = made
            ways.addWidget(made)
        back = button("Laatste weg", kind="link", name="tally-back")
        back.clicked.connect(self.taken_back)
        ways.addWidget(back)
        inside.addLayout(ways)

    def show_tally(self, tally: Mapping[QuestionKind, int]) -> None:
        """Show how many there are of each kind."""
        for key, kind in KEYS.items():
            count = tally.get(kind, 0)
            self._buttons[kind].setText(f"{key}  {kind}  {count}")
            self._buttons[kind].setAccessibleName(f"{key}, {kind}, {count} geteld")
