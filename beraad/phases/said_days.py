"""Days as people say them: "morgen", "over twee weken", "volgende week vrijdag", "eind januari"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from beraad.phases.dates import MONTHS, full_date, monday_before
from beraad.phases.numbers import in_words

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_RELATIVE = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}

Near = Callable[[int, int], date]
"""The date of a month and a day that is meant when no year is said."""

_WEEK = len(DAYS)
_YEAR = 12
_HALF_MONTH, _END = 15, 31
_PLAIN = 2001
"""A year that is no leap year."""

_MOST = 1000
"""Steps of a day, week, month or year that somebody may mean; more is a slip of the pen."""

_DAY = rf"({'|'.join(f'{day[:2]}(?:{day[2:]})?' for day in DAYS)})\.?"
_COUNTS = {in_words(number): number for number in range(1, 11)} | {
    "een": 1,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
}
_STEP = rf"(\d{{1,4}}|{'|'.join(_COUNTS)}) (dag(?:en)?|weken|week|maand(?:en)?|jaar)"
_AHEAD = re.compile(rf"over {_STEP}")
_AGO = re.compile(rf"{_STEP} geleden")
_NEXT = re.compile(rf"(?:volgende|volg\.) {_DAY}")
_LAST = re.compile(rf"vorige {_DAY}")
_COMING = re.compile(rf"(?:komende|aanstaande|a\.s\.) {_DAY}|{_DAY} (?:aanstaande|a\.s\.)")
_GONE = re.compile(rf"(?:afgelopen|jongstleden|j\.l\.) {_DAY}|{_DAY} (?:jongstleden|j\.l\.)")
_IN_WEEK = re.compile(
    rf"(?:op )?(?:{_DAY} (volgende|vorige|deze) week|(volgende|vorige|deze) week(?: op)? {_DAY})"
)
_WEEKS = {"vorige": -1, "deze": 0, "volgende": 1}
_PART = re.compile(
    r"(begin|half|medio|eind(?:e)?)(?: van)? (de|deze|volgende|vorige|[a-z]{3,9}\.?)"
    r"(?: (maand|jaar|\d{4}))?"
)
_SPAN = re.compile(r"(?:(?:in de loop van )?(volgende|komende|deze)) (week|maand|jaar|tijd)")


def said_day(text: str, today: date, near: Near) -> date | str | None:
    """The day that is meant, or why that is more than one day; None when no day is said so.

    `text` is in small letters with single spaces.
    """
    for read in (_in_steps, _weekday_said, _in_week, _part_of_month):
        found = read(text, today, near)
        if found is not None:
            return found
    if _SPAN.fullmatch(text):
        return _more_than_one(text, "Welke dag?", today + timedelta(weeks=1))
    return None


def month_named(name: str) -> int | None:
    """The month that is called so, also in short; None when there is none, or more than one."""
    if name == "mrt":
        return 3
    starts = [i for i, month in enumerate(MONTHS, start=1) if month.startswith(name)]
    return starts[0] if len(starts) == 1 else None


def weekday_named(name: str) -> int:
    """Which day of the week this is, counted from Monday; two letters are enough."""
    return next(place for place, day in enumerate(DAYS) if day.startswith(name))


def _in_steps(text: str, today: date, near: Near) -> date | None:  # noqa: ARG001
    if (days := _RELATIVE.get(text)) is not None:
        return today + timedelta(days=days)
    text = text.replace("een half jaar", "6 maanden")
    for pattern, way in ((_AHEAD, 1), (_AGO, -1)):
        if found := pattern.fullmatch(text):
            count = way * (_COUNTS.get(found[1]) or int(found[1]))
            return _stepped(today, count, found[2]) if abs(count) <= _MOST else None
    return None


def _stepped(day: date, count: int, unit: str) -> date:
    if unit.startswith("dag"):
        return day + timedelta(days=count)
    if unit.startswith("we"):
        return day + timedelta(weeks=count)
    months = day.month - 1 + count * (_YEAR if unit == "jaar" else 1)
    year, month = day.year + months // _YEAR, months % _YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _weekday_said(text: str, today: date, near: Near) -> date | str | None:  # noqa: ARG001
    """The next one is another to one person than to another while this week still has one."""
    if found := _COMING.fullmatch(text):
        return today + timedelta(days=_ahead(found[1] or found[2], today) or _WEEK)
    if found := _GONE.fullmatch(text):
        return today - timedelta(days=_behind(found[1] or found[2], today) or _WEEK)
    if found := _NEXT.fullmatch(text):
        first = today + timedelta(days=_ahead(found[1], today) or _WEEK)
        return _one_of(text, first, first + timedelta(weeks=1), today)
    if found := _LAST.fullmatch(text):
        first = today - timedelta(days=_behind(found[1], today) or _WEEK)
        return _one_of(text, first, first - timedelta(weeks=1), today)
    return None


def _one_of(text: str, near: date, far: date, today: date) -> date | str:
    if monday_before(near) != monday_before(today):
        return near
    first, second = sorted((near, far))
    return _more_than_one(text, f"Is het {full_date(first)} of {full_date(second)}?", first)


def _in_week(text: str, today: date, near: Near) -> date | None:  # noqa: ARG001
    found = _IN_WEEK.fullmatch(text)
    if found is None:
        return None
    day, which = (found[1], found[2]) if found[1] else (found[4], found[3])
    weeks = timedelta(weeks=_WEEKS[which])
    return monday_before(today) + weeks + timedelta(days=weekday_named(day))


def _part_of_month(text: str, today: date, near: Near) -> date | str | None:
    found = _PART.fullmatch(text)
    if found is None:
        return None
    part = {"begin": 1, "half": _HALF_MONTH, "medio": _HALF_MONTH}.get(found[1], _END)

    def meant(month: int) -> date:
        return near(month, min(part, monthrange(_PLAIN, month)[1]))

    month = _month_of(found[2], found[3] or "", today, meant)
    if month is None:
        return None
    if found[1] == "begin":
        return _more_than_one(text, "Welke dag?", month)
    return month.replace(day=min(part, monthrange(month.year, month.month)[1]))


def _month_of(word: str, after: str, today: date, near: Callable[[int], date]) -> date | None:
    """The first day of the month that is meant."""
    steps = {"de": 0, "deze": 0, "volgende": 1, "vorige": -1}
    if word in steps:
        first = today.replace(day=1)
        return _stepped(first, steps[word], "maand") if after == "maand" else None
    month = month_named(word.rstrip("."))
    if month is None or after in {"maand", "jaar"}:
        return None
    return date(int(after), month, 1) if after else near(month).replace(day=1)


def _more_than_one(text: str, question: str, example: date) -> str:
    day = f"{example.day}-{example.month}-{example.year}"
    return f"“{text.capitalize()}” kan meer dagen zijn. {question} Schrijf bijvoorbeeld {day}."


def _ahead(day: str, today: date) -> int:
    return (weekday_named(day) - today.weekday()) % _WEEK


def _behind(day: str, today: date) -> int:
    return (today.weekday() - weekday_named(day)) % _WEEK
