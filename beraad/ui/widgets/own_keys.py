"""Which keys are left to a participant who has the laptop in hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_COMMANDS = _CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TEXT_SIZE = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Underscore})


def leads_off(event: QKeyEvent) -> bool:
    """Whether this key may do something outside the card of who writes.

    A field takes its own keys first; of the others the size of the text and locking are left.
    """
    key, held = event.key(), event.modifiers() & (_COMMANDS | _SHIFT)
    if held & _CTRL and (key in _TEXT_SIZE or (key == Qt.Key.Key_L and held == _CTRL | _SHIFT)):
        return False
    return bool(held & _COMMANDS) or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
