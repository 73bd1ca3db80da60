"""How the time went: what was planned, given and used, where they went back, and what to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.phases.course import Course
from beraad.phases.plan import plan_of
from beraad.records import Id, PhaseKey, TimeSpent
from beraad.report.charts import Fill
from beraad.report.drawing import Ruler, drawn
from beraad.report.tabled import chart_tabled
from beraad.store.places import practice_folder, prepare
from beraad.training.observing.replay import replay, stays
from beraad.training.observing.time_log import Event, EventKind, TimeLog
from beraad.training.practice import load, practice_cases

NOW = datetime(2026, 11, 28, 14, tzinfo=UTC)
COURSE = Course()


def turn(at, phase, kind=EventKind.RONDE, detail=""):
    return Event(at=at * 60, kind=kind, phase=phase, detail=detail)


def with_minutes(minutes):
    session = load(practice_cases()[0], now=NOW, held_on=NOW.date())
    spent = tuple(
        TimeSpent(id=Id(phase.value), phase=phase, seconds=used * 60)
        for phase, used in minutes.items()
    )
    return replace(session, time_spent=spent)


def test_going_back_is_told_apart_from_going_on():
    there = stays(
        COURSE,
        [
            turn(0, PhaseKey.CASE),
            turn(4, PhaseKey.DILEMMA),
            turn(8, PhaseKey.PERSPECTIVES),
            turn(20, PhaseKey.DILEMMA),
            turn(23, PhaseKey.PERSPECTIVES),
        ],
        30 * 60,
    )

    assert [(stay.phase, stay.end - stay.begin, stay.is_return) for stay in there] == [
        (PhaseKey.CASE, 240, False),
        (PhaseKey.DILEMMA, 240, False),
        (PhaseKey.PERSPECTIVES, 720, False),
        (PhaseKey.DILEMMA, 180, True),
        (PhaseKey.PERSPECTIVES, 420, False),
    ]


def test_nobody_goes_back_to_where_nobody_was():
    turns = (
        turn(0, PhaseKey.CONCLUSION),
        turn(2, PhaseKey.CLARIFICATION),
        turn(4, PhaseKey.CONCLUSION),
        turn(6, PhaseKey.DILEMMA),
        turn(8, PhaseKey.CONSIDERATION),
        turn(9, PhaseKey.CLARIFICATION),
    )

    there = stays(COURSE, turns, 600, filled=[PhaseKey.DILEMMA])

    assert [stay.phase for stay in there if stay.is_return] == [
        PhaseKey.DILEMMA, PhaseKey.CLARIFICATION,
    ]  # fmt: skip
    assert not there[1].is_return


def test_passing_through_a_ronde_is_no_stay():
    there = stays(
        COURSE,
        [turn(0, PhaseKey.CASE), turn(5, PhaseKey.DILEMMA), turn(5, PhaseKey.CASE)],
        600,
    )

    assert [(stay.phase, stay.begin, stay.end) for stay in there] == [(PhaseKey.CASE, 0, 600)]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.sampled_from(list(PhaseKey))), min_size=1, max_size=20
    )
)
def test_stays_follow_each_other_and_never_last_longer_than_the_clock_ran(steps):
    at, events = 0, []
    for seconds, phase in steps:
        at += seconds
        events.append(Event(at=at, kind=EventKind.RONDE, phase=phase))

    there = stays(COURSE, events, at + 100)

    assert all(stay.begin < stay.end for stay in there)
    assert all(one.end <= other.begin for one, other in pairwise(there))
    assert sum(stay.end - stay.begin for stay in there) <= at + 100 - events[0].at


def test_the_picture_says_planned_given_and_used_and_where_it_was_more():
    session = with_minutes({PhaseKey.CLARIFICATION: 9, PhaseKey.PERSPECTIVES: 2})
    plan = plan_of(session)
    share = next(each for each in plan.shares if each.key is PhaseKey.CLARIFICATION)
    events = [turn(0, PhaseKey.CLARIFICATION), turn(9, PhaseKey.PERSPECTIVES)]

    chart = replay(session, events, first=PhaseKey.CLARIFICATION).chart

    assert chart is not None
    lane = chart.lanes[0]
    assert lane.label == "3 Verheldering"
    assert lane.said == f"{share.base} · {share.minutes} · 9"
    assert [span.fill for span in lane.spans] == [Fill.OUTLINE, Fill.SOLID, Fill.HATCHED]
    assert lane.spans[1].end == share.minutes
    assert lane.spans[2].end == 9
    assert all(each.label != "1 Casus" for each in chart.lanes)
    table = repr(chart_tabled(chart))
    assert all(each.said in table and each.said in chart.alternative for each in chart.lanes)


def test_time_in_a_ronde_from_before_the_beginning_is_in_the_picture_too():
    session = with_minutes({PhaseKey.CASE: 3, PhaseKey.CLARIFICATION: 9, PhaseKey.DILEMMA: 5})
    events = [
        turn(5, PhaseKey.CLARIFICATION),
        turn(9, PhaseKey.CASE),
        turn(12, PhaseKey.CLARIFICATION),
    ]

    found = replay(session, events, first=PhaseKey.CLARIFICATION)

    assert found.chart is not None
    lanes = {lane.label: lane for lane in found.chart.lanes}
    assert lanes["1 Casus"].said == "0 · 0 · 3, van vóór het begin"
    assert [(each.begin, each.end) for each in lanes["1 Casus"].spans] == [(4.0, 7.0)]
    assert "2 Dilemma" not in lanes
    assert "1 Casus: 0 · 0 · 3" in found.chart.alternative
    used = sum(
        span.end - span.begin
        for lane in found.chart.lanes
        for span in lane.spans
        if span.fill is not Fill.OUTLINE
    )
    assert f"gebruikt {used:.0f} minuten" in found.told


def test_what_came_when_stands_under_the_rondes():
    session = with_minutes({PhaseKey.DILEMMA: 5, PhaseKey.PERSPECTIVES: 5})
    events = [
        turn(0, PhaseKey.DILEMMA),
        turn(3, PhaseKey.DILEMMA, EventKind.QUESTION, "2e vraag"),
        turn(5, PhaseKey.PERSPECTIVES),
        turn(6, PhaseKey.PERSPECTIVES, EventKind.ALTERNATIVE, "C"),
        turn(7, PhaseKey.PERSPECTIVES, EventKind.HINT_AWAY),
    ]

    found = replay(session, events, first=PhaseKey.DILEMMA)

    assert found.chart is not None
    said = {lane.label: lane.said for lane in found.chart.lanes}
    assert said["Vraag aangepast"] == "2e vraag in 2 Dilemma"
    assert said["Alternatieven"] == "C in 4 Perspectieven"
    assert "Alternatief C kwam al in ronde 4. Wat maakte dat het er toen was?" in found.questions
    assert "Je legde één tip weg. Welke paste niet bij wat je hoorde?" in found.questions


def test_every_remark_is_a_question_and_none_weighs():
    session = with_minutes({PhaseKey.DILEMMA: 20, PhaseKey.CASE: 3, PhaseKey.CONCLUSION: 4})
    events = [
        turn(0, PhaseKey.CASE),
        turn(3, PhaseKey.DILEMMA),
        turn(23, PhaseKey.CASE),
        turn(24, PhaseKey.CONCLUSION),
    ]

    questions = replay(session, events, first=None).questions

    assert len(questions) == 3
    assert all(question.endswith("?") for question in questions)
    assert "Jullie gingen terug naar ronde 1. Wat leverde dat op?" in questions


@pytest.mark.parametrize(("seconds", "is_asked"), [(3 * 60 + 10, False), (4 * 60, True)])
def test_a_ronde_that_took_more_than_was_given_is_asked_about(seconds, is_asked):
    session = with_minutes({PhaseKey.CASE: 0})
    plan = plan_of(session)
    share = next(each for each in plan.shares if each.key is PhaseKey.CASE)
    used = (share.minutes - 3) * 60 + seconds
    spent = TimeSpent(id=Id("a"), phase=PhaseKey.CASE, seconds=used)

    found = replay(replace(session, time_spent=(spent,)), [turn(0, PhaseKey.CASE)], first=None)

    asked = f"Ronde 1 duurde {share.minutes + 1} minuten. Waarvoor koos je, toen je doorging?"
    assert (asked in found.questions) is is_asked


@pytest.mark.parametrize("minutes", [0, 1])
def test_there_is_always_something_to_talk_about(minutes):
    found = replay(with_minutes({PhaseKey.CASE: minutes}), [turn(0, PhaseKey.CASE)], first=None)

    assert found.questions == ("Waar nam je tijd, en wat gaf dat?",)


def test_a_clock_that_never_ran_gives_no_picture():
    session = with_minutes({})

    found = replay(session, [turn(0, PhaseKey.CASE), turn(0, PhaseKey.DILEMMA)], first=None)

    assert found.chart is None
    assert found.told == "De klok heeft in deze oefening niet gelopen."


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (12, "De klok liep in deze oefening minder dan een halve minuut"),
        (2 * 60, "De klok liep in deze oefening 2 minuten, in geen ronde langer dan 20 seconden"),
    ],
)
def test_a_clock_that_ran_shortly_is_not_said_to_have_stood_still(seconds, told):
    spent = TimeSpent(id=Id("a"), phase=PhaseKey.CASE, seconds=seconds)
    session = replace(with_minutes({}), time_spent=(spent,))

    found = replay(session, [], first=None)

    assert found.chart is None
    assert found.told.startswith(told)


def test_events_are_there_again_and_hold_no_text(tmp_path):
    prepare(practice_folder(tmp_path))
    log = TimeLog(tmp_path, Id("0123456789abcdef"))
    for event in (turn(1, PhaseKey.CASE), turn(2, PhaseKey.CASE, EventKind.ALTERNATIVE, "C")):
        log.add(event)

    again = TimeLog(tmp_path, Id("0123456789abcdef"))

    assert again.events == log.events
    again.add(turn(3, PhaseKey.DILEMMA))
    assert len(TimeLog(tmp_path, Id("0123456789abcdef")).events) == 3


def test_the_pictures_of_every_case_can_be_drawn():
    ruler = Ruler(15, lambda text, strong: len(text) * 0.5, str)
    for case in practice_cases():
        session = load(case, now=NOW, held_on=NOW.date())
        at, events = 0, []
        for phase in (PhaseKey.OPENING, *case.course.keys):
            events.append(Event(at=at, kind=EventKind.RONDE, phase=phase))
            at += session.seconds_in(phase)
        found = replay(session, events, first=None)
        assert found.chart is not None
        assert drawn(found.chart, 900, ruler) is not None, case.name


def test_the_minutes_are_those_that_the_beraad_says_everywhere():
    seconds = {PhaseKey.CASE: 121, PhaseKey.DILEMMA: 25, PhaseKey.CLARIFICATION: 179}
    spent = tuple(
        TimeSpent(id=Id(key.value), phase=key, seconds=count) for key, count in seconds.items()
    )
    session = replace(with_minutes({}), time_spent=spent)

    def at(seconds, phase):
        return replace(turn(0, phase), at=seconds)

    events = [
        at(0, PhaseKey.CASE),
        at(121, PhaseKey.DILEMMA),
        at(146, PhaseKey.CLARIFICATION),
        at(325, PhaseKey.PERSPECTIVES),
    ]

    found = replay(session, events, first=None)

    assert found.chart is not None
    said = [lane.said.rpartition(" · ")[2] for lane in found.chart.lanes[1:4]]
    assert said == ["3", "1", "3"]
