"""Keys for a widget, and patience until they arrived.

With a screen reader about, Qt asks it about every key before the widget gets that: a key is on its
way then while the program goes on.
"""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_PATIENCE = 5.0


def type_in(widget: QWidget, text: str) -> None:
    """Type this text in a widget."""
    arrivals = _Arrivals(widget)
    QTest.keyClicks(widget, text)
    arrivals.wait_for(len(text))


def press(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press one key in a widget."""
    arrivals = _Arrivals(widget)
    held = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        held |= each
    QTest.keyClick(widget, key, held)
    arrivals.wait_for(1)


class _Arrivals(QObject):
    """Counts the keys that a widget saw being let go."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self._count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        self._count += event.type() is QEvent.Type.KeyRelease
        return False

    def wait_for(self, count: int) -> None:
        """Let the program go on until so many arrived, or there is no widget for them any more."""
        end = monotonic() + _PATIENCE
        while self._count < count and isValid(self._widget) and monotonic() < end:
            QApplication.processEvents()
        if isValid(self._widget):
            self._widget.removeEventFilter(self)
