"""Days as people write them: "3-4-1987", "1987-04-03", "3 apr. '87"."""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7,
    "augustus": 8, "september": 9, "oktober": 10, "november": 11, "december": 12, "jan": 1,
    "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER = r"(?:0?[1-9]|1[0-2])"
_ROMAN = r"(?:x?i{1,3}|i?[vx]|vi{1,3}|xi?)"
_YEAR = r"(?:19|20)\d\d"

FULL = (
    rf"(?:{_DAY} ?[-./ ] ?(?:{_NUMBER}|{_ROMAN}) ?[-./ ] ?{_YEAR}"
    rf"|{_DAY}[-/.]{_NUMBER}[-/.](?:'\d\d)|{_DAY}[-/]{_NUMBER}[-/]\d\d"
    rf"|{_YEAR}[-./]{_NUMBER}[-./]{_DAY}|{_DAY}e? ?(?:{_NAMES})\.? ?(?:{_YEAR}|'\d\d))"
    r"(?!\w|[-./]\d)"
)
"""A day with its year."""

LOOSE = (
    rf"(?:{FULL}|{_DAY}[./ ]{_NUMBER}[./ ]\d\d|{_DAY}e? ?(?:{_NAMES})\.?(?: \d\d(?!\d))?"
    rf"|\d{{8}}|\d{{6}}|{_DAY}[-/]{_NUMBER}|{_YEAR})(?!\w|[-./]\d)"
)
"""A day or year in any form; only to be trusted behind a word that announces it."""

_NUMERIC = re.compile(r"(?P<day>\d{1,2})[-./ ]+(?P<month>\d{1,2})[-./ ]+'?(?P<year>\d{4}|\d\d)")
_ISO = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})")
_WRITTEN = re.compile(rf"(?P<day>\d{{1,2}})e? ?(?P<name>{_NAMES})\.? ?'?(?P<year>\d{{4}}|\d\d)")
_SHORT = re.compile(rf"(?P<day>\d{{1,2}})(?:[-/. ]+(?P<month>\d{{1,2}})|e? ?(?P<name>{_NAMES})\.?)")
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was written; it need not exist. The year is 0 when none was written."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}"


def parse(text: str, *, this_year: int) -> Day | None:
    """Return the day that is written here in full, or None. Two digits are a year in the past."""
    match = _NUMERIC.fullmatch(text) or _ISO.fullmatch(text) or _WRITTEN.fullmatch(text)
    if not match:
        return None
    parts = match.groupdict()
    month = MONTHS[parts["name"]] if "name" in parts else int(parts["month"])
    year = int(parts["year"])
    if year < _CENTURY:
        year += this_year - this_year % _CENTURY
        year -= _CENTURY if year > this_year else 0
    return Day(year, month, int(parts["day"]))


def parse_short(text: str) -> Day | None:
    """Return the day of a month that is written here without its year, or None."""
    match = _SHORT.fullmatch(text)
    if not match:
        return None
    month = MONTHS[match["name"]] if match["name"] else int(match["month"])
    return Day(0, month, int(match["day"]))
