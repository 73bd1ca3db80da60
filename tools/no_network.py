"""A process that dies as soon as it, or a program that it starts, asks the system for the network.

The system itself watches (seccomp), so it does not matter in which language a library was written.
Sockets within this machine, as a screen uses them, are let alone. With `-p tools.no_network` every
test of that pytest runs so.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import socket
import sys
from typing import Final

DEATH: Final = -getattr(signal, "SIGSYS", 31)
"""What a process ends with that asked for the network, as `subprocess` tells it."""

_MACHINES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Per machine its number for the system, and that of the call that makes a socket."""
_LOAD, _IS, _RETURN = 0x20, 0x15, 0x06
_CALL, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2

can_forbid: Final = sys.platform == "linux" and platform.machine() in _MACHINES


class _Rule(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("then", ctypes.c_uint8),
        ("otherwise", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Rules(ctypes.Structure):
    _fields_ = (("number", ctypes.c_uint16), ("rules", ctypes.POINTER(_Rule)))


def forbid() -> None:
    """Forbid the network to this process and all that come from it, for good. Raises OSError."""
    machine, makes_socket = _MACHINES[platform.machine()]
    rules = (_Rule * 9)(
        _Rule(_LOAD, 0, 0, _MACHINE),
        _Rule(_IS, 0, 6, machine),
        _Rule(_LOAD, 0, 0, _CALL),
        _Rule(_IS, 0, 3, makes_socket),
        _Rule(_LOAD, 0, 0, _FIRST_ARGUMENT),
        _Rule(_IS, 2, 0, socket.AF_INET),
        _Rule(_IS, 1, 0, socket.AF_INET6),
        _Rule(_RETURN, 0, 0, _ALLOW),
        _Rule(_RETURN, 0, 0, _KILL),
    )
    system = ctypes.CDLL(None, use_errno=True)
    asked = _Rules(len(rules), rules)
    for call in (
        (_NO_NEW_PRIVILEGES, 1, 0, 0, 0),
        (_SECCOMP, _FILTER, ctypes.byref(asked), 0, 0),
    ):
        if system.prctl(*call):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def pytest_configure() -> None:
    """As a plugin: before any test."""
    forbid()
