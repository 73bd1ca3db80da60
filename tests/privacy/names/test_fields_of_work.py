"""What somebody does is said in more words than one; none of them is a name."""

from __future__ import annotations

import pytest

from beraad.privacy.review.survey import survey
from tests.privacy.invented import beraad

WORK = (
    "klantmanager nazorg",
    "klantmanager zelfstandigen",
    "klantmanager activering",
    "jobcoach praktijkroute",
    "schuldhulpverlener nazorg",
    "projectleider woonoverlast",
    "medewerker bewindsbureau",
    "ervaringsdeskundige herstelacademie",
    "jongerenwerker straathoek",
)


def found(text):
    survey_ = survey(beraad(text))
    return [one.text for one in (*survey_.open, *survey_.findings)]


@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize(
    "sentence", ["{}", "De {} belde.", "Volgens de {} kan dat niet.", "{}: belt morgen"]
)
def test_for_what_somebody_works_is_no_name(work, sentence):
    said = sentence.format(work)

    assert found(said[0].upper() + said[1:]) == []
    assert found(said) == []


@pytest.mark.parametrize(
    "work",
    [
        "Adviseur Sociaal Domein",
        "Beleidsmedewerker Werk",
        "Teamleider Toegang",
        "Schuldhulpverlener Nazorg",
    ],
)
@pytest.mark.parametrize("sentence", ["{}", "De {} belde.", "Volgens {} kan dat niet."])
def test_work_with_capitals_is_no_organisation(work, sentence):
    assert found(sentence.format(work)) == []


@pytest.mark.parametrize(
    "row", ["Coach Horizon", "Begeleider Zonnehof", "Adviseur Van Dijk", "Jeugdwerker Tijger"]
)
def test_a_name_in_such_a_row_is_still_found(row):
    assert found(f"Volgens {row} kan dat niet.")


@pytest.mark.parametrize(
    "text",
    [
        "Jobcoach",
        "Jobcoach: belt morgen",
        "Intaker schuldhulp",
        "De intaker belde over de uitslag.",
    ],
)
def test_work_that_is_in_no_dictionary_is_no_name(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de begeleider horizon belde", "horizon"),
        ("de consulent bakker belde", "bakker"),
        ("Volgens de jobcoach Merel kan dat niet.", "Merel"),
        ("de brief van uw werkgever bouwcenter is er", "bouwcenter"),
    ],
)
def test_who_is_called_so_is_still_found_behind_work(text, name):
    assert any(name in one for one in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "verzoek op rekest",
        "Met ontslag op rekest wacht hij.",
        "kinderopvang op maat",
        "Maatwerk op maat",
    ],
)
def test_how_something_is_done_is_nobody(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Met de wijkverpleegkundige thuiszorg afgesproken dat hij wacht.",
        "Met woonzorgcentrum afgesproken dat hij wacht.",
        "De school in de wijk belde.",
        "De sportclub in de buurt belde.",
    ],
)
def test_what_was_done_is_no_name_of_where(text):
    assert found(text) == []
