"""What a function of somebody present wanted is asked about, in whatever goes into a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.review.gate import Gate
from beraad.privacy.review.survey import survey
from tests.privacy.said_together import asked_of, said_together

PEOPLE = (
    "consulent inkomen",
    "sociaal werker in de wijk",
    "kwaliteitsmedewerker",
    "vrijwilliger bij het inloopspreekuur",
    "jurist",
    "ergotherapeut",
    "stagiair",
)
FIELDS = (
    "conclusion.answer",
    "conclusion.lesson",
    "dialogue.shared",
    "dialogue.core_difference",
    "dialogue.minority_view",
    "dialogue.moved_by",
    "agreements.what",
    "look_back.method",
    "look_back.check_out",
    "lesson.considerations",
    "signal.sees_otherwise",
)


def asked(text, field="conclusion.answer"):
    return asked_of(text, field, PEOPLE)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("De consulent inkomen wil opschrijven.", "De consulent inkomen"),
        ("Inkomen wil opschrijven, de wijk wil samen melden.", "Inkomen"),
        ("Inkomen wil opschrijven, de wijk wil samen melden.", "de wijk"),
        ("Alleen inkomen wilde opschrijven.", "inkomen"),
        ("De vrijwilligster wil wachten.", "De vrijwilligster"),
        ("Toen wilde de stagiaire niet meer.", "de stagiaire"),
        ("De kwaliteitsmedewerkster vond dat niet.", "De kwaliteitsmedewerkster"),
        ("De sociaal werker in de wijk zei: ik kies dat.", "De sociaal werker in de wijk"),
        ("De meesten kunnen ermee leven, de vrijwilliger niet.", "de vrijwilliger"),
        ("jurist: onrustig. ergo: blij", "jurist"),
        ("In één woord: jurist: onrustig. ergo: blij", "ergo"),
    ],
)
def test_what_somebody_present_wanted_is_asked_in_every_field(text, place, field):
    found = asked(text, field)

    assert any(place.casefold() in one.casefold() for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "De consulent inkomen belt de verhuurder.",
        "De jurist leest mee.",
        "De jurist zoekt uit of dat mag.",
        "Zijn inkomen wil hij zelf regelen.",
        "Het inkomen is te laag.",
        "Hij woont in de wijk.",
        "Vraag de jurist of het kan.",
        "Juristen vinden dat lastig.",
        "De wijkverpleegkundige wil dat ook.",
        "De inwoner wil opschrijven.",
        "Sociaal: hij heeft weinig mensen om zich heen.",
    ],
)
@pytest.mark.parametrize("field", ["conclusion.answer", "agreements.what", "look_back.method"])
def test_what_somebody_present_does_is_left_alone(text, field):
    assert asked(text, field) == []


def test_the_case_itself_may_say_what_a_function_wanted():
    session = said_together("", "conclusion.answer", PEOPLE)
    text = "De consulent inkomen wil opschrijven."
    told = replace(session, case=replace(session.case, situation=text))

    assert not [one for one in Gate.of(told).shown(text) if one.key.startswith("present:")]


@pytest.mark.parametrize("field", ["dialogue.shared", "dialogue.core_difference"])
def test_one_place_is_one_question(field):
    session = said_together("De jurist koos B.", field, PEOPLE)

    assert len([one for one in survey(session).open if "jurist" in one.text.casefold()]) == 1
