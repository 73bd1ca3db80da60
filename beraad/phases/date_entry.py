"""Reading a date as somebody types it."""

from __future__ import annotations

import re
from datetime import date

from beraad.phases.dates import MONTHS

_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_WORDS = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_date(text: str, *, today: date) -> date | None:
    """Return the day somebody means by "1-12", "1 december" or "2026-12-01".

    Without a year it is the first such day from today on. None when it is no date.
    """
    text = text.strip().casefold()
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return _day(year, month, day)
    if found := _NUMBERS.fullmatch(text):
        return _near(found[3], int(found[2]), int(found[1]), today)
    if (found := _WORDS.fullmatch(text)) and (month := _month(found[2])):
        return _near(found[3], month, int(found[1]), today)
    return None


def _month(name: str) -> int | None:
    if name == "mrt":
        return 3
    starts = [i for i, month in enumerate(MONTHS, start=1) if month.startswith(name)]
    return starts[0] if len(starts) == 1 else None


def _near(year: str | None, month: int, day: int, today: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) < len("2026") else 0), month, day)
    this_year = _day(today.year, month, day)
    if this_year is None or this_year >= today:
        return this_year
    return _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
