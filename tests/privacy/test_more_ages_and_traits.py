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
        ("zij brengt Sem van 8 en Noor van 5 zelf naar school", "5"),
        ("zij brengt Sem van 8 en Noor van 5 zelf naar school", "8"),
        ("hij is geen 15 maar 16", "15"),
        ("hij is geen 15 maar 16", "16"),
        ("de man eenentachtig sorry tweeëntachtig en nog kwiek", "eenentachtig"),
        ("ze beweert zeventien te zijn", "zeventien"),
        ("hulp vraagt hij niet want 81 en eigenwijs", "81"),
        ("ze is immers 17 en wil zelf kiezen", "17"),
        ("zes kinderen in de leeftijd van 2 tot 15 jaar", "2"),
        ("een stille man van in de zestig die niet opendoet", "zestig"),
        ("kind 3, Jip, 20 mnd\nopa past op", "20"),
        ("ik heb dochter Pien 4 jaar. Waar kan zij slapen?", "4"),
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
        "Zij is de laatste nog levende turfschipper van het dorp.",
        "Hij was de eerste baby van het jaar in onze streek.",
        "Bij de zaagmolen raakte hij twee vingers kwijt.",
        "Zij verloor in een jaar drie broers.",
        "In de kamer staan twee papegaaien.",
        "Papa is meester van groep zes.",
        "Oom is conciërge van klas negen.",
        "Zij was jarenlang dirigent, en hij ooit wethouder.",
        "Het meisje wacht op een harttransplantaat.",
        "Hij is ijsbeeldhouwer.",
        "Zij werkt als stadsgids in klederdracht.",
        "Het gezin heeft een alpacaboerderij.",
        "Hij kreeg er een lintje voor.",
        "Het ziekenhuis hield een persconferentie.",
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
        "Zij kwamen met 4 van 6 en gingen met 5 van 9.",
        "Er waren geen 12 maar 13 brieven.",
        "Mijn sleutel is kwijt.",
        "Geen 11:30 maar 12:45 dus.",
    ],
)
def test_a_number_that_is_no_age_is_not_asked(text):
    assert asked(text) == []


def test_a_sum_in_a_table_is_not_asked():
    assert not any("612" in one for one in asked("Post\tBedrag\nHuur\t612,30\n"))
