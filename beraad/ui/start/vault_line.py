"""What the start screen says of a folder that is not safe yet."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from beraad.ui.theme.icons import Icon, Role, put_icon
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import button, label, row

PLAIN = "Je beraden zijn te lezen voor wie bij deze laptop kan."
NO_PAPER = "Er is nog geen herstelsleutel: vergeet je de wachtzin, dan gaat niets meer open."


class VaultLine(Folding):
    """One quiet line, until the vault is on and its key stands on paper.

    `vault_wished` asks for the vault, `paper_wished` for the key on paper.
    """

    vault_wished = Signal()
    paper_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("vault-line")
        self._lacks_paper = False
        inside = row(self, spacing=10)
        sign = label(wrap=False)
        put_icon(sign, Icon.PRIVATE, Role.Link)
        self._said = label(role="small")
        self._way = button("", kind="link", name="make-safe")
        self._way.clicked.connect(self._on_way)
        inside.addWidget(sign)
        inside.addWidget(self._said, 1)
        inside.addWidget(self._way)

    def say(self, *, lacks_paper: bool) -> None:
        """Say that there is a vault without a paper, or no vault at all."""
        self._lacks_paper = lacks_paper
        self._said.setText(NO_PAPER if lacks_paper else PLAIN)
        self._way.setText("Maak de herstelsleutel" if lacks_paper else "Zet de kluis aan")

    @Slot()
    def _on_way(self) -> None:
        (self.paper_wished if self._lacks_paper else self.vault_wished).emit()
