"""Letting the system write nothing of our memory to disk when the program dies, nor show it."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def leave_no_core() -> None:
    """No core dump, and no other program of this user that reads our memory (prctl(2)).

    Where the system has no such thing, nothing happens.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
