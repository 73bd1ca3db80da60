"""Who can open the beraden, and locking them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal, Slot

from beraad.ui.outside_vault import EVERYTHING
from beraad.ui.preferences.card import Card
from beraad.ui.preferences.given import given
from beraad.ui.settings import Settings
from beraad.ui.theme.icons import Icon
from beraad.ui.theme.look import Look
from beraad.ui.vault.locking import KEYS
from beraad.ui.widgets.choice_field import ChoiceField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.page_width import PageWidth
from beraad.ui.widgets.parts import button, label


class Wait(StrEnum):
    """Minutes in which nobody does anything."""

    VERY_SHORT = "2"
    SHORT = "5"
    USUAL = "15"
    LONG = "30"
    VERY_LONG = "60"


_WAITS = tuple((wait, f"{wait} minuten") for wait in Wait)
OPEN_BERAAD = "Ga eerst terug naar de lijst: er is nu een beraad open."


class VaultCard(Card):
    """Three wishes when the vault is on and open, one when there is none."""

    set_up_wished = Signal()
    password_wished = Signal()
    paper_wished = Signal()
    lock_wished = Signal()
    minutes_chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        room: PageWidth,
        *,
        has_vault: bool,
        is_locked: bool,
        is_busy: bool,
        settings: Settings,
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
                "Je beraden zijn versleuteld. Doe je een tijd niets, dan vergrendelt Beraad ze; "
                "niet tijdens een ronde en niet als het groepsscherm aan staat."
            )
            self._say(EVERYTHING)
            self.line(
                "Vergrendel na",
                given(self._waiting(settings.idle_minutes), settings, "kluis/minuten"),
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

    def _waiting(self, minutes: int) -> ChoiceField:
        waiting = ChoiceField(_WAITS)
        waiting.setObjectName("idle-minutes")
        waiting.setAccessibleName("Vergrendel na")
        waiting.show_value(Wait(str(minutes)))
        waiting.edited.connect(self._on_waiting)
        return waiting

    @Slot(object)
    def _on_waiting(self, wait: Wait) -> None:
        self.minutes_chosen.emit(int(wait))

    def _say(self, text: str) -> None:
        self.inside.addWidget(label(text, role="muted"))
