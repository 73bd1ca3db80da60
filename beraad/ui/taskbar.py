"""Who this is to the taskbar of Windows: Beraad, and not the Python that runs it."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

IDENTITY = "Beraad.Beraad"


def name_ourselves(platform: str = sys.platform, shell: Any = None) -> None:
    """Say it before the first window; elsewhere there is nothing to say."""
    if platform != "win32":
        return
    try:
        known = shell or ctypes.WinDLL("shell32")  # type: ignore[attr-defined,unused-ignore]
        known.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(IDENTITY))
    except (OSError, AttributeError):
        return
