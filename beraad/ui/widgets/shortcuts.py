"""Keys that a screen heeds wherever in it the cursor is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from beraad.ui.announce import announce

_NOTHING_TO_SEARCH = "Er is hier nog niets om in te zoeken."
_UNDO, _REDO = "Ctrl+Z", ("Ctrl+Shift+Z", "Ctrl+Y")


def heed(
    screen: QWidget,
    keys: str,
    action: Callable[[], object] | SignalInstance,
    *,
    repeats: bool = True,
) -> None:
    """Do this at these keys; once only for who holds them down, unless it `repeats`."""
    shortcut = QShortcut(QKeySequence(keys), screen)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(repeats)
    shortcut.activated.connect(action)


def heed_all(screen: QWidget, *heeded: tuple[str, Callable[[], object] | SignalInstance]) -> None:
    """Do each of these at its keys."""
    for keys, action in heeded:
        heed(screen, keys, action)


def look_for(field: QLineEdit) -> None:
    """Put the cursor in a search field, over what stands there; nowhere while it is not in sight.

    A field is out of sight where there is nothing to search yet.
    """
    if field.isVisible():
        field.setFocus()
        field.selectAll()
    else:
        announce(field.window(), _NOTHING_TO_SEARCH)


def heed_undo(screen: QWidget, undo: Callable[[], object], redo: Callable[[], object]) -> None:
    """Take back and do again, by the keys that are usual for it."""
    heed_all(screen, (_UNDO, undo), *((keys, redo) for keys in _REDO))
