"""Ages told in passing, and traits that point to one of few, are asked about."""

import pytest

from tests.privacy.asking import asked


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Giel is de zoon, 26 – werkt bij een garage", "26"),
        ("de buurjongen, vijftien pas, belde aan", "vijftien"),
        ("Mevrouw belt nog zelf, ook nu is ze 92 en alleen.", "92"),
        ("Ik ben een oud stratenmaker van 64 geen crimineel", "64"),
        ("Dat je vijfenzeventig bent en alles nog zelf doet", "vijfenzeventig"),
        ("de kleine is weg? 3 jaar, gele jas", "3 jaar"),
        ("oppas voor twee kinderen? 4 en 6.", "4"),
        ("oppas voor twee kinderen? 4 en 6.", "6"),
        ("Bewoners: de heer en mevrouw, 79 en 84\n", "79"),
        ("Bewoners: de heer en mevrouw, 79 en 84\n", "84"),
        ("Jng v 17, zwanger, vr 24 (bekend bij ons)", "24"),
        ("kids zara 4 en kaine 6 weeks.", "4"),
        ("de oom | ± 50 | auto staat voor", "50"),
        ("het jongetje (4;7) spreekt thuis een andere taal", "4"),
    ],
)
def test_an_age_in_passing_is_asked(text, age):
    assert any(age in one for one in asked(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hij is suikerpatient en spuit zelf.",
        "Hij is concertfluitist geweest.",
        "Vader werkt op een booreiland en belt weinig.",
        "Hij is keeper van het jeugdelftal.",
        "Aan die tatoeage van een adelaar herken je hem.",
        "Er kwam een jaarrekening van 3.906,77 voor het gas.",
    ],
)
def test_a_trait_of_few_is_asked(text):
    assert asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wij zijn 3 en 4 bij langs geweest.",
        "Wie is er 12 jaar in dienst van de gemeente?",
        "De voorzitter van dienst sluit af.",
    ],
)
def test_a_number_that_is_no_age_is_not_asked(text):
    assert asked(text) == []


def test_a_sum_in_a_table_is_not_asked():
    assert not any("612" in one for one in asked("Post\tBedrag\nHuur\t612,30\n"))
