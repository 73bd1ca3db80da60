"""Choosing an oefencasus."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.phases.dates import full_date
from beraad.training.practice import PracticeCase, Shelf
from beraad.ui.start.tile import Tile
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.parts import button, column, label, row
from beraad.ui.widgets.scroll import Canvas, scrolled
from beraad.ui.widgets.way_out import leave_by_esc


class PracticeScreen(QWidget):
    """Invented cases; each is opened as a copy, apart from real beraden."""

    chosen = Signal(object)
    empty_chosen = Signal()
    register_chosen = Signal()
    start_wished = Signal()

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Oefenen")
        canvas = Canvas(sides=72, top=30)
        self.banner = Banner()
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(scrolled(canvas), 1)
        inside = column(canvas, spacing=14)
        home = button("← Beraden", kind="link")
        home.clicked.connect(self.start_wished)
        leave_by_esc(self, self.start_wished)
        top = row()
        top.addWidget(home)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(label("Oefenen", role="title"))
        inside.addWidget(
            label(
                "Deze casussen zijn verzonnen. Je opent een kopie, in een eigen map, en overal "
                "staat erbij dat het een oefening is.",
                role="muted",
            )
        )
        inside.addSpacing(6)
        self._cases: dict[QWidget, PracticeCase] = {}
        for case in shelf.cases:
            tile = Tile(
                case.title, f"{case.summary} Leerdoel: {case.aim}", name=f"case-{case.name}"
            )
            tile.setToolTip(f"Regels nagekeken op {full_date(case.checked_on)}")
            tile.clicked.connect(self._on_chosen)
            self._cases[tile] = case
            inside.addWidget(tile)
        empty = Tile(
            "Lege oefening", "Zelf een verzonnen casus invoeren met je groep", name="case-empty"
        )
        empty.clicked.connect(self.empty_chosen)
        inside.addWidget(empty)
        register = Tile(
            "Oefenregister",
            "Twee jaar signalen van vier verzonnen teams: kijk in overzicht en patronen, maak een "
            "beleidsbrief. Leerdoel: zien hoe een signaal terugkomt.",
            name="practice-register",
        )
        register.clicked.connect(self.register_chosen)
        inside.addWidget(register)
        inside.addStretch(1)
        for problem in shelf.refused[:1]:
            self.banner.show_problem(problem)

    def take_focus(self) -> None:
        """Put the focus on the first case."""
        for tile in self._cases:
            tile.setFocus()
            return

    @Slot()
    def _on_chosen(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.chosen.emit(self._cases[tile])
