"""Participants who are called by an everyday word: the verslag stays Dutch, and the names go."""

from __future__ import annotations

import pytest

from beraad.privacy.clean import clean
from beraad.privacy.review.survey import survey
from tests.privacy.invented import beraad

NAMES = ("Wil Jansen", "Mei Lin", "Bas de Groot", "Roos de Wit", "Dag Hammer", "Week Prins")


def cleaned(text: str, *, cautious: bool = False) -> str:
    return clean(beraad(text, names=NAMES), cautious=cautious).case.situation


@pytest.mark.parametrize(
    "text",
    [
        "De inwoner wil in mei verhuizen. Wat wil zij zelf?",
        "Wil zij dat? Elke week belt zij een dag later.",
        "Het ging om de groot en klein van dit huis.",
        "Mei is een drukke maand.",
        "Dag mevrouw, zei de consulent.",
    ],
)
@pytest.mark.parametrize("cautious", [False, True])
def test_an_ordinary_word_stays_dutch(text: str, *, cautious: bool) -> None:
    assert cleaned(text, cautious=cautious) == text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Ik sprak Wil en daarna Mei.", ("Wil", "Mei")),
        ("Bas belt, Roos zegt nee.", ("Bas", "Roos")),
        ("Volgens Roos wil Bas niet.", ("Roos", "Bas")),
        ("Met Bas de Groot en Roos de Wit gesproken.", ("Bas", "Groot", "Roos", "Wit")),
        ("mw de wit belt morgen", ("wit",)),
        ("volgens bas klopt dat niet", ("bas",)),
        ("roos zegt dat het kan", ("roos",)),
    ],
)
def test_a_name_goes_where_a_name_stands(text: str, gone: tuple[str, ...]) -> None:
    told = cleaned(text)
    assert not [name for name in gone if name in told.split()]
    assert (" wil " in told) == (" wil " in text)


def test_who_sits_there_is_one_person_also_where_another_sign_sees_the_name() -> None:
    told = cleaned("Toen werd het laat. Roos werd stil. Ik sprak Roos na afloop.")
    assert told == "Toen werd het laat. Een deelnemer werd stil. Ik sprak een deelnemer na afloop."


@pytest.mark.parametrize("text", ["de inwoner wil weg", "bas: ik kom niet", "mei is er niet bij"])
def test_in_a_text_without_capitals_a_person_is_asked(text: str) -> None:
    assert survey(beraad(text, names=NAMES)).open
    assert cleaned(text, cautious=True) == text


@pytest.mark.parametrize(
    "text",
    [
        "Toen zei men: volgens wil kan dat.",
        "Er is met wil gebeld.",
        "En gisteren wil belde nog.",
        "Daar waren wil en ik bij.",
    ],
)
def test_a_small_name_where_no_verb_can_stand_is_asked(text: str) -> None:
    assert survey(beraad(text, names=NAMES)).open
