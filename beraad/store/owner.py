"""Whose file this is, on Windows."""

from __future__ import annotations

import ctypes
from ctypes import byref, c_void_p, c_wchar_p
from pathlib import Path
from typing import Any

_UNKNOWN = "van wie het is, is niet te zien"
_OF_A_FILE, _OWNER = 1, 1
_QUERY, _TOKEN_USER = 8, 1
_ADMINISTRATORS = frozenset(
    {
        "S-1-5-18",  # the system itself
        "S-1-5-32-544",
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # what installs Windows
    }
)


def is_of_system_or_user(path: Path) -> bool:
    """Whether the system, an administrator or this user owns it. Raises OSError."""
    owner = _owner(path)
    return owner in _ADMINISTRATORS or owner == _user()


def _owner(path: Path) -> str:
    owner, descriptor = c_void_p(), c_void_p()
    failed = _library("advapi32").GetNamedSecurityInfoW(
        *(c_wchar_p(str(path)), _OF_A_FILE, _OWNER),
        *(byref(owner), None, None, None, byref(descriptor)),
    )
    if failed:
        raise OSError(failed, _UNKNOWN)
    try:
        return _as_text(owner)
    finally:
        _library("kernel32").LocalFree(descriptor)


def _user() -> str:
    kernel, advapi = _library("kernel32"), _library("advapi32")
    kernel.GetCurrentProcess.restype = c_void_p
    token = c_void_p()
    if not advapi.OpenProcessToken(c_void_p(kernel.GetCurrentProcess()), _QUERY, byref(token)):
        raise OSError(_last(), _UNKNOWN)
    try:
        told, size = ctypes.create_string_buffer(256), ctypes.c_ulong()
        if not advapi.GetTokenInformation(token, _TOKEN_USER, told, len(told), byref(size)):
            raise OSError(_last(), _UNKNOWN)
        return _as_text(c_void_p.from_buffer(told))
    finally:
        kernel.CloseHandle(token)


def _as_text(sid: c_void_p) -> str:
    text = c_wchar_p()
    if not _library("advapi32").ConvertSidToStringSidW(sid, byref(text)):
        raise OSError(_last(), _UNKNOWN)
    try:
        return text.value or ""
    finally:
        _library("kernel32").LocalFree(text)


def _library(name: str) -> Any:
    # Only Windows has this, and types are checked elsewhere.
    return getattr(ctypes, "WinDLL")(name, use_last_error=True)  # noqa: B009


def _last() -> int:
    return int(getattr(ctypes, "get_last_error")())  # noqa: B009
