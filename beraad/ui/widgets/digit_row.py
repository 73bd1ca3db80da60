"""The keys above the letters as digits, also where a digit there needs Shift, as on AZERTY.

Shortcuts go by the sign that a key writes, and there those keys write & é " ' ( without Shift. The
place of a key is the same on every keyboard.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_DIGITS = "1234567890"
_ON_X11 = {code: digit for digit, code in zip(_DIGITS, range(10, 20), strict=True)}
_ON_WINDOWS = {code: digit for digit, code in zip(_DIGITS, range(2, 12), strict=True)}
_MAC_CODES = (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1D)
_ON_MAC = {code: digit for digit, code in zip(_DIGITS, _MAC_CODES, strict=True)}


def digit_of(event: QKeyEvent, system: str = sys.platform) -> str:
    """The digit on the key that was pressed; empty when it is no key above the letters."""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return ""
    match system:
        case "darwin":
            return _ON_MAC.get(event.nativeVirtualKey(), "")
        case "win32":
            return _ON_WINDOWS.get(event.nativeScanCode(), "")
        case _:
            return _ON_X11.get(event.nativeScanCode(), "")


def digit_meant(event: QKeyEvent) -> str:
    """The digit of a key without Ctrl or Alt, by its sign or else by its place; empty when none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
        return ""
    if event.text().isdecimal():
        return event.text()
    return "" if modifiers else digit_of(event)


def is_alt_and_digit(event: QKeyEvent) -> bool:
    """Whether this is Alt with such a key alone: a key for the page, and no sign of a text."""
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and bool(digit_of(event))


def goes_before_shortcut(event: QEvent) -> bool:
    """Whether this is Ctrl with such a key that writes another sign by itself.

    A shortcut with that sign, as Ctrl and "-" on the key of 6, does not come first then.
    """
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        and not Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
        and bool(digit_of(event))
    )
