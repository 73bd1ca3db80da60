"""Nobody can be found back in a number, nor in the difference of two."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from beraad.phases.dates import iso_week
from beraad.records import FEWEST_BERADEN, FEWEST_TEAMS, Count, Period
from beraad.signals.overview import overview
from beraad.signals.patterns import patterns
from beraad.signals.small_numbers import (
    Ranked,
    counted,
    day_of,
    groups,
    half_year,
    in_numbers,
    is_within,
    middle,
    total_of,
    widened,
)
from beraad.signals.small_numbers import seen as seen_in
from tests.signals.support import TODAY, facts, line

TEAMS = ("Noord", "Zuid", "Oost", "West")
TITLES = ("Wachten zonder inkomen", "Giften van familie", "Twee loketten")
START = date(2025, 1, 6)
held = st.tuples(st.sampled_from(TEAMS), st.integers(0, 103), st.sampled_from(TITLES))
talks = st.lists(held, max_size=40)
HALVES = tuple(half_year(date(year, month, 1)) for year in (2025, 2026) for month in (3, 9))
PERIODS = tuple(
    Period(first.first, last.last) for place, first in enumerate(HALVES) for last in HALVES[place:]
)


def day(week):
    return START + timedelta(weeks=week)


def sightings(said):
    return [seen_in(team, iso_week(day(week)), day(week)) for team, week, _ in said]


def lines(said):
    return [
        line(number, team=team, on=day(week), title=title)
        for number, (team, week, title) in enumerate(said)
    ]


@pytest.mark.parametrize(("beraden", "teams"), [(2, 2), (3, 1), (0, 0)])
def test_a_number_that_points_to_somebody_cannot_be_made(beraden, teams):
    with pytest.raises(ValueError, match="so few"):
        Count(beraden, teams)


def test_a_number_never_tells_more_teams_than_beraden():
    with pytest.raises(ValueError, match="more teams"):
        Count(3, 4)


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ([("Noord", 1), ("Zuid", 2)], None),
        ([("Noord", 1), ("Noord", 2), ("Noord", 3)], None),
        ([("Noord", 1), ("noord ", 1), ("Zuid", 2)], None),
        ([("Noord", 1), ("Zuid", 2), ("Noord", 3)], Count(3, 2)),
        ([("Noord", 1), ("Zuid", 2), ("Noord", 3), ("West", 4), ("West", 5)], Count(3, 2)),
        ([("Noord", 24), ("Zuid", 25), ("West", 30)], None),
    ],
    ids=["two", "one team", "twice the same beraad", "enough", "two are left over", "two halves"],
)
def test_only_full_groups_of_one_half_year_are_counted(said, count):
    assert counted(sightings([(team, week, "") for team, week in said])) == count


@given(talks)
def test_every_group_holds_enough_beraden_and_teams_of_one_half_year(said):
    for group in groups(sightings(said)):
        assert len({one.beraad for one in group}) == len(group) >= FEWEST_BERADEN
        assert len({one.team for one in group}) >= FEWEST_TEAMS
        assert len({half_year(day_of(one.week)) for one in group}) == 1


@given(talks, talks)
def test_who_subtracts_two_days_finds_no_team(before, later):
    """An overview, and another one after more beraden came: what is new stands for several."""
    last = max((week for _, week, _ in before), default=0)
    after = [*before, *((team, min(103, last + week), title) for team, week, title in later)]
    for title in TITLES:
        of_before = sightings(one for one in before if one[2] == title)
        of_after = sightings(one for one in after if one[2] == title)
        gone = in_numbers(of_before) - in_numbers(of_after)
        new = in_numbers(of_after) - in_numbers(of_before)

        if not {one.on for one in of_before} & {day(last)}:
            assert not gone
        if new and not gone:
            assert len(new) >= FEWEST_BERADEN
            assert len({team for _, team in new}) >= FEWEST_TEAMS


@given(talks)
def test_who_subtracts_two_periods_finds_no_team(said):
    """For every two overviews, and every row: the difference is nothing, or several teams."""
    made = {period: overview(lines(said), period, today=TODAY) for period in PERIODS}
    for title in TITLES:
        seen = sightings(one for one in said if one[2] == title)
        inside = {
            period: in_numbers(one for one in seen if is_within(day_of(one.week), period))
            for period in PERIODS
        }
        for first, second in combinations(PERIODS, 2):
            for apart in (inside[first] - inside[second], inside[second] - inside[first]):
                assert not apart or len(apart) >= FEWEST_BERADEN
                assert not apart or len({team for _, team in apart}) >= FEWEST_TEAMS
        for period, found in made.items():
            told = {row.title: row.count for row in found.rows}
            assert told.get(title) == counted(
                one for one in seen if is_within(day_of(one.week), period)
            )


@given(talks)
def test_a_total_leaves_nothing_over_when_its_rows_are_taken_off(said):
    for period in PERIODS:
        made = overview(lines(said), period, today=TODAY)
        rows = [
            groups(
                one
                for one, (_, _, title) in zip(sightings(said), said, strict=True)
                if title == row.title and is_within(day_of(one.week), period)
            )
            for row in made.rows
        ]

        assert made.total == total_of(rows)
        beraden = {one.beraad for full in rows for group in full for one in group}
        told = made.total.beraden if made.total else 0
        assert told <= len(beraden)
        assert told <= sum(row.count.beraden for row in made.rows if row.count)


def test_a_total_of_one_group_of_a_few_rows_tells_no_more_teams_than_beraden():
    """Two rows of three beraden, with one beraad in both: five beraden are one group."""
    weeks = (("Noord", 1), ("Zuid", 2), ("Oost", 3), ("West", 4), ("West", 5))
    beraden = sightings([(team, week, "") for team, week in weeks])
    full = [groups(beraden[:3]), groups(beraden[2:])]
    order = Ranked(beraden)

    assert total_of(full) == Count(3, 3)
    assert order.total_of([order.places(each[0]) for each in full]) == Count(3, 3)


few = st.tuples(st.sampled_from(TEAMS[:2]), st.integers(0, 14), st.just(TITLES[0]))


@given(st.lists(few, min_size=2, max_size=12), few, st.integers(0, 200))
@example([("Noord", 1, ""), ("Noord", 2, ""), ("Zuid", 9, "")], ("Noord", 3, ""), 0)
def test_one_beraad_more_adds_a_whole_group_or_nothing_wherever_it_comes(said, new, later):
    """Also one of the same day, and one of long ago that another laptop brings now."""
    before = sightings(said)
    (one,) = sightings([new])
    after = [*before, one._replace(on=one.on + timedelta(days=later))]

    told = [each.beraden if each else 0 for each in (counted(before), counted(after))]
    assert told[1] - told[0] in {0, FEWEST_BERADEN}
    assert told[0] % FEWEST_BERADEN == 0


@given(talks)
def test_no_overview_and_no_pattern_holds_the_name_of_a_team(said):
    beraden = [
        facts(team=team, on=day(week), clashes=frozenset({("moed", "rust")}))
        for team, week, _ in said
    ]
    for period in PERIODS:
        made = overview(lines(said), period, today=TODAY)
        told = repr(made) + repr(patterns(beraden, lines(said), made, today=TODAY))

        for team in TEAMS:
            assert team not in told


def test_the_household_of_a_talk_is_in_no_overview():
    """What only one beraad wrote, beside the knelpunt that passed the gate, goes nowhere."""
    marker = "Kwartelkade"
    seen = [
        line(number, team=TEAMS[number % 3], what=f"{marker} 12", ask=marker, process=marker)
        for number in range(9)
    ]

    made = overview(seen, HALVES[2], today=TODAY)
    assert marker not in repr(made)
    assert marker not in repr(patterns([], seen, made, today=TODAY))


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 3, 5), date(2026, 3, 5), (date(2026, 1, 1), date(2026, 6, 30))),
        (date(2025, 7, 1), date(2026, 6, 30), (date(2025, 7, 1), date(2026, 6, 30))),
        (date(2026, 8, 1), date(2026, 2, 1), (date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_a_period_is_widened_to_whole_half_years(first, last, told):
    assert widened(first, last) == Period(*told)


@pytest.mark.parametrize(
    ("values", "told"), [([1, 2, 3, 4], None), ([9, 1, 3, 4, 5], 4), ([1, 2, 3, 5, 8, 9], 4)]
)
def test_the_middle_of_a_few_is_not_told(values, told):
    assert middle(values) == told


@given(talks, st.data())
def test_counting_by_place_counts_the_same(said, data):
    everything = sightings(said)
    order = Ranked(everything)
    some = data.draw(st.lists(st.sampled_from(everything), max_size=60)) if everything else []
    places = order.places(some)

    assert order.counted(places) == counted(some)
    half = len(some) // 2
    rows = (some[:half], some[half:])
    assert order.total_of(map(order.places, rows)) == total_of(map(groups, rows))
