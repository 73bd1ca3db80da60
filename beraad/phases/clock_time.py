"""The time at which a beraad begins, read as people write it."""

from __future__ import annotations

import re
from datetime import time

_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?: ?(?:uur|u))?", re.IGNORECASE)


def clock_time(text: str) -> time | None:
    """The time that is written: "14:30", "14.30", "9 uur"; None for what is no time."""
    found = _TIME.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    try:
        return time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError:
        return None
