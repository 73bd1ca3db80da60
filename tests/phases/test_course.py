from __future__ import annotations

import re
from dataclasses import replace

import pytest

from beraad.phases import case, opening
from beraad.phases.course import Course
from beraad.phases.in_brief import number_anywhere, said_anywhere
from beraad.phases.open_ends import open_ends
from beraad.phases.place_labels import kind_of_place, place_label
from beraad.phases.plan_words import about_plan
from beraad.phases.rondes import PHASES, phase_of
from beraad.records import (
    Agreement,
    CaseState,
    Participant,
    PhaseKey,
    Setting,
    new_id,
)
from tests.editing.support import blank, furnished

EVERY = [
    Course(clarification_first=first, setting=setting, case_state=state)
    for first in (False, True)
    for setting in Setting
    for state in CaseState
]


def places(phase):
    columns = (column for rows in phase.rows for column in rows.columns)
    return [(each.address(), each.kind, each.needed) for each in (*phase.fields, *columns)]


@pytest.mark.parametrize("course", EVERY, ids=str)
def test_every_course_has_the_same_eight_rondes_with_the_same_fields(course):
    assert set(course.keys) == {phase.key for phase in PHASES}
    for phase in course.rondes:
        plain = phase_of(phase.key)
        assert phase.minutes == plain.minutes
        assert places(phase) == places(plain)
        assert len(set(phase.questions)) == len(phase.questions) >= 5


def test_a_usual_beraad_has_the_rondes_as_they_are_written():
    assert Course().rondes == PHASES
    assert Course.of(blank()) == Course()


def test_the_opening_is_not_in_a_course():
    with pytest.raises(KeyError):
        Course().ronde(PhaseKey.OPENING)
    with pytest.raises(ValueError, match="not in"):
        Course().number(PhaseKey.OPENING)


def test_a_case_that_is_over_asks_what_one_would_do_next_time_and_not_when():
    asked = Course(case_state=CaseState.CLOSED).ronde(PhaseKey.CONCLUSION).questions

    assert asked[0] == "Wat zou je een volgende keer doen, inbrenger?"
    assert not [question for question in asked if "wanneer" in question.casefold()]
    assert [each for each in phase_of(PhaseKey.CONCLUSION).questions if "wanneer" in each]


def test_an_agreement_about_a_case_that_is_over_needs_no_date():
    session = furnished()
    agreed = (Agreement(id=new_id(), what="Eerder bellen", role="consulent"),)
    running = replace(session, agreements=agreed)
    closed = replace(running, opening=replace(session.opening, case_state=CaseState.CLOSED))
    missing = phase_of(PhaseKey.CONCLUSION).missing

    assert "Een afspraak mist nog een rol of een datum." in set(missing(running))
    assert not [text for text in missing(closed) if "afspraak" in text]
    assert "Wat zouden jullie een volgende keer doen?" in set(missing(closed))


def test_a_policy_question_is_about_what_the_municipality_means():
    course = Course(setting=Setting.POLICY)

    assert (
        "Hoe luidt dan de vraag: wat bedoelen we hier met … ?"
        in course.ronde(PhaseKey.DILEMMA).questions
    )
    assert course.ronde(PhaseKey.DIALOGUE) == phase_of(PhaseKey.DIALOGUE)


def test_what_is_written_down_of_a_policy_question_is_asked_in_its_own_words():
    course = Course(setting=Setting.POLICY)
    situation, *_ = course.ronde(PhaseKey.CASE).fields
    asked = " ".join(
        f"{field.label} {field.hint}"
        for phase in course.rondes
        for field in (*phase.fields, *(each for rows in phase.rows for each in rows.columns))
    )

    assert situation.label == "De beleidskeuze"
    assert course.worded(case.SITUATION) == situation
    assert Course().worded(case.SITUATION) is case.SITUATION
    assert "gebeurde" not in asked
    assert "Mag ik" not in asked


