"""Whether the screen of this laptop is locked, where that has to be asked: Windows and macOS."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import POINTER, byref, c_bool, c_char_p, c_uint32, c_void_p, string_at
from struct import Struct
from typing import Any

_THIS_SERVER, _THIS_SESSION, _SESSION_INFO = None, 0xFFFFFFFF, 25
_INFO = Struct("<I4xIIi")
"""WTSINFOEXW as far as it is read: level, and behind it session, state and flags.

https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wtsinfoex_level1_w
"""

_LEVEL, _LOCKED = 1, 0
_UTF8 = 0x08000100
_FRAMEWORKS = "/System/Library/Frameworks"


def lock_asker(platform: str = sys.platform) -> Callable[[], bool] | None:
    """How to ask; None where there is no need to, or no way."""
    try:
        if platform == "win32":
            return _of_windows(ctypes.WinDLL("wtsapi32"))  # type: ignore[attr-defined,unused-ignore]
        if platform == "darwin":
            return _of_macos(
                ctypes.CDLL(f"{_FRAMEWORKS}/CoreGraphics.framework/CoreGraphics"),
                ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation"),
            )
    except (OSError, AttributeError):
        return None
    return None


def _of_windows(library: Any) -> Callable[[], bool]:
    ask, free = library.WTSQuerySessionInformationW, library.WTSFreeMemory
    ask.argtypes = c_void_p, c_uint32, c_uint32, POINTER(c_void_p), POINTER(c_uint32)
    ask.restype = c_bool
    free.argtypes, free.restype = (c_void_p,), None

    def is_locked() -> bool:
        answer, size = c_void_p(), c_uint32()
        if not ask(_THIS_SERVER, _THIS_SESSION, _SESSION_INFO, byref(answer), byref(size)):
            return False
        try:
            return _says_locked(string_at(answer, size.value))
        finally:
            free(answer)

    return is_locked


def _says_locked(answer: bytes) -> bool:
    if len(answer) < _INFO.size:
        return False
    level, _session, _state, flags = _INFO.unpack_from(answer)
    return level == _LEVEL and flags == _LOCKED


def _of_macos(graphics: Any, foundation: Any) -> Callable[[], bool]:
    session = graphics.CGSessionCopyCurrentDictionary
    session.argtypes, session.restype = (), c_void_p
    text, value = foundation.CFStringCreateWithCString, foundation.CFDictionaryGetValue
    text.argtypes, text.restype = (c_void_p, c_char_p, c_uint32), c_void_p
    value.argtypes, value.restype = (c_void_p, c_void_p), c_void_p
    truth, release = foundation.CFBooleanGetValue, foundation.CFRelease
    truth.argtypes, truth.restype = (c_void_p,), c_bool
    release.argtypes, release.restype = (c_void_p,), None
    name = text(None, b"CGSSessionScreenIsLocked", _UTF8)

    def is_locked() -> bool:
        said = session()
        if not said:
            return False
        try:
            found = value(said, name)
            return bool(found) and bool(truth(found))
        finally:
            release(said)

    return is_locked
