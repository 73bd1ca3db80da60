"""What leads from the start screen to other screens, and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from beraad.ui.desk import Desk
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.below import below


class Ways(QObject):
    """`show` puts a screen in the window; `start_wished` goes back to the list."""

    start_wished = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        desk: Desk,
        look: Look,
        settings: Settings,
        show: Callable[[QWidget], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._look = look
        self._settings = settings
        self._show = show

    def _come_back_to(self, name: str) -> None:
        """Put the focus on the button that led to the screen one comes back from."""
        for door in below(self._window, QPushButton):
            if door.objectName() == name and door.isVisible():
                door.setFocus(Qt.FocusReason.OtherFocusReason)
                return
