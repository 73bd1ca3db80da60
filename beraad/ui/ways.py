"""What leads from the start screen to other screens, and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from beraad.ui.desk import Desk
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look


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
