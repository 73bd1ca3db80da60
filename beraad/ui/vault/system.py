"""The laptop itself falls asleep or is locked: then the folder is locked too."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN = "org.freedesktop.login1"
_SCREENS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SystemLock(QObject):
    """Says `begun` when sleep or the lock of the system begins, where that can be heard.

    On Linux by DBus (systemd-logind and the screen savers); on Windows and macOS nothing is heard.
    """

    begun = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listens = False

    def listen(self) -> None:
        """Listen from now on; a bus that is not there says nothing."""
        if self._listens or not sys.platform.startswith("linux"):
            return
        from PySide6.QtDBus import QDBusConnection

        self._listens = True
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

    @Slot(bool)
    def on_changed(self, begins: bool) -> None:  # noqa: FBT001
        """Sleep or a lock begins, or is over."""
        if begins:
            self.begun.emit()

    @Slot()
    def on_locked(self) -> None:
        """The session is locked."""
        self.begun.emit()
