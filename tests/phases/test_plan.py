from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.phases.marks import (
    Thresholds,
    TimeMark,
    behind_in_words,
    left_in_words,
    mark_of,
    told,
)
from beraad.phases.plan import (
    OPENING,
    PROTECTED,
    Share,
    pause_in,
    plan_of,
    planned_minutes,
    weighing_needs,
)
from beraad.phases.plan_words import about_plan
from beraad.phases.rondes import PHASES
from beraad.phases.shortening import for_later, minutes_behind, shorten
from beraad.records import Participant, PhaseKey, Progress, TimeSpent, new_id
from tests.editing.support import blank

KEYS = tuple(PhaseKey)
GIVERS = (PhaseKey.CLARIFICATION, PhaseKey.PERSPECTIVES)
LEAST = {phase.key: phase.minutes.least for phase in PHASES} | {PhaseKey.OPENING: 2}


def talk(at=PhaseKey.CASE, *, minutes=90, seconds=None, shifts=None, weighing=0, first=False):
    """A beraad in this ronde, with clock seconds and shifted minutes by the name of the ronde."""
    seconds, shifts = seconds or {}, shifts or {}
    session = blank()
    return replace(
        session,
        opening=replace(session.opening, minutes=minutes, clarification_first=first),
        participants=tuple(Participant(id=new_id()) for _ in range(weighing)),
        progress=Progress(phase=at),
        time_spent=tuple(
            TimeSpent(id=new_id(), phase=key, seconds=seconds.get(key, 0), shift=shifts.get(key, 0))
            for key in KEYS
        ),
    )


def plan(*args, **kwargs):
    return plan_of(talk(*args, **kwargs))


def minutes(found):
    return {share.key: share.minutes for share in found.shares}


@st.composite
def plans(draw):
    per_ronde = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 3000))
    shifts = st.dictionaries(st.sampled_from(KEYS), st.integers(-60, 60))
    session = talk(
        draw(st.sampled_from(KEYS)),
        minutes=draw(st.integers(20, 480)),
        seconds=draw(per_ronde),
        shifts=draw(shifts),
        weighing=draw(st.integers(0, 15)),
        first=draw(st.booleans()),
    )
    return plan_of(session)


@given(st.integers(20, 480), st.integers(0, 40))
def test_a_plan_divides_all_minutes_and_no_more(total, weighing):
    found = planned_minutes(PHASES, total, weighing=weighing)

    assert sum(found.values()) + pause_in(total) == total
    assert all(each > 0 for each in found.values())


@given(st.integers(45, 480), st.integers(0, 40))
def test_nothing_is_below_its_least_from_the_short_route_on(total, weighing):
    found = planned_minutes(PHASES, total, weighing=weighing)

    assert all(found[key] >= least for key, least in LEAST.items())


@given(st.integers(45, 480), st.integers(1, 40))
def test_ronde_6_gets_four_minutes_and_one_and_a_half_for_everybody(total, weighing):
    found = planned_minutes(PHASES, total, weighing=weighing)
    given_all = all(found[key] == LEAST[key] for key in GIVERS)

    needed = weighing_needs(weighing)
    assert needed - (4 + 1.5 * weighing) in {0, 0.5}
    assert found[PhaseKey.CONSIDERATION] >= needed or given_all


@given(st.integers(45, 480), st.integers(1, 39))
def test_more_people_take_minutes_from_rondes_3_and_4_alone(total, weighing):
    few = planned_minutes(PHASES, total, weighing=weighing)
    many = planned_minutes(PHASES, total, weighing=weighing + 1)

    assert many[PhaseKey.CONSIDERATION] >= few[PhaseKey.CONSIDERATION]
    assert {key for key in few if few[key] != many[key]} <= {*GIVERS, PhaseKey.CONSIDERATION}


@given(plans())
def test_ronde_6_is_silent_writing_and_then_a_round_for_everybody(found):
    here = next(each for each in found.shares if each.key is PhaseKey.CONSIDERATION)

    assert found.writing + found.round == here.minutes
    if here.minutes >= weighing_needs(found.weighing):
        assert found.writing == 4
        assert found.round >= 1.5 * found.weighing
    else:
        assert found.writing == min(3, here.minutes)


