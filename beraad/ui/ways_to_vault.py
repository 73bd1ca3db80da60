"""The ways to the vault: offered at the first start, and changed from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.coming_back import comes_back
from beraad.ui.ways import Ways

if TYPE_CHECKING:
    from beraad.ui.vault.setup_screen import Aim
    from beraad.ui.widgets.page_width import PageWidth


class WaysToVault(Ways):
    """Shows what sets the vault up; `start_wished` goes back, `lock_wished` locks it.

    `begun` says that it is about to work in the folder, so that nobody else does.
    """

    lock_wished = Signal()
    begun = Signal()
    idle_chosen = Signal(int)

    def offer(self) -> bool:
        """Begin with a password where there is none, unless somebody said not now.

        Returns whether that was done.
        """
        desk = self._desk
        if desk.has_vault or self._settings.plain_chosen or desk.folder_problem is not None:
            return False
        from beraad.ui.vault.setup_screen import Aim

        self._set_up(Aim.FIRST)
        return True

    @Slot()
    def set_up(self) -> None:
        """Put the folder under a key."""
        from beraad.ui.vault.setup_screen import Aim

        self._set_up(Aim.SET_UP)

    @Slot()
    def renew_password(self) -> None:
        """Choose another password."""
        from beraad.ui.vault.setup_screen import Aim

        self._set_up(Aim.PASSWORD)

    @Slot()
    def renew_paper(self) -> None:
        """Make a key for on paper."""
        from beraad.ui.vault.setup_screen import Aim

        self._set_up(Aim.PAPER)

    def card(self, room: PageWidth, *, is_busy: bool) -> QWidget:
        """What the settings say about the vault; `is_busy` while a beraad is open."""
        from beraad.ui.preferences.vault_card import VaultCard

        card = VaultCard(
            self._look,
            room,
            has_vault=self._desk.has_vault,
            is_locked=self._desk.is_locked,
            is_busy=is_busy,
            settings=self._settings,
        )
        card.lock_wished.connect(self.lock_wished)
        card.set_up_wished.connect(self.set_up)
        card.password_wished.connect(self.renew_password)
        card.paper_wished.connect(self.renew_paper)
        card.minutes_chosen.connect(self._on_minutes)
        return card

    def _set_up(self, aim: Aim) -> None:
        from beraad.ui.vault.setup_screen import SetupScreen

        self.begun.emit()
        screen = SetupScreen(self._desk, self._look, aim)
        screen.back_wished.connect(self.start_wished)
        screen.done.connect(self.start_wished)
        screen.declined.connect(self._on_declined)
        comes_back(screen, lambda _: self._set_up(aim))
        self._show(screen)
        screen.take_focus()

    @Slot()
    def _on_declined(self) -> None:
        self._settings.plain_chosen = True
        self.start_wished.emit()

    @Slot(int)
    def _on_minutes(self, minutes: int) -> None:
        self._settings.idle_minutes = minutes
        self.idle_chosen.emit(minutes)
