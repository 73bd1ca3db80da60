"""Dates as a Dutch reader writes them, without asking the system for its language."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

_JULY = 7
_SEASON = re.compile(r"(?P<half>voorjaar|najaar) (?P<year>\d{4})")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d{2})")


def full_date(day: date) -> str:
    """The day in full: "22 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """The day for a narrow place, without the year: "22 nov"."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {'mrt' if month == 'maart' else month[:3]}"


def dated(day: date) -> str:
    """The day for a narrow place, with its year: "22 nov 2026"."""
    return f"{short_date(day)} {day.year}"


def iso_week(day: date) -> str:
    """The week in which the day falls, as it is kept: "2026-W47" (ISO 8601)."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def week_label(week: str) -> str:
    """An ISO week in words: "2026-W47" becomes "week 47, 2026".

    Raises ValueError when the text is not an ISO week.
    """
    year, number = _year_and_week(week)
    return f"week {number}, {year}"


def origin_label(week: str) -> str:
    """The week of the beraad that something came from, in words; without one it says so.

    Raises ValueError when the text is not an ISO week.
    """
    return week_label(week) if week else "zonder beraad"


def monday_of(week: str) -> date:
    """The first day of an ISO week; raises ValueError when the text is not an ISO week."""
    return date.fromisocalendar(*_year_and_week(week), 1)


def monday_before(day: date) -> date:
    """The first day of the week in which a day falls."""
    return day - timedelta(days=day.weekday())


def season_of(day: date) -> str:
    """The half of the year in which the day falls: "voorjaar 2026", from July "najaar 2026"."""
    return f"{'voorjaar' if day.month < _JULY else 'najaar'} {day.year}"


def start_of(season: str) -> date:
    """The first day of a half year; raises ValueError when the text is none."""
    found = _SEASON.fullmatch(season)
    if found is None:
        msg = "not a half year"
        raise ValueError(msg)
    return date(int(found["year"]), 1 if found["half"] == "voorjaar" else _JULY, 1)


def _year_and_week(week: str) -> tuple[int, int]:
    found = _WEEK.fullmatch(week)
    if found is None:
        msg = "not an ISO week"
        raise ValueError(msg)
    return int(found["year"]), int(found["week"])
