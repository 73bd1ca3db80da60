"""A role and a day that stand on one line, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from beraad.phases.date_entry import Reach, read_date
from beraad.phases.said_days import month_named

_LONGEST_DAY = 4
"""Words: "do 3 december 2026"."""

_EDGES = " ,;:.·-–/()"
_WRITTEN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LIKE_A_DAY = re.compile(
    r"(?<!\d)(?:\d{8}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2} ?[-/.] ?\d{1,2}(?: ?[-/.] ?\d{2,4})?"
    r"|\d{1,2}(?:e|ste|de)?[ -]?"
    r"(?:[a-z]{3,9} \d{4}|(?P<month>[a-z]{3,9})\b\.?(?:[ ,-]+'?\d{2,4})?))"
    r"(?!\d)",
    re.IGNORECASE,
)


class RoleAndDay(NamedTuple):
    """What stood on the line.

    Attributes:
        typed: what looks like a day and is none that exists, or cannot be read; else empty.
    """

    role: str
    on: date | None
    typed: str = ""


def role_and_day(text: str, today: date) -> RoleAndDay:
    """The role and the day on one line; the day stands last, first, or between."""
    words = text.split()
    for start, end in _spans(len(words)):
        said = " ".join(words[start:end]).strip(_EDGES)
        is_between = start > 0 and end < len(words)
        if is_between and not any(map(str.isdecimal, said)):
            continue
        on = read_date(_parted(said), today=today, reach=Reach.PAST)
        if isinstance(on, date):
            rest = (" ".join(part).strip(_EDGES) for part in (words[:start], words[end:]))
            return RoleAndDay(", ".join(filter(None, rest)), on)
    line = " ".join(words)
    found = _like_a_day(line)
    if found is None:
        return RoleAndDay(line, None)
    rest = (part.strip(_EDGES) for part in (line[: found.start()], line[found.end() :]))
    return RoleAndDay(", ".join(filter(None, rest)), None, found.group())


def _like_a_day(line: str) -> re.Match[str] | None:
    found = _LIKE_A_DAY.search(line)
    while found and found["month"] and month_named(found["month"].lower()) is None:
        found = _LIKE_A_DAY.search(line, found.end("month"))
    return found


def _parted(said: str) -> str:
    """A day without anything between year, month and day, as it is read."""
    together = _WRITTEN_TOGETHER.fullmatch(said)
    return "-".join(together.groups()) if together else said


def _spans(count: int) -> Iterator[tuple[int, int]]:
    """Where a day may stand: the longest first, and at the end before elsewhere."""
    for length in range(min(_LONGEST_DAY, count), 0, -1):
        last = count - length
        for start in dict.fromkeys((last, 0, *range(last))):
            yield start, start + length
