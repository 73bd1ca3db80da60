"""Keys that a field leaves to the whole beraad."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_Key = QKeySequence.StandardKey
_NOT_OURS = (_Key.Undo, _Key.Redo, _Key.MoveToEndOfLine, _Key.DeleteEndOfLine)
"""The last two are Ctrl+E and Ctrl+K on Linux: the verslag and the clock of the beraad."""


class KeysElsewhere(QObject):
    """Lets shortcuts of the screen go before what the field itself would do with a key.

    For a TextField it waits for the cursor: seeing every event of every field takes its time.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in _NOT_OURS)
        ):
            event.ignore()
            return True
        return False