def test_what_is_left_to_write_is_told_in_ronde_6_alone():
    spent = {PhaseKey.CONSIDERATION: 90}

    assert plan(PhaseKey.CONSIDERATION, seconds=spent).writing_left == 150
    assert plan(PhaseKey.DIALOGUE, seconds=spent).writing_left == 0


@pytest.mark.parametrize(
    ("total", "weighing", "expected"),
    [
        (90, 7, (7, 8, 8, 8, 13, 6, 15, 10, 15)),
        (90, 3, (7, 8, 8, 10, 17, 6, 9, 10, 15)),
        (90, 10, (7, 8, 8, 6, 11, 6, 19, 10, 15)),
        (60, 5, (6, 5, 5, 5, 9, 3, 12, 6, 9)),
        (45, 5, (5, 4, 3, 3, 6, 2, 12, 4, 6)),
        (45, 9, (5, 4, 3, 3, 5, 2, 13, 4, 6)),
        (120, 7, (8, 9, 9, 10, 20, 8, 15, 14, 17)),
    ],
)
def test_these_are_the_minutes_for_so_many_people(total, weighing, expected):
    assert tuple(planned_minutes(PHASES, total, weighing=weighing).values()) == expected


@pytest.mark.parametrize(
    ("total", "pause"), [(45, 0), (119, 0), (120, 10), (179, 10), (180, 15), (240, 15)]
)
def test_from_two_hours_on_there_is_a_break(total, pause):
    assert plan(minutes=total).pause == pause


def test_a_break_that_is_to_come_puts_off_the_afweging_and_no_minute_of_it_is_lost():
    before = plan(PhaseKey.PERSPECTIVES, minutes=120)
    after = plan(PhaseKey.ALTERNATIVES, minutes=120)

    assert before.pause_to_come == 600
    assert after.pause_to_come == 0
    assert before.before_weighing - after.before_weighing == 600
    assert before.pace.behind <= 0


@pytest.mark.parametrize("total", [45, 60, 90, 120])
def test_the_plans_that_were_made_are_used_as_they_are(total):
    length = {45: "short", 60: "hour", 90: "hour_and_half", 120: "two_hours"}[total]
    found = minutes(plan(minutes=total))

    assert found[PhaseKey.OPENING] == getattr(OPENING, length)
    assert [found[phase.key] for phase in PHASES] == [
        getattr(phase.minutes, length) for phase in PHASES
    ]


@given(plans())
def test_parts_are_the_minutes_available_with_what_was_shifted(found):
    assert sum(share.base for share in found.shares) == found.available
    assert all(share.minutes >= share.least >= 0 for share in found.shares)
    for share in found.shares:
        assert share.minutes == share.base + share.shift or share.minutes == share.least
        if share.key in PROTECTED:
            assert share.minutes >= min(share.base, LEAST[share.key])
        if share.key is PhaseKey.CONSIDERATION:
            assert share.minutes >= min(share.base, 3 + found.weighing)


@pytest.mark.parametrize(
    ("seconds", "left", "behind"),
    [
        ({}, 8 * 60, -7 * 60),
        ({"opening": 7 * 60}, 8 * 60, 0),
        ({"opening": 10 * 60, "case": 2 * 60}, 6 * 60, 3 * 60),
        ({"opening": 7 * 60, "case": 10 * 60}, -2 * 60, 2 * 60),
        ({"opening": 7 * 60, "dialogue": 60}, 8 * 60, 0),
        ({"opening": 7 * 60, "dialogue": 11 * 60}, 8 * 60, 60),
    ],
)
def test_ahead_and_behind_count_the_whole_plan(seconds, left, behind):
    stands = plan(seconds={PhaseKey(key): each for key, each in seconds.items()}).pace

    assert (stands.left, stands.behind) == (left, behind)


