"""The key that says that a text is ready."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def is_done(event: QKeyEvent) -> bool:
    """Whether this key says that a text is ready: Ctrl+Enter."""
    entered = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return entered and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
