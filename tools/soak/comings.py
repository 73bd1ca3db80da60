"""Screens that come and go when the walk says so."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from beraad.ui.beamer.screens import Spot

LAPTOP = Spot("laptop", (0, 0, 1366, 768))
BEAMER = Spot("beamer", (1366, 0, 1280, 720))
SECOND = Spot("tweede", (0, 768, 1920, 1080))
MIRROR = Spot("spiegel", (0, 0, 1024, 768))
THERE_ARE = {
    "alleen": (LAPTOP,),
    "beamer": (LAPTOP, BEAMER),
    "spiegel": (LAPTOP, MIRROR),
    "drie": (LAPTOP, BEAMER, SECOND),
    "zonder-laptop": (BEAMER,),
}
"""Which screens there can be, by a name for the walk."""


class Comings(QObject):
    """Takes the place of `Screens`: the same for whoever asks, but plugged in by the walk."""

    changed = Signal()
    moved = Signal()
    there: tuple[Spot, ...] = THERE_ARE["alleen"]
    living: list[Comings] = []  # noqa: RUF012 - the one list of all that were made

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on: dict[QWidget, str] = {}
        Comings.living[:] = [each for each in Comings.living if shiboken6.isValid(each)]
        Comings.living.append(self)

    @classmethod
    def become(cls, name: str) -> None:
        """Let there be these screens from now on."""
        cls.there = THERE_ARE[name]
        for each in tuple(cls.living):
            if shiboken6.isValid(each):
                each.changed.emit()

    def spots(self) -> tuple[Spot, ...]:
        return self.there

    def spot_of(self, window: QWidget) -> Spot | None:
        name = self._on.get(window, LAPTOP.name)
        return next((spot for spot in self.there if spot.name == name), None)

    def follow(self, window: QWidget) -> None:
        pass

    def fill(self, window: QWidget, spot: Spot) -> None:
        self._on[window] = spot.name
        window.setGeometry(*spot.area)
        window.show()

    def bring(self, window: QWidget, spot: Spot) -> None:
        self._on[window] = spot.name
        window.showNormal()
        self.moved.emit()
