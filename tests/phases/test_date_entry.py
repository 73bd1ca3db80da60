from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.phases.date_entry import read_date
from beraad.phases.dates import full_date

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-12-2026", date(2026, 12, 1)),
        ("1/12/26", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("1 december", date(2026, 12, 1)),
        ("1 dec", date(2026, 12, 1)),
        ("1 mrt", date(2027, 3, 1)),
        (" 18 November 2026 ", date(2026, 11, 18)),
        ("18-11", date(2026, 11, 18)),
        ("17-11", date(2027, 11, 17)),
        ("31-2-2026", None),
        ("volgende week", None),
        ("1 ju", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_it_is_meant(typed, meant):
    assert read_date(typed, today=TODAY) == meant


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_date_in_words_reads_back(day):
    assert read_date(full_date(day), today=TODAY) == day
