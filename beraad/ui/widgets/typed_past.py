"""Somebody who types words while the focus is on a tick, and does not see that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from beraad.ui.announce import announce

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TypedPast:
    """Keeps the space after a letter from setting the tick that has the focus; the next space does.

    A letter on a tick was meant for a text elsewhere, and so was the space that ends its word.
    """

    def __init__(self, pressed: QWidget) -> None:
        self._pressed = pressed
        self._after_letter = False

    def heeds(self, event: QKeyEvent) -> bool:
        """Whether this key is the space after a letter, and nothing has to be done."""
        is_space = event.key() == Qt.Key.Key_Space
        skipped = is_space and self._after_letter
        if event.key() != Qt.Key.Key_Shift:
            letter = event.text().isalnum() and not event.modifiers() & ~_SHIFT
            self._after_letter = not is_space and letter
        if skipped:
            announce(self._pressed, "Hier typ je geen tekst. Nog eens spatie zet het vinkje.")
        return skipped

    def forget(self) -> None:
        """Who comes back with the focus begins anew."""
        self._after_letter = False
