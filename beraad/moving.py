"""Giving a file its name while a virus scanner or a search index holds it for a moment.

Windows refuses to move a file that another program has open, and such programs open each new file.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")

_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5) if os.name == "nt" else ()
"""Seconds between two tries; elsewhere what is refused stays refused."""


def patiently(
    do: Callable[[], _T],
    *,
    waits: tuple[float, ...] = _WAITS,
    wait: Callable[[float], None] = time.sleep,
) -> _T:
    """Do it, and again a moment later while somebody else has the file. Raises OSError."""
    for moment in waits:
        try:
            return do()
        except PermissionError:
            wait(moment)
    return do()
