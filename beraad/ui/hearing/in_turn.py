"""Keys in the order in which they were pressed, also while a screen reader is asked about each.

On Linux Qt holds every key until the screen reader has said whether it wants it, and lets shortcuts
go at once. Whatever was typed just before a shortcut would land where the shortcut leads.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAction, QKeyEvent, QShortcut, QShortcutEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from beraad.ui.collecting import is_emptied

_LOOKS_EACH = 10
"""Milliseconds between two looks whether a shortcut may go."""

_MOST_LOOKS = 40
"""How often it looks after the last sign of a key; a screen reader keeps some for itself.

Looks and no seconds: after a standstill there is nothing to see yet of what came meanwhile.
"""


_WITH_OTHERS = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta})
"""Keys that write nothing by themselves: a shortcut begins with one."""


class _Waiting(NamedTuple):
    """A shortcut that was pressed after so many keys, with this window in front."""

    after: int
    target: QObject
    event: QShortcutEvent
    front: QWidget | None


class KeysInTurn(QObject):
    """Holds each shortcut until the keys before it are where they belong.

    Costs something for every event, so it begins when somebody listens, and ends with its parent.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._pressed = 0
        self._arrived = 0
        self._looks = 0
        self._waiting: deque[_Waiting] = deque()
        self._lets_go = False
        self._timer = QTimer(self, interval=_LOOKS_EACH)
        self._timer.timeout.connect(self._look)
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if not is_emptied(self) and QAccessible.isActive():
            self._app.focusChanged.disconnect(self._on_focus)
            self.begin()

    def begin(self) -> None:
        """Look at every event from now on, before all that looked until now."""
        self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See keys come and arrive; True for a shortcut that has to wait."""
        if is_emptied(self):
            return False
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() not in _WITH_OTHERS:
                self._on_key(watched, event)
        elif kind is QEvent.Type.Shortcut and isinstance(event, QShortcutEvent):
            return self._holds(watched, event)
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent) -> None:
        self._looks = 0
        if not watched.isWindowType():
            if event.spontaneous():  # Nobody was asked about it.
                self._arrived = self._pressed
        elif event.spontaneous():
            self._pressed += 1
        else:
            self._let_go()
            self._arrived += 1

    def _holds(self, target: QObject, event: QShortcutEvent) -> bool:
        if self._lets_go or (not self._waiting and self._arrived >= self._pressed):
            return False
        again = QShortcutEvent(event.key(), event.shortcutId(), event.isAmbiguous())
        self._waiting.append(_Waiting(self._pressed, target, again, _front()))
        self._timer.start()
        return True

    @Slot()
    def _look(self) -> None:
        self._looks += 1
        if self._looks > _MOST_LOOKS:
            self._arrived = self._pressed
        self._let_go()
        if not self._waiting:
            self._timer.stop()

    def _let_go(self) -> None:
        """Let every shortcut go before which all keys have arrived."""
        while self._waiting and self._waiting[0].after <= self._arrived:
            _, target, event, front = self._waiting.popleft()
            if front is _front() and _still_heeds(target):
                self._lets_go = True
                try:
                    QCoreApplication.sendEvent(target, event)
                finally:
                    self._lets_go = False


def _front() -> QWidget | None:
    """What takes all keys to itself."""
    return QApplication.activeModalWidget() or QApplication.activePopupWidget()


def _still_heeds(target: QObject) -> bool:
    if not isValid(target):
        return False
    return not isinstance(target, QShortcut | QAction) or target.isEnabled()
