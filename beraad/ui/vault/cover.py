"""What is seen when the folder was to be locked, and something could not be kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable
from beraad.ui.theme.look import Look
from beraad.ui.vault.parts import card
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import button, column, label, row
from beraad.ui.widgets.scroll import centred

_WIDEST = 660
_WHY = (
    "Niet alles is bewaard, dus Beraad vergrendelt nog niet. Wat je schreef, staat er nog; het is "
    "alleen uit beeld."
)


class Cover(QWidget):
    """A page without a word of a beraad, over the screen that cannot be locked away yet."""

    again_wished = Signal()
    back_wished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Nog niet vergrendeld")
        made, inside = card("Nog niet vergrendeld", _WHY)
        self._told = label()
        inside.addWidget(self._told)
        foot = Folding()
        ways = row(foot, spacing=12)
        self._again = button("Vergrendel alsnog", kind="primary", name="lock-again")
        self._again.clicked.connect(self.again_wished)
        ways.addWidget(self._again)
        back = button("Terug naar je werk", name="uncover")
        back.clicked.connect(self.back_wished)
        ways.addWidget(back)
        ways.addStretch(1)
        inside.addWidget(foot)
        middle = QWidget()
        around = column(middle)
        around.addStretch(1)
        around.addWidget(made)
        around.addStretch(2)
        column(self).addWidget(centred(middle, widest=look.scale.px(_WIDEST)))

    def tell(self, problem: Solvable | None) -> None:
        """Say why something could not be kept, without the words themselves."""
        said = "" if problem is None else f"{problem.happened} {problem.way_out}".strip()
        self._told.setText(said)
        self._told.setVisible(bool(said))

    def take_focus(self) -> None:
        """Put the cursor on the way to what was wished."""
        self._again.setFocus()
