"""Days that were taken out read as Dutch, and words for family are nobody's name."""

from __future__ import annotations

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.review.survey import survey
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.asking import replaced
from tests.privacy.invented import beraad, instead


def told(text: str) -> str:
    return clean(beraad(text)).case.situation


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Voor 12 maart.", "Voor een bepaalde datum."),
        ("Uiterlijk 12 maart klaar.", "Uiterlijk een bepaalde datum klaar."),
        ("De herindicatie van 12 maart.", "De herindicatie van een bepaalde datum."),
        ("Op vrijdag 12 maart belde zij.", "Op vrijdag belde zij."),
        ("Zij kwam vrijdagavond, 12 maart 2021.", "Zij kwam vrijdagavond."),
        ("Zij was er tussen 3 en 5 mei niet.", "Zij was er in een bepaalde periode niet."),
        ("Tussen 3 en 5 mei niet.", "In een bepaalde periode niet."),
        ("Op 3 mei kwam zij.", "Op een bepaalde dag kwam zij."),
    ],
)
def test_a_day_that_was_taken_out_reads_as_dutch(text, left):
    assert told(text) == left


def test_an_age_before_a_day_is_no_part_of_that_day():
    assert replaced("Zij was bijna 18 op 9 jan.") == ["9 jan"]
    assert replaced("Dat was in de nacht van 8 op 9 januari.") == ["8 op 9 januari"]


@pytest.mark.parametrize("text", ["Dat geldt vanaf 1 jan.", "sinds 1 jan is dat zo"])
def test_a_month_behind_a_day_is_nobody(text):
    assert not find(text, KnownNames.named(year=2026))


@pytest.mark.parametrize(
    "text",
    [
        "Zij weet nix van haar schulden.",
        "Zij denkt dat opas alles aankunnen.",
        "De beppe past op en haar pake ook.",
        "Toen kwam Heit thuis.",
    ],
)
def test_a_word_is_not_replaced_as_somebody(text):
    assert told(text) == text


def test_a_double_name_is_no_street():
    for text in (
        "Hij is vrachtwagenchauffeur bij Nijhof-Wassink.",
        "Hij werkt bij Nijhof-Wassink.",
    ):
        (found,) = find(text, KnownNames.named(year=2026))
        assert found.kind is FindKind.ORGANISATION
    (street,) = find("Zij woont aan de Kerkstraat-Zuid.", KnownNames.named(year=2026))
    assert street.kind is FindKind.ADDRESS


@pytest.mark.parametrize("said", ["in de zeventig", "achter in de zeventig", "dik in de zeventig"])
def test_tens_that_were_typed_are_said_once(said):
    text = f"Zij is {said}, en woont alleen."
    (asked,) = survey(beraad(text)).open
    session = beraad(text, decisions=(instead(asked.key, asked.generalised),))
    assert clean(session).case.situation == "Zij is in de zeventig, en woont alleen."
