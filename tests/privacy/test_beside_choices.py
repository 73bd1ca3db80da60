"""What stands with a choice is of one person: what ties it to the choice or a function is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.finding.outgoing import stands_in
from beraad.privacy.review.gate import Gate
from beraad.records import Layer
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW, filled_session

FIELDS = ("value", "harm", "limiting", "needs", "virtue", "revised_because")


def weighing(field, text):
    session = filled_session()
    first, *others = session.considerations
    return replace(session, considerations=(replace(first, **{field: text}), *others))


def asked(session, text):
    gate = Gate.of(session)
    return [one.text for one in gate.shown(text) if gate.is_open(one)]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Dat kan bij E ook.", "E"),
        ("Met optie C komt hij verder", "optie C"),
        ("als wijkagent koos ik E", "als wijkagent"),
        ("A, want dan weet hij waar hij aan toe is", "A"),
    ],
)
def test_a_letter_and_a_function_are_asked_in_whatever_one_person_weighed(field, text, place):
    assert place in asked(weighing(field, text), text)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Dat mag ik als jurist niet alleen beslissen.", "als jurist"),
        ("ik ben de jongerenwerker, mij kent hij", "de jongerenwerker"),
        ("tijd die ik als klantmanager niet heb", "als klantmanager"),
    ],
)
def test_who_says_i_and_what_their_work_is_is_asked(field, text, place):
    assert place in asked(weighing(field, text), text)


@pytest.mark.parametrize(
    "text",
    [
        "hulp van de jurist, dan durf ik het",
        "de klantmanager belt hem en ik schrijf mee",
        "iemand als jurist erbij vragen",
    ],
)
def test_what_others_do_for_me_is_left_alone(text):
    assert not asked(weighing("needs", text), text)


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw A. Jansen belde.",
        "Een A4 met uitleg",
        "vitamine-C",
        "Een schema zonder letters.",
        "'s Avonds is hij thuis.",
    ],
)
def test_a_letter_that_is_no_choice_is_left_alone(text):
    assert not {"A", "C", "S"} & set(asked(weighing("revised_because", text), text))


def test_why_a_choice_changed_names_neither_what_was_chosen_nor_who_is_here():
    session = filled_session()
    options = session.options
    named = replace(options[-1], short="brievenbus legen", text="Samen zijn brievenbus legen.")
    role = next(one.role for one in session.participants if one.weighs)
    because = f"Ik hoorde de {role}, en legen we die brievenbus, dan helpt dat."
    told = replace(
        weighing("revised_because", because),
        options=(*options[:-1], named),
    )

    assert set(asked(told, because)) >= {f"de {role}", "brievenbus"}
    elsewhere = replace(told, considerations=filled_session().considerations)
    in_dialogue = replace(elsewhere, dialogue=replace(told.dialogue, shared=because))
    assert "brievenbus" not in asked(in_dialogue, because)


def test_where_all_present_agreed_a_choice_may_be_said(monkeypatch):
    text = "Dat kan bij E ook."
    session = weighing("revised_because", text)
    monkeypatch.setattr(type(session), "stands_whole", property(lambda _: True))

    assert asked(session, text) == []


def test_an_open_place_in_an_afweging_stops_the_werkverslag():
    gate = Gate.of(weighing("revised_because", "Dat kan bij E ook."))

    assert "detail:e" in gate.undecided(lambda one: stands_in(Layer.WORK, one))


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_no_oefencasus_ties_a_changed_choice_to_anybody(case):
    session = load(case, now=NOW, held_on=HELD_ON)
    told = [one.revised_because for one in session.considerations if one.revised_because]

    assert told
    for text in told:
        assert asked(session, text) == []
