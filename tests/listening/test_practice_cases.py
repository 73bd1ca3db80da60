from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.listening import Sign, hints, hints_in, signs
from beraad.records import PhaseKey
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW, empty_session, filled_session

CASES = practice_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_well_led_beraad_is_left_alone(case):
    assert hints(load(case, now=NOW, held_on=HELD_ON)) == ()


def test_of_a_blank_beraad_nothing_is_said_about_what_lies_on_the_table():
    assert hints(empty_session()) == ()


def test_every_hint_gives_a_reason_and_ends_with_a_question_or_a_way_on():
    session = filled_session()
    spoiled = replace(
        session,
        dilemma=replace(session.dilemma, moral_question="Hoe krijgen we hem zover, nu hij liegt?"),
        options=(
            replace(session.option_a, text="De inwoner moet eens luisteren."),
            session.option_b,
        ),
        stakeholders=session.stakeholders[1:4],
        values=tuple(replace(value, name="artikel 18") for value in session.values),
        considerations=tuple(replace(one, harm="", value="") for one in session.considerations),
    )
    found = hints(spoiled)

    assert len({hint.rule for hint in found}) == 10
    for hint in found:
        assert hint.reason.strip().endswith((".", "?"))
        assert hint.question.strip()
        assert hint.text == f"{hint.reason} {hint.question}"
        assert hint in hints_in(spoiled, hint.phase)


def test_a_hint_keeps_its_key_while_the_text_goes_on():
    session = filled_session()
    asked = [
        replace(session, dilemma=replace(session.dilemma, moral_question=text))
        for text in ("Hoe kan ik hem helpen?", "Hoe kan ik hem nu nog helpen?")
    ]
    first, second = (hints_in(each, PhaseKey.DILEMMA) for each in asked)

    assert [hint.key for hint in first] == [hint.key for hint in second]


def test_signs_count_what_is_on_the_table():
    assert signs(filled_session()) == (
        Sign(count=4, what="vragen", which="2 met antwoord"),
        Sign(count=5, what="perspectieven", which="1 op de lege stoel"),
        Sign(count=7, what="waarden"),
        Sign(count=2, what="soorten argumenten", which="moreel, juridisch"),
        Sign(count=6, what="mogelijkheden", which="A, B, C, D, E, F"),
        Sign(count=4, what="keer schade genoemd", which="bij A, B"),
    )


def test_a_blank_beraad_has_nothing_on_the_table():
    assert [sign.count for sign in signs(empty_session())] == [0] * 6
    assert {sign.which for sign in signs(empty_session())} == {""}