def test_ronde_1_of_a_policy_question_lacks_the_choice_and_not_what_happened():
    session = furnished()
    session = replace(session, opening=replace(session.opening, setting=Setting.POLICY))
    empty = replace(
        session, case=replace(session.case, situation="", hot_moment="", friction="Het wringt.")
    )

    assert list(open_ends(empty, PhaseKey.CASE)) == [
        "Om welke keuze het gaat, staat er nog niet.",
        "Het kernmoment ontbreekt: waar wringt het?",
    ]
    place = place_label(session, case.SITUATION.address())
    assert place == "ronde 1, de beleidskeuze"


def policy():
    session = furnished()
    return replace(session, opening=replace(session.opening, setting=Setting.POLICY))


def test_a_policy_question_is_not_called_a_case_anywhere():
    asked = Course(setting=Setting.POLICY)
    case_words = re.compile(r"\b(casus|gebeurde|toen doen)\b|\b[Mm]ag ik\b|\bje hiermee tekort")
    named = [
        text
        for phase in asked.rondes
        for text in (
            *(phase.title, phase.short_title, phase.goal, phase.notes, phase.invitation),
            *(*phase.questions, *phase.pitfalls, *phase.say),
            *(each.label for each in phase.fields),
        )
    ]

    assert [text for text in named if case_words.search(text)] == []
    assert [each for each in Course().rondes[0].questions if case_words.search(each)]
    assert (asked.subject, Course().subject) == ("De beleidskeuze", "De casus")
    assert asked.worded(opening.CASE_STATE).label == "De beleidskeuze"


def test_what_ronde_2_and_4_of_a_policy_question_lack_is_asked_of_the_municipality():
    session = policy()
    said = (replace(session.option_a, text="Wij vragen het ieder jaar."), session.option_b)
    session = replace(session, options=said, harms=(), norms=())

    assert "Wie of wat doen we tekort met A?" in list(open_ends(session, PhaseKey.DILEMMA))
    norms = [text for text in open_ends(session, PhaseKey.PERSPECTIVES) if "hoort" in text]
    assert norms
    assert not [text for text in norms if not text.startswith("Wat hoort de gemeente dan te doen?")]


def test_what_is_undone_in_a_policy_question_has_its_own_name():
    place = case.SITUATION.address()

    assert kind_of_place(place, policy()) == "de beleidskeuze"
    assert kind_of_place(place, blank()) == "de situatie"


def test_before_the_dilemma_ronde_3_does_not_ask_about_the_question():
    first = Course(clarification_first=True)

    assert first.number(PhaseKey.CLARIFICATION) == 2
    assert not [q for q in first.ronde(PhaseKey.CLARIFICATION).questions if "Klopt de vraag" in q]


def planned(minutes, weighing):
    session = blank()
    return replace(
        session,
        opening=replace(session.opening, minutes=minutes),
        participants=tuple(Participant(id=new_id()) for _ in range(weighing)),
    )


@pytest.mark.parametrize(
    ("minutes", "weighing", "said"),
    [
        (90, 0, ""),
        (90, 7, "Zeven deelnemers maken een afweging. Ronde 6 krijgt daarvoor 15 minuten: 4 om"),
        (90, 1, "Eén deelnemer maakt een afweging. Ronde 6 krijgt daarvoor 6 minuten: 4 om"),
        (45, 9, "krijgt daarvoor 13 minuten, maar heeft er 18 nodig."),
        (45, 0, "Dit is de korte route, voor hoogstens vijf mensen"),
        (30, 0, "Onder de 45 minuten"),
        (120, 0, "Vóór ronde 5 is er 10 minuten pauze."),
    ],
)
def test_the_opening_says_what_time_and_people_come_down_to(minutes, weighing, said):
    told = " ".join(about_plan(planned(minutes, weighing)))

    assert said in told
    assert bool(said) == bool(told)


@pytest.mark.parametrize("course", EVERY)
def test_a_number_that_holds_in_any_order_is_the_number_on_the_screen(course):
    for key in course.keys:
        assert number_anywhere(key) in {None, course.number(key)}


def test_where_a_beraad_is_has_no_number_where_that_depends_on_its_order():
    assert [said_anywhere(key) for key in PhaseKey] == [
        "opening",
        "ronde 1",
        "dilemma",
        "verheldering",
        *(f"ronde {number}" for number in range(4, 9)),
    ]
