"""Whether a verslag can promise that it does not tell who said or chose what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.review.gate import Gate
from beraad.privacy.signs.telling.keeping_apart import tells_a_side
from beraad.records import Decision, Verdict, new_id
from beraad.report.compose.short import short_report
from beraad.report.plain import plain_text
from tests.privacy.said_together import said_together

PEOPLE = (
    "toezichthouder handhaving",
    "consulent inkomen",
    "wijkverpleegkundige",
    "klantmanager jongeren",
    "ergotherapeut",
)
PROMISE = "Wie wat zei of koos, staat hier niet in"


@pytest.mark.parametrize(
    "text",
    [
        "handhaving ziet een gang, wij zien een mens",
        "wij van handhaving kunnen twee weken rekken",
        "05 handhaving vond van niet",
        "de ergotherapeut draaide bij",
        "inkomen en de wijkverpleegkundige kozen hetzelfde",
        "volgens inkomen kan het niet",
        "zonder handhaving was het niet gelukt",
    ],
)
def test_it_promises_nothing_where_a_function_stands_in_what_was_said(text):
    cleaned = clean(said_together(text, "dialogue.core_difference", PEOPLE))

    assert cleaned.may_be_told_by
    assert PROMISE not in " ".join(plain_text(short_report(cleaned)).split())


@pytest.mark.parametrize(
    "text",
    [
        "Haar inkomen is laag, en hij zoekt werk.",
        "Vraag eerder een ergotherapeut welke ruimte er is.",
        "Jongeren die niet terugkwamen, hoorden we niet.",
        "Wie draagt het risico?",
    ],
)
def test_it_promises_where_nobody_is_spoken_of(text):
    cleaned = clean(said_together(text, "dialogue.core_difference", PEOPLE))

    assert not cleaned.may_be_told_by
    assert PROMISE in " ".join(plain_text(short_report(cleaned)).split())


@pytest.mark.parametrize(
    "agreed",
    [
        "stelt de controle uit, al is ie het er niet mee eens",
        "een week niks opschrijven, met tegenzin",
        "eerst vragen, zoals ik wou",
        "belt de familie, tegen haar gevoel in",
        "zij wil liever een inklapbare",
    ],
)
def test_an_agreement_beside_its_function_can_tell_a_side(agreed):
    assert tells_a_side(agreed)
    assert clean(said_together(agreed, "agreements.what", PEOPLE)).may_be_told_by


@pytest.mark.parametrize(
    "agreed", ["belt de inwoner", "zoekt uit of het mag", "vraagt de teamleider om tijd"]
)
def test_an_agreement_that_says_what_somebody_does_tells_none(agreed):
    assert not tells_a_side(agreed)


@pytest.mark.parametrize("field", ["dialogue.shared", "conclusion.answer", "agreements.what"])
@pytest.mark.parametrize(
    "text",
    ["Iedereen koos B.", "We waren unaniem voor B.", "3x B en 1x A.", "Ik ga nu toch voor B."],
)
def test_who_keeps_a_count_gets_no_promise(text, field):
    session = said_together(text, field, PEOPLE)
    gate = Gate.of(session)
    asked = [one for one in gate.shown(text) if gate.is_open(one)]

    def decided(verdict):
        decisions = tuple(
            Decision(id=new_id(), key=one.key, verdict=verdict, replacement=one.generalised)
            for one in asked
        )
        return clean(replace(session, decisions=decisions))

    assert asked
    assert decided(Verdict.KEEP).may_be_told_by
    assert not decided(Verdict.REPLACE).may_be_told_by
