from __future__ import annotations

from dataclasses import fields, replace

import pytest

from beraad.phases import PHASES, PhaseState, conclusion, in_order, opening, phase_of, signal, state
from beraad.phases.perspectives import hearsay
from beraad.phases.plan import OPENING_MINUTES, pace, planned_minutes
from beraad.records import PhaseKey, Source, TimeSpent, new_id
from beraad.records.anatomy import list_sections, single_sections
from tests.editing.support import blank, furnished

ALL_FIELDS = [
    field
    for phase in PHASES
    for field in (*phase.fields, *(column for rows in phase.rows for column in rows.columns))
] + [*opening.ALL, *opening.PARTICIPANT_COLUMNS, *signal.FIELDS]


def test_eight_rondes_cover_nine_of_the_ten_published_steps_in_order():
    steps = [step for phase in PHASES for step in phase.canonical_steps]

    assert len(PHASES) == 8
    assert steps == [2, 3, 4, 5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize("field", ALL_FIELDS, ids=lambda field: f"{field.section}.{field.name}")
def test_every_field_has_a_place_in_the_records(field):
    kind = {**single_sections(), **list_sections()}[field.section]

    assert field.name in {each.name for each in fields(kind)}


def test_clarification_may_come_before_the_dilemma():
    keys = [phase.key for phase in in_order(clarification_first=True)]

    assert keys[:4] == [
        PhaseKey.CASE,
        PhaseKey.CLARIFICATION,
        PhaseKey.DILEMMA,
        PhaseKey.PERSPECTIVES,
    ]
    assert set(keys) == {phase.key for phase in PHASES}


@pytest.mark.parametrize("total", [30, 45, 60, 75, 90, 100, 119, 120, 180, 240])
def test_a_plan_divides_all_minutes_and_no_more(total):
    plan = planned_minutes(PHASES, total)

    assert sum(plan.values()) == total
    assert all(minutes > 0 for minutes in plan.values())


@pytest.mark.parametrize("total", [60, 90, 120])
def test_the_plans_that_were_made_are_used_as_they_are(total):
    minutes = {60: "hour", 90: "hour_and_half", 120: "two_hours"}[total]
    plan = planned_minutes(PHASES, total)

    assert plan[PhaseKey.OPENING] == OPENING_MINUTES[total]
    assert [plan[phase.key] for phase in PHASES] == [
        getattr(phase.minutes, minutes) for phase in PHASES
    ]


def spent(session, **seconds):
    return replace(
        session,
        time_spent=tuple(
            TimeSpent(id=new_id(), phase=PhaseKey(phase), seconds=each)
            for phase, each in seconds.items()
        ),
    )


@pytest.mark.parametrize(
    ("seconds", "left", "behind"),
    [
        ({}, 8 * 60, -8 * 60),
        ({"opening": 8 * 60}, 8 * 60, 0),
        ({"opening": 11 * 60, "case": 2 * 60}, 6 * 60, 3 * 60),
        ({"opening": 8 * 60, "case": 10 * 60}, -2 * 60, 2 * 60),
        ({"opening": 8 * 60, "dialogue": 60}, 8 * 60, 60),
    ],
)
def test_ahead_and_behind_count_the_whole_plan(seconds, left, behind):
    stands = pace(spent(blank(), **seconds), PHASES, PhaseKey.CASE)

    assert (stands.left, stands.behind) == (left, behind)


def test_a_blank_beraad_is_empty_everywhere():
    assert {state(phase, blank()) for phase in PHASES} == {PhaseState.EMPTY}


def test_a_ronde_is_complete_when_nothing_is_missing():
    session = blank()
    case = phase_of(PhaseKey.CASE)
    session = replace(session, case=replace(session.case, situation="Er was eens."))
    assert state(case, session) is PhaseState.BUSY

    whole = replace(session.case, hot_moment="Toen.", account_agreed=True)
    assert state(case, replace(session, case=whole)) is PhaseState.COMPLETE


def test_every_ronde_says_what_it_misses_in_whole_sentences():
    for phase in PHASES:
        for text in phase.missing(furnished()):
            assert text[0].isupper() or text[0].isalpha()
            assert text[-1] in ".?"


def test_perspectives_that_nobody_knows_first_hand_are_named():
    session = furnished()
    assert list(hearsay(session)) == ["inwoner"]

    said = replace(session.stakeholders[0], source=Source.SAID)
    assert list(hearsay(replace(session, stakeholders=(said,)))) == []


def test_words_that_are_too_heavy_are_not_used():
    texts = " ".join(
        " ".join(
            (
                phase.goal,
                phase.speaks,
                phase.notes,
                phase.invitation,
                *phase.questions,
                *phase.pitfalls,
                *phase.say,
            )
        )
        for phase in PHASES
    ).casefold()
    labels = " ".join(field.label + field.hint for field in ALL_FIELDS).casefold()

    for word in ("escaler", "stemmen", "score", "juiste antwoord", "cliënt"):
        assert word not in texts
        assert word not in labels


def test_the_opening_is_not_a_ronde():
    with pytest.raises(KeyError):
        phase_of(PhaseKey.OPENING)
    assert conclusion.PHASE.canonical_steps == (9, 10)
