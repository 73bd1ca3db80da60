"""The oefenregister: made when somebody opens it first, and made anew when somebody wishes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.store.places import register_path
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.widgets.banner import Banner

_BUSY = "Een ogenblik, het oefenregister wordt gemaakt …"


class PracticeRegister(QObject):
    """`ready` says that it can be looked into. Work stops when the screen that asked goes."""

    ready = Signal()

    def __init__(
        self, above: QWidget, banner: Banner, folder: Path, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(above)
        self._banner = banner
        self._folder = folder
        self._now = now
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_made)
        self._job.failed.connect(banner.show_problem)
        self._job.told.connect(self._on_told)

    @Slot()
    def open(self) -> None:
        """Make it when it is not there yet."""
        if register_path(self._folder, practice=False).exists():
            self.ready.emit()
        else:
            self.begin_anew()

    @Slot()
    def begin_anew(self) -> None:
        """Make it as it was at first, with the days of now; what somebody did in it goes."""
        if self._job.start(partial(_made, self._folder, self._now())):
            self._banner.show_message(_BUSY)

    @Slot(int)
    def _on_told(self, percent: int) -> None:
        self._banner.show_message(f"{_BUSY} {percent} %")

    @Slot(object)
    def _on_made(self, made: bool) -> None:  # noqa: FBT001
        self._banner.hide()
        if made:
            self.ready.emit()


def _made(folder: Path, now: datetime, asker: Asker) -> bool:
    """Runs beside the window."""
    from beraad.training.practice_register import made_anew

    return made_anew(folder, now=now, tell=asker.tell, unwanted=asker.unwanted)
