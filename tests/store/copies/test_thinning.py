from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from beraad.store.copies.thinning import DAYS, LATEST, MONTHS, WEEKS, to_keep

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
PAST = st.lists(
    st.integers(0, 60_000).map(lambda hours: NOW - timedelta(hours=hours)),
    max_size=80,
)


def daily(count: int) -> list[datetime]:
    return [NOW - timedelta(days=number) for number in range(count)]


def test_two_years_of_days_become_a_few_days_weeks_and_months():
    kept = to_keep(daily(730), now=NOW)
    assert set(daily(10)) <= kept
    assert len(kept) <= LATEST + DAYS + WEEKS + MONTHS
    assert (NOW - min(kept)).days > 300


def test_of_one_day_only_the_last_few_stay():
    hours = [NOW - timedelta(minutes=10 * number) for number in range(30)]
    assert to_keep(hours, now=NOW) == frozenset(hours[:LATEST])


def test_a_week_of_another_year_is_another_week():
    year_ago = [NOW - timedelta(days=number) for number in (364, 371)]
    assert {at.isocalendar().week for at in year_ago} <= {at.isocalendar().week for at in daily(10)}
    assert set(year_ago) <= to_keep([*daily(10), *year_ago], now=NOW)


def test_a_clock_that_was_ahead_costs_no_backup():
    ahead = NOW + timedelta(days=4000)
    assert to_keep([*daily(30), ahead], now=NOW) == to_keep(daily(30), now=NOW) | {ahead}
    assert to_keep(daily(30), now=ahead) == to_keep(daily(30), now=NOW)


@given(PAST)
def test_the_latest_always_stays_and_thinning_twice_is_thinning_once(moments):
    kept = to_keep(moments, now=NOW)
    assert kept <= set(moments)
    assert set(sorted(set(moments), reverse=True)[:LATEST]) <= kept
    assert to_keep(kept, now=NOW) == kept


@given(PAST, st.sampled_from(range(1, 40)))
def test_who_is_thinned_every_day_keeps_what_who_is_thinned_at_once_keeps(moments, step):
    """Nothing that will be wanted later is thrown away earlier."""
    kept: frozenset[datetime] = frozenset()
    ordered = sorted(set(moments))
    for end in range(step, len(ordered) + step, step):
        kept = to_keep([*kept, *ordered[end - step : end]], now=NOW)
    assert kept == to_keep(moments, now=NOW)
