"""The time that is left, as the group reads it."""

from __future__ import annotations

_MINUTE = 60


def time_left(seconds: int) -> str:
    """What is left of a ronde in whole minutes: "nog 6 min", or without a word "+2 min"."""
    minutes = -(-abs(seconds) // _MINUTE)
    return f"nog {minutes} min" if seconds >= 0 else f"+{minutes} min"
