"""Reading a date as somebody types it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from beraad.phases.dates import MONTHS, full_date
from beraad.phases.said_days import DAYS, month_named, said_day, weekday_named

_DASHES = str.maketrans("‐‑‒–—―−", "-" * 7)
_WEEKDAY = re.compile(rf"({'|'.join(f'{day[:2]}(?:{day[2:]})?' for day in DAYS)})\b[.,]? ?(.*)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?(\d{4}|\d{2}))?\.?")
_WORDS = re.compile(r"(\d{1,2})(?:e|ste|de)?[ -]?([a-z]{3,9})\.?(?:[ ,-]+'?(\d{4}|\d{2}))?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_CENTURY = 2000
_LONGEST = 64
_EXAMPLE = "Deze datum begrijpt Beraad niet. Schrijf bijvoorbeeld 1-12-2026."


class Reach(Enum):
    """Which way a date lies that is written without its year."""

    COMING = auto()
    PAST = auto()
    NEAREST = auto()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a text is no value of its field; one Dutch sentence or two."""

    why: str


def read_date(text: str, *, today: date, reach: Reach = Reach.COMING) -> date | Unreadable | None:
    """Return the day somebody means by "di 1-12", "morgen" or "eind mei"; None for no text.

    Without a year it is the nearest such day in the direction of `reach`; today lies both ways.
    """
    text = " ".join(text.casefold().translate(_DASHES).split())[:_LONGEST]
    if not text:
        return None
    said = said_day(text, today, lambda month, day: _nearest(month, day, today, reach))
    if said is not None:
        return _in_reach(said) if isinstance(said, date) else Unreadable(said)
    weekday, text = _without_weekday(text)
    if weekday is not None and not text:
        return _next_weekday(weekday, today, reach)
    read = _read(text, today, reach)
    if not isinstance(read, date) or weekday is None or read.weekday() == weekday:
        return read
    # The weekday says more than the way the field looks: "di 17 november" on the 18th.
    for other in (Reach.NEAREST, Reach.COMING, Reach.PAST):
        found = _read(text, today, other)
        if isinstance(found, date) and found.weekday() == weekday:
            return found
    return Unreadable(f"{full_date(read)} is een {DAYS[read.weekday()]}. Welke dag is het?")


def question_about(day: date, *, today: date, reach: Reach, years: int) -> str:
    """What to ask about a day that may be a slip of the pen; empty when it is a likely one."""
    if reach is Reach.COMING and day < today:
        return "Die dag is al geweest. Klopt dat?"
    if reach is Reach.PAST and day > today:
        return "Die dag moet nog komen. Klopt dat?"
    if abs(day - today) > timedelta(days=366 * years):
        return f"Dat is ver weg: {full_date(day)}. Klopt dat?"
    return ""


def _without_weekday(text: str) -> tuple[int | None, str]:
    found = _WEEKDAY.fullmatch(text)
    if found is None:
        return None, text
    return weekday_named(found[1]), found[2]


def _next_weekday(weekday: int, today: date, reach: Reach) -> date:
    ahead = (weekday - today.weekday()) % len(DAYS)
    if reach is Reach.PAST and ahead:
        ahead -= len(DAYS)
    return today + timedelta(days=ahead)


def _read(text: str, today: date, reach: Reach) -> date | Unreadable:
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return _day(year, month, day)
    if found := _NUMBERS.fullmatch(text):
        return _near(found[3], int(found[2]), int(found[1]), today, reach)
    if (found := _WORDS.fullmatch(text)) and (month := month_named(found[2])):
        return _near(found[3], month, int(found[1]), today, reach)
    return Unreadable(_EXAMPLE)


def _nearest(month: int, day: int, today: date, reach: Reach) -> date:
    """A day that every year has, in the direction of `reach`."""
    found = _near(None, month, day, today, reach)
    return found if isinstance(found, date) else date(today.year, month, day)


def _in_reach(day: date) -> date | Unreadable:
    return _day(day.year, day.month, day.day)


def _near(year: str | None, month: int, day: int, today: date, reach: Reach) -> date | Unreadable:
    if year:
        return _day(int(year) + (_CENTURY if len(year) < len("2026") else 0), month, day)
    found = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
    before, this_year, after = found
    if isinstance(this_year, Unreadable):
        later = after if month < today.month else this_year
        earlier = before if month > today.month else this_year
        return {Reach.COMING: later, Reach.PAST: earlier}.get(reach, this_year)
    match reach:
        case Reach.COMING:
            return after if this_year < today else this_year
        case Reach.PAST:
            return before if this_year > today else this_year
        case Reach.NEAREST:
            days = [each for each in found if isinstance(each, date)]
            return min(days, key=lambda each: abs(each - today))


def _day(year: int, month: int, day: int) -> date | Unreadable:
    if not 1 <= month <= len(MONTHS):
        return Unreadable(f"Er is geen maand {month}. Schrijf de dag voor de maand.")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Unreadable(f"Het jaar {year} is te ver weg.")
    last = _last_day(year, month)
    if not 1 <= day <= last:
        return Unreadable(f"{MONTHS[month - 1]} {year} heeft {last} dagen.")
    return date(year, month, day)


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
