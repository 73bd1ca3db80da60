"""What stands with a choice is of one person: what ties it to the choice or a function is asked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from beraad.editing.operations import with_all_whole
from beraad.privacy.finding.outgoing import stands_in
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.survey import survey
from beraad.records import (
    Consideration,
    Decision,
    Id,
    Layer,
    Norm,
    Participant,
    Presence,
    Stakeholder,
    Value,
    Verdict,
    new_id,
)
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW, filled_session

FIELDS = ("value", "harm", "limiting", "needs", "virtue", "revised_because")


def weighing(field, text):
    session = filled_session()
    first, *others = session.considerations
    decisions = tuple(one for one in session.decisions if one.key != "own")
    said = (replace(first, **{field: text}), *others)
    return replace(session, considerations=said, decisions=decisions)


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
def test_a_function_of_who_helps_me_is_left_alone(text):
    assert set(asked(weighing("needs", text), text)) <= {"ik", "durf", "schrijf"}


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


def comparing(field, text, *, whole=False):
    """A beraad in which the group compares choices, and ronde 4 says whose a value is."""
    session = filled_session()
    here = Stakeholder(id=Id("hier"), name="de inbrenger", presence=Presence.ABSENT)
    away = Stakeholder(id=Id("weg"), name="de buren", presence=Presence.ABSENT)
    values = (
        Value(id=Id("v1"), stakeholder_id=here.id, name="zorgvuldigheid"),
        Value(id=Id("v2"), stakeholder_id=away.id, name="rust in huis"),
    )
    first, second = (option.id for option in session.options[:2])
    cards = tuple(
        Consideration(id=Id(f"c{n}"), participant_id=Id(f"p{n}"), choice_id=choice)
        for n, choice in enumerate((first, first, second, second))
    )
    people = tuple(Participant(id=Id(f"p{n}"), role="rol") for n in range(4))
    made = replace(
        session,
        participants=people,
        considerations=cards,
        stakeholders=(here, away),
        values=values,
        norms=(),
        dialogue=replace(session.dialogue, **{field: text}),
    )
    return with_all_whole(made, agreed=True, today=HELD_ON) if whole else made


COMPARED = ("same_choice_other_reason", "same_value_other_choice", "minority_view")


@pytest.mark.parametrize("field", COMPARED)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Zorgvuldigheid leidde tot A en tot C.", "Zorgvuldigheid"),
        ("Wie zorgvuldig wil zijn, kan bellen of schrijven.", "zorgvuldig"),
        ("Bellen kan om de zorgvuldigheid, of om de rust in huis.", "de zorgvuldigheid"),
    ],
)
def test_a_value_of_somebody_here_is_asked_where_values_are_laid_beside_choices(field, text, place):
    """Who reads ronde 4 knows whose it is, and reads here what they chose."""
    assert place in asked(comparing(field, text), text)


@pytest.mark.parametrize("field", COMPARED)
def test_what_such_a_value_asks_is_of_the_same_person(field):
    said = "een lichaam dat nog iets kan moet het blijven doen"
    text = f"Er is gekozen voor de traplift: {said}."
    session = comparing(field, text)
    norm = Norm(id=Id("n"), value_id=Id("v1"), text=f"{said.capitalize()}.")

    assert said in asked(replace(session, norms=(norm,)), text)
    of_away = replace(norm, value_id=Id("v2"))
    assert said not in asked(replace(session, norms=(of_away,)), text)


def test_what_is_said_instead_of_such_a_value_fits_the_sentence():
    text = "Zorgvuldigheid kan twee dingen vragen. En bellen kan om de zorgvuldigheid."
    gate = Gate.of(comparing(COMPARED[1], text))

    instead = [one.generalised for one in gate.shown(text) if "orgvuldig" in one.text]
    assert instead == ["Een waarde", "een waarde"]


def test_a_value_of_nobody_here_is_left_alone_and_so_is_one_elsewhere():
    text = "Rust in huis bracht sommigen bij bellen."
    assert not asked(comparing(COMPARED[1], text), text)
    said = "Zorgvuldigheid is voor iedereen hier van belang."
    assert not asked(comparing("shared", said), said)


def test_where_all_agreed_to_stand_whole_no_value_is_asked():
    text = "Zorgvuldigheid leidde tot A en tot C."

    assert "Zorgvuldigheid" not in asked(comparing(COMPARED[1], text, whole=True), text)


@pytest.mark.parametrize("field", ["harm", "limiting", "needs", "needs_from", "virtue"])
@pytest.mark.parametrize(
    ("text", "place", "instead"),
    [
        ("vertrouwen dat ik mag blijven komen", "ik", "iemand"),
        ("klaagt een straat en moet ik dat dragen", "ik", "iemand"),
        ("uren die ik niet hoef te verantwoorden", "hoef", "hoeft"),
        ("dat niemand mij naïef noemt", "mij", "iemand"),
        ("mijn leidinggevende", "mijn", "iemands"),
    ],
)
def test_who_says_i_in_a_list_is_asked_also_without_a_function(field, text, place, instead):
    """Who visits, or signs, is known to whoever reads that somebody does."""
    gate = Gate.of(weighing(field, text))

    (one,) = [one for one in gate.shown(text) if one.text == place]
    assert gate.is_open(one)
    assert one.generalised == instead


def test_every_i_is_one_question_and_goes_as_one():
    text = "dat ik mag blijven komen en ik mijn werk kan doen"
    other = "Ik bel haar morgen"
    session = weighing("needs", text)
    [first, *rest] = session.considerations
    session = replace(session, considerations=(first, *(replace(r, limiting=other) for r in rest)))
    (one,) = [one for one in survey(session).open if "ik-vorm" in one.reason]
    away = Decision(id=new_id(), key=one.key, verdict=Verdict.REPLACE)

    gate = Gate.of(replace(session, decisions=(away,)))

    said = "dat iemand mag blijven komen en iemand zijn of haar werk kan doen"
    assert gate.cleaned(text) == said
    assert gate.cleaned(other) == "Iemand belt haar morgen"


def test_why_a_choice_changed_may_be_said_by_oneself():
    text = "Ik hoorde wat zij elke dag doet."

    assert not asked(weighing("revised_because", text), text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("het haar zelf te zeggen voor ik bel en te blijven komen voor de kousen", {"de kousen"}),
        ("klaagt een straat en moet ik dat dragen", {"een straat"}),
        ("ruimte in mijn spreekuur op donderdag", {"in mijn spreekuur op donderdag"}),
        ("dat ik mijn handtekening niet hoef te zetten", {"mijn handtekening"}),
        ("tijd voor een extra huisbezoek als ik langskom", {"een extra huisbezoek"}),
        ("steun van mijn leidinggevende bij de indicatie", {"de indicatie"}),
    ],
)
def test_what_tells_of_ones_work_beside_i_is_asked_with_it(text, places):
    """Otherwise the line without "ik" still tells who says it."""
    assert places <= set(asked(weighing("needs", text), text))


@pytest.mark.parametrize(
    "text",
    [
        "is elke nacht tot het einde een risico dat ik niet kan dragen",
        "weten wat ik wel en niet mag zeggen",
        "steun van mijn leidinggevende en tijd voor een goed gesprek",
        "vertrouwen dat ik mag blijven komen",
        "zal zij het mij kwalijk nemen als ze het hoort",
        "de moed om mijn twijfel met het team te delen",
    ],
)
def test_what_anybody_may_say_of_themselves_is_not_asked(text):
    said = set(asked(weighing("needs", text), text))

    assert said <= {"ik", "mijn", "mij"}


def test_after_enter_everywhere_nothing_of_ones_work_is_left():
    text = "als jurist zet ik mijn handtekening en ga ik naar de zitting"
    session = weighing("needs", text)
    for _ in range(4):
        for one in survey(session).open:
            away = Decision(
                id=new_id(), key=one.key, verdict=Verdict.REPLACE, replacement=one.generalised
            )
            session = replace(session, decisions=(*session.decisions, away))

    left = Gate.of(session).cleaned(text)

    assert not re.search(r"\b(?:ik|mijn|jurist|handtekening|zitting)\b", left)


def test_without_i_a_thing_is_nobodys():
    text = "tijd voor een huisbezoek"

    assert not asked(weighing("needs", text), text)
