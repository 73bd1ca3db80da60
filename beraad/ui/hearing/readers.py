"""Whether a screen reader that runs now hears announcements.

On Linux a reader asks for what it wants to hear, and an older Orca (43, in Debian 12) does not ask
for announcements: they would be lost in silence. Elsewhere the system passes them on.
"""

from __future__ import annotations

import sys

_CONNECTION = "beraad-hearing"
_PATIENCE = 200
"""Milliseconds in which an answer is of use."""

_ANNOUNCED = "object:announcement"


def hear_announcements() -> bool:
    """Whether somebody asked for announcements; also True when that cannot be known."""
    if sys.platform != "linux":
        return True
    asked = _asked_for()
    return asked is None or _ANNOUNCED in asked.casefold()


def _asked_for() -> str | None:
    """The events that readers asked for; None when nobody can tell."""
    from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

    error = QDBusMessage.MessageType.ErrorMessage
    system = QDBusInterface("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus")
    system.setTimeout(_PATIENCE)
    found = system.call("GetAddress")
    if found.type() is error or not found.arguments():
        return None
    bus = QDBusConnection(_CONNECTION)
    if not bus.isConnected():
        bus = QDBusConnection.connectToBus(str(found.arguments()[0]), _CONNECTION)
    service = "org.a11y.atspi.Registry"
    registry = QDBusInterface(service, "/org/a11y/atspi/registry", service, bus)
    registry.setTimeout(_PATIENCE)
    events = registry.call("GetRegisteredEvents")
    # PySide6 cannot take this list of pairs apart; the text of the answer holds all of it.
    return None if events.type() is error else repr(events)
