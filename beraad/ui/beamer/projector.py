"""Where the group's window is: on the beamer, in a window to share, or away."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.beamer.screens import Screens, Spot, other_spot
from beraad.ui.beamer.window import GroupWindow

_KEYS_BACK = (700, 1500)
"""Milliseconds after a swap, when both windows have their place."""

_SHARED = (1280, 720)
"""Size of the ordinary window, to share in a video call."""


class Place(Enum):
    """Where the group's window is."""

    OFF = auto()
    WINDOW = auto()
    BEAMER = auto()
    UNPLUGGED = auto()


class Projector(QObject):
    """Keeps the group's window on the shared screen, and the laptop's window off it."""

    moved = Signal()

    def __init__(self, window: GroupWindow, laptop: QWidget, screens: Screens) -> None:
        super().__init__()
        self._window = window
        self._laptop = laptop
        self._screens = screens
        self._spot: Spot | None = None
        self.place = Place.OFF
        screens.changed.connect(self._on_screens)
        screens.moved.connect(self.moved)
        window.closed.connect(self.switch_off)

    @property
    def is_on(self) -> bool:
        """Whether the group can see something."""
        return self.place in {Place.WINDOW, Place.BEAMER}

    @property
    def is_mirrored(self) -> bool:
        """Whether a second screen shows what the laptop's own shows."""
        laptop = self._screens.spot_of(self._laptop)
        others = [spot for spot in self._screens.spots() if spot != laptop]
        return laptop is not None and any(spot.mirrors(laptop) for spot in others)

    @property
    def is_shared(self) -> bool:
        """Whether the laptop's window stands where the group looks."""
        laptop = self._screens.spot_of(self._laptop)
        away = self._laptop.isMinimized() or self.place is not Place.BEAMER
        return not away and laptop is not None and laptop == self._spot

    @property
    def covers_laptop(self) -> bool:
        """Whether the window may lie over the laptop's: on one screen it is an ordinary one."""
        return self.place is Place.WINDOW

    @Slot()
    def switch_on(self) -> None:
        """Show the window on the other screen; with one screen, as an ordinary window."""
        self._screens.follow(self._laptop)
        laptop = self._screens.spot_of(self._laptop)
        spot = other_spot(self._screens.spots(), laptop)
        if spot is None:
            self._show_as_window()
            # It covers the laptop's window: keys go to what is seen, and Esc takes it away again.
            self._window.raise_()
            self._window.activateWindow()
        else:
            self._fill(spot)
            self._laptop.activateWindow()

    @Slot()
    def switch_off(self) -> None:
        """Take the window away; the laptop's window comes back if it had to hide."""
        if self.place is Place.OFF:
            return
        self._settle(Place.OFF)
        self._window.hide()
        self._spot = None
        if self._laptop.isMinimized():
            self._laptop.showNormal()

    @Slot()
    def swap(self) -> None:
        """Let the group's window and the laptop's change screens.

        A laptop's window that stands where the group looks goes to the other screen alone.
        """
        laptop = self._screens.spot_of(self._laptop)
        if self.place is not Place.BEAMER or self._spot is None or laptop is None:
            if self.place is not Place.OFF:
                self.switch_on()
            return
        group = self._spot
        if laptop == group:
            elsewhere = other_spot(self._screens.spots(), group)
            if elsewhere is not None:
                self._screens.bring(self._laptop, elsewhere)
        else:
            self._window.hide()
            self._spot = laptop
            self._screens.bring(self._laptop, group)
            self._fill(laptop)
            for later in _KEYS_BACK:
                QTimer.singleShot(later, self, self._give_keys_back)
        self._laptop.activateWindow()

    @Slot()
    def _give_keys_back(self) -> None:
        """A window manager may give the keys to what came last, and nobody types for the group."""
        if self._window.isActiveWindow() and self.place is Place.BEAMER:
            self._laptop.activateWindow()

    @Slot()
    def _on_screens(self) -> None:
        """A screen came, went or got another size; Qt has not moved any window yet."""
        if self.place in {Place.OFF, Place.WINDOW}:
            self.moved.emit()
            return
        spots = {spot.name: spot for spot in self._screens.spots()}
        group = spots.get(self._spot.name) if self._spot else None
        laptop = self._screens.spot_of(self._laptop)
        if group is None:
            self._unplug(other_spot(spots.values(), laptop))
        elif laptop is None or laptop.mirrors(group):
            self._hide_laptop(other_spot(spots.values(), group))
        elif group != self._spot or self.place is Place.UNPLUGGED:
            self._fill(group)

    def _unplug(self, elsewhere: Spot | None) -> None:
        """The shared screen is gone: go to another one, or wait out of sight for its return."""
        self._window.hide()
        if elsewhere is None:
            self._settle(Place.UNPLUGGED)
        else:
            self._fill(elsewhere)

    def _hide_laptop(self, elsewhere: Spot | None) -> None:
        """The laptop's own screen is gone: its window must not land where the group looks."""
        if elsewhere is None:
            self._laptop.setWindowState(self._laptop.windowState() | Qt.WindowState.WindowMinimized)
        else:
            self._screens.bring(self._laptop, elsewhere)
        self.moved.emit()

    def _fill(self, spot: Spot) -> None:
        self._spot = spot
        self._screens.fill(self._window, spot)
        self._settle(Place.BEAMER)

    def _show_as_window(self) -> None:
        self._spot = None
        self._window.setWindowFlags(Qt.WindowType.Window)
        self._window.resize(*_SHARED)
        self._window.showNormal()
        self._settle(Place.WINDOW)

    def _settle(self, place: Place) -> None:
        self.place = place
        self.moved.emit()
