"""Who can open the beraden, and locking them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from beraad.ui.preferences.card import Card
from beraad.ui.theme.icons import Icon
from beraad.ui.theme.look import Look
from beraad.ui.vault.locking import KEYS
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import button, label

OPEN_BERAAD = "Ga eerst terug naar de lijst: er is nu een beraad open."


class VaultCard(Card):
    """Three wishes when the vault is on and open, one when there is none."""

    set_up_wished = Signal()
    password_wished = Signal()
    paper_wished = Signal()
    lock_wished = Signal()

    def __init__(
        self, look: Look, room: PageWidth, *, has_vault: bool, is_locked: bool, is_busy: bool
    ) -> None:
        about = f"nu meteen: {KEYS}" if has_vault and not is_locked else ""
        super().__init__("Kluis", sign=Icon.PRIVATE, look=look, room=room, about=about)
        if not has_vault:
            self._say("Je beraden zijn op deze laptop nog zonder wachtzin te lezen.")
            ways = (("Zet de kluis aan", "set-up-vault", self.set_up_wished),)
        elif is_locked:
            self._say("De map is vergrendeld.")
            ways = ()
        else:
            self._say(
                "Je beraden zijn versleuteld. Doe je een kwartier niets, dan vergrendelt Beraad "
                "ze; niet tijdens een ronde en niet als het groepsscherm aan staat."
            )
            ways = (
                ("Vergrendel nu", "lock-now", self.lock_wished),
                ("Nieuwe wachtzin", "new-password", self.password_wished),
                ("Nieuwe herstelsleutel", "new-paper", self.paper_wished),
            )
        if is_busy and ways:
            self._say(OPEN_BERAAD)
        flow = FlowLayout(spacing=10)
        for text, name, wish in ways:
            made = button(text, name=name)
            made.setEnabled(not is_busy or name == "lock-now")
            made.clicked.connect(wish)
            flow.addWidget(made)
        if ways:
            self.inside.addLayout(flow)

    def _say(self, text: str) -> None:
        self.inside.addWidget(label(text, role="muted"))
