"""The laptop itself falls asleep or is locked: then the folder is locked too."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

from beraad.ui.vault.screen_lock import lock_asker

_LOGIN = "org.freedesktop.login1"
_BEAT = 5_000
"""Milliseconds between two looks at the clock."""

_ASLEEP = 120
"""Seconds between two looks after which the laptop must have slept: nothing here takes it."""

_SCREENS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SystemLock(QObject):
    """Says `begun` when sleep or the lock of the system begins, where that can be heard.

    On Linux by DBus (systemd-logind and the screen savers). On Windows and macOS the system is
    asked now and then whether its screen is locked. Everywhere a clock that went on while this
    program stood still tells, on waking, that the laptop slept.
    """

    begun = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.time,
        ask: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._was_locked = False
        self._listens = False
        self._clock = clock
        self._looked = 0.0
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self.look)

    def listen(self) -> None:
        """Listen from now on; a bus that is not there says nothing."""
        if self._listens:
            return
        self._listens = True
        self._ask = self._ask or lock_asker()
        self._looked = self._clock()
        self._beat.start()
        if not sys.platform.startswith("linux"):
            return
        from PySide6.QtDBus import QDBusConnection

        # PySide6 says that it wants bytes, and takes only what `SLOT` gives.
        changed: Any = SLOT("on_changed(bool)")
        locked: Any = SLOT("on_locked()")
        system, own = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        manager, session = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
        if system.isConnected():
            system.connect(_LOGIN, "", manager, "PrepareForSleep", self, changed)
            system.connect(_LOGIN, "", session, "Lock", self, locked)
        if own.isConnected():
            for each in _SCREENS:
                own.connect("", "", each, "ActiveChanged", self, changed)

    @Slot()
    def look(self) -> None:
        """See whether much more time went by than between two looks, or the screen was locked."""
        before, self._looked = self._looked, self._clock()
        was_locked, self._was_locked = self._was_locked, self._ask is not None and self._ask()
        if self._looked - before > _ASLEEP or (self._was_locked and not was_locked):
            self.begun.emit()

    @Slot(bool)
    def on_changed(self, begins: bool) -> None:  # noqa: FBT001
        """Sleep or a lock begins, or is over."""
        if begins:
            self.begun.emit()

    @Slot()
    def on_locked(self) -> None:
        """The session is locked."""
        self.begun.emit()
