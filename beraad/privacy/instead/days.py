"""A day as part of a month, a season or some ten years: "half maart", "de jaren vijftig"."""

from __future__ import annotations

import re

from beraad.privacy.dutch.dates import MONTHS, Day

_SEASONS = ("de winter", "het voorjaar", "de zomer", "het najaar")
_MONTH_NAMES = tuple(MONTHS)[:12]
_TENS = (
    "nul", "tien", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig",
    "negentig",
)  # fmt: skip
_ON = re.compile(r"\b(?:op|dd|d\.d|datum)[.:]? (?:de )?$")
_FROM = re.compile(
    r"\b(?:sinds|vanaf|van|tot|na|voor|rond|t/m|tussen|en|begin|eind|half|in|uit|per) (?:de )?$"
)
_EARLY, _HALFWAY = 10, 20
_MONTHS_OF_A_YEAR = 12
_CENTURY = 2000


def stretch(day: Day | None, before: str) -> str:
    """What is said instead of a day: a season, or part of a month when its year is 0.

    The words fit `before`, what stands in front. Empty when it is not known which day is meant.
    """
    if day is None or not 1 <= day.month <= _MONTHS_OF_A_YEAR:
        return ""
    if day.year:
        season = _SEASONS[day.month % _MONTHS_OF_A_YEAR // 3]
        return _fitted(f"{season} van {day.year}", before)
    part = "begin" if day.day <= _EARLY else "half" if day.day <= _HALFWAY else "eind"
    name = f"{part} {_MONTH_NAMES[day.month - 1]}"
    return f"een dag {name}" if _ON.search(before) else name


def some_ten_years(year: int, before: str) -> str:
    """What is said instead of the day or the year in which somebody was born."""
    if year < _CENTURY:
        return _fitted(f"de jaren {_TENS[year % 100 // 10]}", before)
    return _fitted(f"de jaren na {year - year % 10 - 1}", before)


def _fitted(words: str, before: str) -> str:
    """The words behind the preposition that is there already, or with one of their own."""
    if _ON.search(before):
        return f"een dag in {words}"
    return words if _FROM.search(before) else f"in {words}"