def test_a_minute_more_here_makes_the_talk_a_minute_longer():
    opened = {PhaseKey.OPENING: 7 * 60}
    found = plan(seconds=opened, shifts={PhaseKey.CASE: 2})

    assert minutes(found)[PhaseKey.CASE] == 10
    assert found.pace.behind == 2 * 60


def test_seconds_that_are_not_written_yet_count_in_the_ronde_at_hand():
    session = talk(seconds={PhaseKey.OPENING: 8 * 60, PhaseKey.CASE: 60})

    assert plan_of(session, uncounted=9 * 60).pace.left == -2 * 60


@given(plans(), st.integers(-60, 60))
def test_a_share_gives_no_more_than_it_has(found, wanted):
    share = found.here
    after = replace(share, shift=share.shifted(wanted))

    assert after.minutes == max(share.least, share.minutes + wanted)


@pytest.mark.parametrize(
    ("at", "seconds", "expected"),
    [
        (PhaseKey.CASE, {}, 50 * 60),
        (PhaseKey.ALTERNATIVES, {PhaseKey.OPENING: 50 * 60}, 0),
        (PhaseKey.ALTERNATIVES, {PhaseKey.OPENING: 53 * 60}, -3 * 60),
        (PhaseKey.ALTERNATIVES, {PhaseKey.CONSIDERATION: 5 * 60}, 50 * 60),
        (PhaseKey.CONSIDERATION, {}, None),
        (PhaseKey.CONCLUSION, {}, None),
    ],
)
def test_the_afweging_starts_in_time_for_rondes_6_to_8(at, seconds, expected):
    assert plan(at, seconds=seconds).before_weighing == expected


@pytest.mark.parametrize(
    ("late", "expected", "still"),
    [
        (0, {}, 0),
        (4, {"clarification": 6, "perspectives": 11}, 0),
        (17, {"clarification": 3, "perspectives": 5, "alternatives": 2}, 0),
        (
            19,
            {"clarification": 3, "perspectives": 5, "alternatives": 2}
            | {"dialogue": 9, "conclusion": 14},
            0,
        ),
        (
            40,
            {"clarification": 3, "perspectives": 5, "alternatives": 2}
            | {"consideration": 10, "dialogue": 4, "conclusion": 6},
            3,
        ),
    ],
)
def test_coming_rondes_give_first_and_rondes_6_to_8_keep_their_minimum(late, expected, still):
    seconds = {PhaseKey.OPENING: 7 * 60, PhaseKey.CASE: 8 * 60, PhaseKey.DILEMMA: (8 + late) * 60}
    found = shorten(plan(PhaseKey.DILEMMA, seconds=seconds))

    assert {str(then.key): then.minutes for _, then in found.changes} == expected
    assert found.still_behind == still
    assert found.won == late - still


@given(plans())
def test_a_shorter_plan_wins_what_it_says_and_no_more_than_is_needed(found):
    proposal = shorten(found)
    shares = tuple(
        replace(share, shift=proposal.shifts.get(share.key, share.shift)) for share in found.shares
    )
    after = replace(found, shares=shares)

    assert minutes_behind(after) == proposal.still_behind
    assert proposal.won + proposal.still_behind == minutes_behind(found)
    for now, then in proposal.changes:
        assert then.least <= then.minutes < now.minutes
        assert then.left >= 0


@pytest.mark.parametrize(
    ("spent", "expected"),
    [
        (44, ()),
        (45, ("conclusion",)),
        (59, ("conclusion",)),
        (60, ("dialogue", "conclusion")),
        (85, ("alternatives", "consideration", "dialogue", "conclusion")),
    ],
)
def test_what_does_not_fit_any_more_waits_for_a_second_meeting(spent, expected):
    seconds = {PhaseKey.OPENING: (spent - 13) * 60, PhaseKey.PERSPECTIVES: 13 * 60}
    found = plan(PhaseKey.PERSPECTIVES, seconds=seconds)

    assert tuple(share.key.value for share in for_later(found)) == expected


