"""When a ronde has little time left, and how that is said to the gespreksleider."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from beraad.phases.plan import Share

SOON_CHOICES = (10, 20, 30)
NEARLY_CHOICES = (0, 5, 10)
LATE_CHOICES = (3, 5, 10)
"""What can be chosen: two parts of a ronde in percent, and minutes of the whole talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """When the clock says something.

    Attributes:
        soon: percent of a ronde left at which the clock names the minutes.
        nearly: percent of a ronde left at which it is almost over.
        late: minutes behind on the whole plan from which the clock offers ways out.
    """

    soon: int = 20
    nearly: int = 5
    late: int = 3


class TimeMark(IntEnum):
    """How much of a ronde is left; each comes after the one before."""

    ROOM = 0
    SOON = 1
    NEARLY = 2
    OVER = 3


def mark_of(share: Share, thresholds: Thresholds) -> TimeMark:
    """Return how much of this ronde is left."""
    if share.left < 0:
        return TimeMark.OVER
    percent = share.left * 100 / (share.minutes * 60)
    if percent <= thresholds.nearly:
        return TimeMark.NEARLY
    return TimeMark.SOON if percent <= thresholds.soon else TimeMark.ROOM


def left_in_words(mark: TimeMark, left: int) -> str:
    """What is left of a ronde, beside the clock: "nog 3 minuten", "bijna om", "4 min over"."""
    minutes = whole_minutes(left)
    match mark:
        case TimeMark.ROOM:
            return f"nog {minutes} min"
        case TimeMark.SOON:
            return f"nog {minutes} {_word(minutes)}"
        case TimeMark.NEARLY:
            return "bijna om"
        case TimeMark.OVER:
            return f"{minutes} min over"


def told(mark: TimeMark, left: int) -> str:
    """What is said once when a ronde comes at this mark."""
    minutes = whole_minutes(left)
    match mark:
        case TimeMark.ROOM:
            return ""
        case TimeMark.SOON:
            return f"Nog {minutes} {_word(minutes)} voor deze ronde."
        case TimeMark.NEARLY:
            return "De tijd voor deze ronde is bijna om."
        case TimeMark.OVER:
            return "De tijd voor deze ronde is om."


WRITTEN = "De tijd om te schrijven is om. Nu het rondje."
"""What is said once in ronde 6 when the silent writing is over."""


def writing_in_words(left: int) -> str:
    """How the silent writing stands, beside the clock."""
    return f"stil schrijven: nog {whole_minutes(left)} min" if left > 0 else "nu het rondje"


def behind_in_words(seconds: int) -> str:
    """How the whole talk stands: "op plan", or minutes "voor" or "achter"."""
    minutes = round(seconds / 60)
    if minutes > 0:
        return f"{minutes} min achter op plan"
    if minutes < 0:
        return f"{-minutes} min voor op plan"
    return "op plan"


def whole_minutes(seconds: int) -> int:
    """So many minutes, a part of a minute counted as one; the sign is left out."""
    return -(-abs(seconds) // 60)


def _word(minutes: int) -> str:
    return "minuut" if minutes == 1 else "minuten"
