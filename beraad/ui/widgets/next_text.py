"""Typing along: from one text to the next, past the choices and ticks between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.reading_order import is_written_in, stops_after


def to_next_text(field: QWidget) -> None:
    """Put the cursor in the next text of this page; in what comes next when there is none."""
    for there in stops_after(field, _page(field)):
        if is_written_in(there):
            there.setFocus(Qt.FocusReason.TabFocusReason)
            return
    field.focusNextChild()


def is_enter(event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether this is Enter, on either side of the keyboard, with exactly these modifiers."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_only(event, modifiers)


def is_only(event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a key is pressed with exactly these modifiers, wherever on the keyboard."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == modifiers


def _page(field: QWidget) -> QWidget:
    return next(pages_around(field), None) or field.window()
