"""How a measuring program talks to the bench: it knows when it was started, and tells once."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import NoReturn

FOLDER = Path(sys.argv[1])
"""Where this program finds what it needs, and may write."""

_STARTED = float(sys.argv[2])


def since_start() -> float:
    """Milliseconds since the bench started this process."""
    return (monotonic() - _STARTED) * 1000


def memory() -> float:
    """Megabytes of this process in memory."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Rss:"):
            return int(line.split()[1]) / 1024
    raise LookupError("Rss")


def tell(figures: Mapping[str, float | Sequence[float]]) -> NoReturn:
    """Hand over what was measured and stop at once."""
    json.dump(figures, sys.stdout)
    sys.stdout.flush()
    os._exit(0)
