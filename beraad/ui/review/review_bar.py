"""Under the review: back, and on to making documents once everything is decided."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from beraad.errors import Solvable
from beraad.privacy.leaving.undecided import DECIDE_HERE
from beraad.publishing.layers import Publication
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import button, row, set_look, way_back


class ReviewBar(Folding):
    """Leads on only when no place is open."""

    back_wished = Signal()
    register_wished = Signal()
    open_places_wished = Signal()
    publish_wished = Signal()

    def __init__(self, publication: Publication, banner: Banner, *, is_practice: bool) -> None:
        super().__init__()
        self.setProperty("panel", "bar")
        self._banner = banner
        self._waiting = 0
        self._told: Solvable | None = None
        self._narrow = False
        inside = row(self, spacing=14)
        inside.setContentsMargins(20, 6, 20, 6)
        back = way_back("← Terug", self.back_wished)
        inside.addWidget(back)
        inside.addStretch(1)
        if publication.registers and not is_practice:
            register = button("In het register zetten", name="register")
            register.clicked.connect(self._on_register)
            inside.addWidget(register)
        self._on = button("", name="export")
        self._on.clicked.connect(self.go_on)
        inside.addWidget(self._on)

    def show_open(self, count: int) -> None:
        """Tell on the button how many places stand in the way."""
        if count != self._waiting and self._told is not None:
            self._banner.solve(self._told)
            self._told = None
        self._waiting = count
        set_look(self._on, "kind", "" if count else "primary")
        self._show()

    def fit(self, *, narrow: bool) -> None:
        """Say less when there is little room."""
        self._narrow = narrow
        self._show()

    def _show(self) -> None:
        places = "1 plek" if self._waiting == 1 else f"{self._waiting} plekken"
        still = f"Nog {places}" if self._narrow else f"Document maken: nog {places}"
        self._on.setText(still if self._waiting else "Document maken →")

    def take_focus(self) -> None:
        """Put the focus on what comes next."""
        self._on.setFocus()

    @Slot()
    def go_on(self) -> None:
        """Go on to making documents; with a place open, tell so and go to the first."""
        if not self._waiting:
            self.publish_wished.emit()
            return
        self._tell_waiting()

    @Slot()
    def _on_register(self) -> None:
        if self._waiting:
            self._tell_waiting()
        else:
            self.register_wished.emit()

    def refuse(self, problem: Solvable) -> None:
        """Say why it cannot go on, until somebody decided about a place."""
        self._told = problem
        self._banner.show_problem(problem)

    def _tell_waiting(self) -> None:
        """Say how many places wait, and go to the first."""
        places = "Eén plek wacht" if self._waiting == 1 else f"{self._waiting} plekken wachten"
        self.refuse(
            Solvable(
                f"{places} nog op jouw besluit.",
                kept="Alles is bewaard.",
                way_out=DECIDE_HERE,
            )
        )
        self.open_places_wished.emit()
