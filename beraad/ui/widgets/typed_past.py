"""Somebody who types words while the focus is on what a space presses, and does not see that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from beraad.ui.announce import announce

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TypedPast:
    """Keeps the space after letters from pressing what has the focus; the next space does.

    Letters on it were meant for a text elsewhere, and so was the space that ends their word. On a
    button one letter may be a key of the screen: there `letters` makes a word.
    """

    def __init__(self, pressed: QWidget, *, letters: int, does: str) -> None:
        self._pressed = pressed
        self._letters = letters
        self._does = does
        self._typed = 0

    def heeds(self, event: QKeyEvent) -> bool:
        """Whether this key is the space after a letter, and nothing has to be done."""
        is_space = event.key() == Qt.Key.Key_Space
        skipped = is_space and self._typed >= self._letters
        if event.key() != Qt.Key.Key_Shift:
            letter = event.text().isalnum() and not event.modifiers() & ~_SHIFT
            self._typed = self._typed + 1 if letter else 0
        if skipped:
            announce(self._pressed, f"Hier typ je geen tekst. Nog eens spatie {self._does}.")
        return skipped

    def forget(self) -> None:
        """Who comes back with the focus begins anew."""
        self._typed = 0
