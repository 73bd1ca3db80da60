"""What is said of somebody present in the words of the group, however it is said, is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.review.gate import Gate
from beraad.privacy.signs.telling.said_of import Matter, with_a_side
from beraad.privacy.signs.telling.those_present import ThosePresent
from beraad.records import Consideration, Id, Option
from beraad.training.practice import load, practice_cases
from tests.builders import HELD_ON, NOW
from tests.privacy.said_together import asked_of, said_together

HERE = (
    "klantmanager jongeren",
    "wijkverpleegkundige",
    "jurist",
    "wmo-consulent",
    "schuldhulpverlener",
    "teamleider",
)

CHOSEN = (
    ("de klantmanager koos A", "de klantmanager"),
    ("De klantmanager heeft voor A gekozen.", "De klantmanager"),
    ("A werd gekozen door de klantmanager.", "de klantmanager"),
    ("De keuze voor A kwam van de klantmanager.", "de klantmanager"),
    ("A (klantmanager), B (jurist).", "jurist"),
    ("A: jurist en klantmanager. B: de anderen.", "klantmanager"),
    ("Tegen: jurist.", "jurist"),
    ("Voor A: de jurist. Voor B: de klantmanager.", "de klantmanager"),
    ("Drie kozen B, de jurist A.", "de jurist"),
    ("De klantmanager nam A.", "De klantmanager"),
    ("Iedereen koos B, alleen de jurist niet.", "de jurist"),
    ("Alleen de wijkverpleegkundige was tegen.", "de wijkverpleegkundige"),
    ("De verpleegkundige koos A.", "De verpleegkundige"),
    ("De wmo consulent koos A.", "De wmo consulent"),
    ("De consulente koos A.", "De consulente"),
    ("De hulpverlener koos A.", "De hulpverlener"),
    ("De jongerenklantmanager koos A.", "De jongerenklantmanager"),
    ("Het juristje koos A.", "Het juristje"),
)
"""Who chose what, in so many words: asked in every text that may say so."""

DONE = (
    ("De teamleider zei niets.", "De teamleider"),
    ("Wat de jurist zei, raakte ons.", "de jurist"),
    ("De jurist bracht in dat het ongelijk is.", "De jurist"),
    ("De klantmanager is van A naar B gegaan.", "De klantmanager"),
    ("Dat raakte de klantmanager.", "de klantmanager"),
    ("Volgens de klantmanager is dat beter.", "de klantmanager"),
    ("De angst van de jurist.", "de jurist"),
    ("Bij de jurist bleef twijfel.", "de jurist"),
    ("Voor de jurist was dit een brug te ver.", "de jurist"),
    ("Spanning tussen de jurist en de klantmanager.", "de klantmanager"),
    ("Goed dat de klantmanager dat durfde te zeggen.", "de klantmanager"),
    ("De jurist en ik verschilden van mening.", "De jurist"),
    ("De jurist en de klantmanager waren het oneens.", "De jurist"),
)
"""What was wanted, felt or said; of a case that is said too, and then it may stay."""

HELD = (
    ("De klantmanager voelt zich alleen gelaten.", "De klantmanager"),
    ("De wijkverpleegkundige maakt zich zorgen.", "De wijkverpleegkundige"),
    ("De jurist legt de nadruk op gelijkheid.", "De jurist"),
    ("De jurist helt over naar melden.", "De jurist"),
    ("De klantmanager zou nooit melden.", "De klantmanager"),
    ("De jurist staat hier anders in.", "De jurist"),
    ("De klantmanager: “ik kan dit niet”.", "De klantmanager"),
)

WORK = (
    "De klantmanager belt de verhuurder.",
    "De jurist leest mee.",
    "De jurist toetst C voor maandag.",
    "C: de jurist leest mee.",
    "De klantmanager moet beslissen.",
    "De wijkverpleegkundige gaat mee op huisbezoek.",
    "Steun van de teamleider en een half uur extra.",
    "De klantmanager mag afwijken van de regel.",
    "We vragen de jurist om een oordeel.",
    "We leggen A voor aan de jurist.",
    "Aan de jurist vragen of A mag.",
    "De inwoner hoort het van de klantmanager.",
    "Als klantmanager sta je er vaak alleen voor.",
    "Een jurist zou dit anders wegen.",
    "Geen jurist koos dit.",
    "De jurist neemt het signaal mee.",
    "De klantmanager heeft een plan B.",
    "De ergotherapeut koos A4 als formaat.",
)


@pytest.mark.parametrize("field", ["conclusion.answer", "look_back.safety", "dialogue.shared"])
@pytest.mark.parametrize(("text", "place"), [*CHOSEN, *DONE, *HELD])
def test_what_somebody_here_chose_wanted_or_said_is_asked(text, place, field):
    assert_asked(asked_of(text, field, HERE), place)


@pytest.mark.parametrize(("text", "place"), [*CHOSEN, *DONE])
def test_what_an_agreement_tells_of_the_talk_is_asked(text, place):
    assert_asked(asked_of(text, "agreements.what", HERE), place)


@pytest.mark.parametrize("field", ["signal.effect", "lesson.lesson", "conclusion.went_well"])
@pytest.mark.parametrize(("text", "place"), CHOSEN)
def test_a_choice_is_asked_also_where_it_is_about_something_else(text, place, field):
    assert_asked(asked_of(text, field, HERE), place)


@pytest.mark.parametrize(("text", "place"), CHOSEN)
def test_a_choice_is_asked_in_an_alternative_and_an_afweging(text, place):
    session = said_together("", "conclusion.answer", HERE)
    third = Option(id=Id("c"), text=text)
    weighed = Consideration(id=Id("w"), participant_id=Id("p1"), harm=text)
    for changed in (
        replace(session, options=(*session.options[:2], third)),
        replace(session, considerations=(weighed,)),
    ):
        gate = Gate.of(changed)
        assert_asked([one.text for one in gate.shown(text) if gate.is_open(one)], place)


@pytest.mark.parametrize("field", ["conclusion.answer", "agreements.what", "signal.effect"])
@pytest.mark.parametrize("text", WORK)
def test_what_somebody_here_does_for_a_case_is_left_alone(text, field):
    assert asked_of(text, field, HERE) == []


@pytest.mark.parametrize("text", [text for text, _ in (*CHOSEN, *DONE, *HELD)])
def test_who_is_not_here_may_have_a_side(text):
    found = ThosePresent.of(said_together(text, "conclusion.answer", ["beleidsmedewerker"]))

    assert not [one for one in found.finds(text) if one.key.startswith("present:")]


def test_it_is_never_replaced_without_a_question():
    text = "Bij de jurist bleef twijfel."
    gate = Gate.of(said_together(text, "conclusion.answer", HERE))
    (one,) = (one for one in gate.shown(text) if one.key.startswith("present:"))

    assert one.asks
    assert one.generalised == "een deelnemer"


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_a_practice_case_is_asked_nothing_more(case):
    session = load(case, now=NOW, held_on=HELD_ON)
    gate = Gate.of(replace(session, decisions=()))

    assert not [
        one.text for _, text in gate.passages for one in gate.shown(text)
        if one.key.startswith("present:")
    ]  # fmt: skip


def test_of_two_in_a_row_both_have_the_side():
    text = "De jurist en de klantmanager kozen A."
    mentions = [(0, 9), (13, 28)]

    assert list(with_a_side(text, mentions, Matter.CASE)) == mentions


def assert_asked(found, place):
    assert any(place.casefold() in one.casefold() for one in found), found
