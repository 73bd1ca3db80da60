from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.phases.dates import (
    full_date,
    iso_week,
    monday_of,
    season_of,
    short_date,
    start_of,
    week_label,
)


@pytest.mark.parametrize(
    ("day", "full", "short", "week", "label"),
    [
        (date(2026, 11, 22), "22 november 2026", "22 nov", "2026-W47", "week 47, 2026"),
        (date(2027, 3, 1), "1 maart 2027", "1 mrt", "2027-W09", "week 9, 2027"),
        (date(2027, 1, 3), "3 januari 2027", "3 jan", "2026-W53", "week 53, 2026"),
        (date(2026, 5, 31), "31 mei 2026", "31 mei", "2026-W22", "week 22, 2026"),
    ],
)
def test_days_and_weeks_as_a_dutch_reader_writes_them(day, full, short, week, label):
    assert full_date(day) == full
    assert short_date(day) == short
    assert iso_week(day) == week
    assert week_label(week) == label


@given(st.dates(min_value=date(1000, 1, 8)))
def test_a_day_falls_in_the_week_that_begins_on_its_monday(day):
    monday = monday_of(iso_week(day))

    assert monday.isoweekday() == 1
    assert 0 <= (day - monday).days < 7


@pytest.mark.parametrize("text", ["", "2026", "2026-47", "2026-W4", "x2026-W47", "2026-W99"])
def test_what_is_no_week_is_refused(text):
    with pytest.raises(ValueError, match="week"):
        monday_of(text)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_falls_in_the_half_year_that_begins_before_it(day):
    start = start_of(season_of(day))

    assert (start.year, start.day) == (day.year, 1)
    assert 0 <= (day - start).days < 184


@pytest.mark.parametrize("text", ["", "najaar", "zomer 2026", "najaar 26", "najaar 2026 "])
def test_what_is_no_half_year_is_refused(text):
    with pytest.raises(ValueError, match="half year"):
        start_of(text)
