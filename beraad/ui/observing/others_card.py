"""The sheets of other raters that lie beside one's own, each to be taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from beraad.training.observing.rating import Rating
from beraad.ui.widgets.parts import button, in_card, label, row, title_above

FIRST = 2
"""The number of the first of the others: one's own sheet is the first."""


class OthersCard(QFrame):
    """`away_wished` carries the Rating that is to go, and its number."""

    away_wished = Signal(object, int)

    def __init__(self, others: Sequence[Rating]) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = in_card(self, spacing=8)
        inside.addWidget(title_above("Bladen van anderen"))
        inside.addWidget(
            label(
                "Ze liggen hier tot je ze weghaalt, ook als je opnieuw kijkt. Met Geef mee gaan ze "
                "niet mee.",
                role="muted",
            )
        )
        for number, each in enumerate(others, start=FIRST):
            line = row()
            line.addWidget(label(f"Blad {number}"), 1)
            away = button("Haal weg", kind="link", name="sheet-away")
            away.setAccessibleName(f"Haal weg: blad {number}")
            away.clicked.connect(partial(self.away_wished.emit, each, number))
            line.addWidget(away)
            inside.addLayout(line)