@given(plans())
def test_something_waits_exactly_when_the_coming_rondes_do_not_fit(found):
    late = found.pace.behind > 0 and any(share.left > 0 for share in found.coming)

    assert bool(for_later(found)) == late
    assert all(share.left > 0 for share in for_later(found))


def test_a_ronde_that_had_its_minutes_does_not_wait():
    used = {PhaseKey.OPENING: 100 * 60, PhaseKey.DIALOGUE: 10 * 60}
    found = for_later(plan(PhaseKey.CONSIDERATION, seconds=used))

    assert [share.key for share in found] == [PhaseKey.CONCLUSION]


@pytest.mark.parametrize(
    ("left", "mark", "beside", "once"),
    [
        (601, TimeMark.ROOM, "nog 11 min", ""),
        (241, TimeMark.ROOM, "nog 5 min", ""),
        (240, TimeMark.SOON, "nog 4 minuten", "Nog 4 minuten voor deze ronde."),
        (61, TimeMark.SOON, "nog 2 minuten", "Nog 2 minuten voor deze ronde."),
        (60, TimeMark.NEARLY, "bijna om", "De tijd voor deze ronde is bijna om."),
        (0, TimeMark.NEARLY, "bijna om", "De tijd voor deze ronde is bijna om."),
        (-1, TimeMark.OVER, "1 min over", "De tijd voor deze ronde is om."),
        (-240, TimeMark.OVER, "4 min over", "De tijd voor deze ronde is om."),
    ],
)
def test_little_time_left_is_said_in_words(left, mark, beside, once):
    share = Share(key=PhaseKey.CASE, base=20, least=3, seconds=20 * 60 - left)

    assert mark_of(share, Thresholds()) is mark
    assert left_in_words(mark, share.left) == beside
    assert told(mark, share.left) == once


def test_other_thresholds_say_it_at_another_moment():
    share = Share(key=PhaseKey.CASE, base=10, least=3, seconds=7 * 60)

    assert mark_of(share, Thresholds(soon=30)) is TimeMark.SOON
    assert mark_of(share, Thresholds(soon=20)) is TimeMark.ROOM
    assert mark_of(replace(share, seconds=600), Thresholds(nearly=0)) is TimeMark.NEARLY


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "op plan"),
        (29, "op plan"),
        (90, "2 min achter op plan"),
        (-240, "4 min voor op plan"),
    ],
)
def test_the_whole_talk_is_on_plan_ahead_or_behind(seconds, expected):
    assert behind_in_words(seconds) == expected


def in_words(minutes, weighing, **opening):
    session = blank()
    people = tuple(Participant(id=new_id(), role="rol") for _ in range(weighing))
    changed = replace(session.opening, minutes=minutes, **opening)
    return " ".join(about_plan(replace(session, opening=changed, participants=people)))


@pytest.mark.parametrize(
    ("minutes", "weighing", "said"),
    [
        (90, 3, "Daardoor is er meer tijd voor verheldering en perspectieven."),
        (90, 14, "Daardoor is er minder tijd voor verheldering en perspectieven."),
        (60, 14, "Ronde 6 krijgt daarvoor 18 minuten, maar heeft er 25 nodig."),
        (90, 14, "gemaakt voor zes tot twaalf mensen"),
        (45, 8, "voor hoogstens vijf mensen"),
        (120, 8, "Vóór ronde 5 is er 10 minuten pauze."),
    ],
)
def test_what_a_plan_comes_down_to_is_told(minutes, weighing, said):
    assert said in in_words(minutes, weighing)


def test_with_the_usual_number_nothing_moves():
    assert in_words(90, 7) == (
        "Zeven deelnemers maken een afweging. Ronde 6 krijgt daarvoor 15 minuten: "
        "4 om stil te schrijven, de rest voor het rondje."
    )


def test_what_moves_is_named_and_has_no_number_that_another_order_changes():
    first = in_words(90, 3, clarification_first=True)

    assert "verheldering en perspectieven" in first
    assert "Ronde 3" not in first
