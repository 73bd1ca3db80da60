"""Who lays two overviews beside each other finds back no team and no household.

An overview is made, one beraad comes in, and another overview is made. Whoever knows which team met
in between reads everything that differs as what that team said.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, permutations, product
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from beraad.publishing.exchanging import receive, send
from beraad.publishing.overviewing import (
    Counted,
    cleaned_overview,
    counted_in,
    csv_of,
    documents,
)
from beraad.records import FEWEST_BERADEN, FEWEST_TEAMS, Id, SignalLevel
from beraad.report.plain import plain_text
from beraad.signals.facts import Heard
from beraad.signals.small_numbers import day_of, is_within, widened
from beraad.signals.together import come_together, held_together
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from tests.publishing.test_overviewing import signal
from tests.signals.support import TODAY, facts, line

TEAMS = ("Noord", "Zuid", "Oost")
TITLES = ("Wachten zonder inkomen", "Giften van familie", "Twee loketten")
VOICES = ("de inwoner", "de kinderen", "de partner")
CLASHES = (("moed", "privacy"), ("rust", "zorg"))
START = date(2026, 1, 5)
ALL = widened(START, TODAY)
_BEGINS = (date(2025, 7, 1), date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1))
PERIODS = tuple(
    widened(first, last - timedelta(days=1)) for first, last in combinations(_BEGINS, 2)
)

said = st.tuples(
    st.sampled_from(TEAMS),
    st.integers(-3, 30),
    st.sampled_from(TITLES),
    st.sampled_from(tuple(SignalLevel)),
    st.frozensets(st.sampled_from(VOICES)),
    st.sampled_from(CLASHES),
    st.booleans(),
)


def counted(talks):
    """A register and beraden, in the order in which they came, of whatever day they are."""
    lines, held = [], []
    for number, (team, week, title, level, voices, clash, of_a_beraad) in enumerate(talks):
        day = START + timedelta(weeks=week)
        one = line(number, team=team, on=day, title=title, level=level)
        lines.append(one if of_a_beraad else one._replace(week=""))
        heard = dict.fromkeys(voices, Heard.SAID)
        held.append(facts(team=team, on=day, voices=heard, clashes=frozenset({clash})))
    arrived = {one.id: number for number, one in enumerate(lines)}
    return Counted(folder=Path(), lines=tuple(reversed(lines)), facts=tuple(held), arrived=arrived)


def told(known):
    """Everything that stands in the documents and in the CSV."""
    cleaned = cleaned_overview(known, ALL, today=TODAY)
    return "".join((*map(plain_text, documents(cleaned)), csv_of(cleaned).decode()))


def beraden(lines):
    return {(one.team, one.week or one.registered_on) for one in lines}


a_group = [(team, 1, TITLES[0], SignalLevel.LAW, frozenset(), CLASHES[0], True) for team in TEAMS]
household = ("Noord", 2, TITLES[1], SignalLevel.LAW, frozenset(VOICES[1:]), CLASHES[1], True)
once_more = ("Noord", 1, TITLES[1], SignalLevel.LAW, frozenset(VOICES[1:]), CLASHES[1], True)


@given(st.lists(said, max_size=14), said)
@example([], household)
@example(a_group, household)
@example(a_group, once_more)
@example([*a_group, household], household)
def test_after_one_signal_more_nothing_differs_or_a_whole_group_is_new(before, new):
    """Wherever in time it lies, and also when its beraad is told of already."""
    known, more = counted(before), counted([*before, new])
    were, are = (set(come_together(each.lines, each.arrived)) for each in (known, more))

    assert were <= are
    fresh = beraden(are - were)
    assert not fresh or len(fresh) >= FEWEST_BERADEN
    assert not fresh or len({team for team, _ in fresh}) >= FEWEST_TEAMS
    if not fresh and held_together(known.facts) == held_together(more.facts):
        assert told(known) == told(more)


@given(st.lists(said, max_size=14), said)
def test_after_one_beraad_more_nothing_differs_or_a_whole_group_is_new(before, new):
    last = max((week for _, week, *_ in before), default=0)
    were, are = (
        held_together(counted(each).facts) for each in (before, [*before, (new[0], last, *new[2:])])
    )

    assert all(each in are for each in were)
    fresh = [each for each in are if each not in were]
    if len(are) > len(were):
        assert len(are) - len(were) >= FEWEST_BERADEN
        assert fresh


def in_a_period(known, period):
    """The beraden of which a row of the overview of this period speaks, and the beraden counted."""
    rows = cleaned_overview(known, period, today=TODAY).overview.rows
    of = {one for row in rows for one in row.signals}
    held = [one for one in held_together(known.facts) if is_within(day_of(one.week), period)]
    return (
        beraden(one for one in known.lines if one.id in of),
        {(one.team, one.week) for one in held},
    )


one_of_july = ("Oost", 26, TITLES[0], SignalLevel.LAW, frozenset(VOICES[1:]), CLASHES[1], True)
three_of_june = [
    (team, week, TITLES[0], SignalLevel.LAW, frozenset(), CLASHES[0], True)
    for team, week in (("Noord", 21), ("Zuid", 22), ("Noord", 23))
]


@given(st.lists(said, max_size=14), st.integers(0, 14))
@example([*three_of_june, one_of_july], 3)
@example([*three_of_june[:2], one_of_july, three_of_june[2]], 4)
@example([*three_of_june[:2], one_of_july, one_of_july], 4)
def test_no_choice_of_period_and_moment_sets_a_few_beraden_apart(talks, earlier):
    """What one document of a laptop tells and another does not, is of a whole group."""
    moments = (counted(talks[:earlier]), counted(talks))
    told = [in_a_period(known, period) for known, period in product(moments, PERIODS)]
    for one, other in permutations(told, 2):
        for of_one, of_other in zip(one, other, strict=True):
            apart = of_one - of_other
            assert not apart or len(apart) >= FEWEST_BERADEN
            assert not apart or len({team for team, _ in apart}) >= FEWEST_TEAMS


def test_the_words_of_one_beraad_are_in_no_period_alone():
    known = counted([*three_of_june, one_of_july])
    whole, *parts = (
        cleaned_overview(known, period, today=TODAY).overview.rows
        for period in (ALL, widened(START, START), widened(TODAY, TODAY))
    )

    assert [len(rows) for rows in (whole, *parts)] == [1, 1, 0]
    assert whole == parts[0]


def test_a_household_is_in_no_overview_until_others_are_beside_it():
    for added in (household, once_more):
        words = (TITLES[1], *VOICES[1:], CLASHES[1][0])
        before = told(counted([*a_group, added]))
        assert not [word for word in words if word in before]
    assert TITLES[1] in told(counted([*a_group, household, *a_group[1:]]))


def test_a_signal_without_a_beraad_waits_as_well():
    alone = line(9, team="Noord", on=START, title=TITLES[2])._replace(week="", id=Id("f" * 32))

    assert TITLES[2] not in told(Counted(folder=Path(), lines=(alone,), facts=()))


def test_what_another_laptop_brings_of_long_ago_shows_nobody(tmp_path):
    """In real registers: the one signal of an exchange is of before everything that is there."""
    home, other, shared = (tmp_path / name for name in ("hier", "daar", "gedeeld"))
    for each in (home, other):
        prepare(each)
    shared.mkdir()
    with Register.open(register_path(home, practice=False)) as register:
        for number in range(2, 7):
            register.put(signal(number, title=f"Kwestie {number}"))
    before = told(counted_in(home))
    assert "Kwestie 4" in before
    assert "Kwestie 5" not in before

    with Register.open(register_path(other, practice=False)) as register:
        register.put(signal(0, title="Van een ander"))
    send(register_path(other, practice=False), shared)
    receive(register_path(home, practice=False), shared)

    after = told(counted_in(home))
    assert all(f"Kwestie {number}" in after for number in (2, 3, 4))
    assert ("Van een ander" in after) == ("Kwestie 5" in after) == ("Kwestie 6" in after)
