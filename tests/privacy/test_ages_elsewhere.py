"""Ages as they are dictated, put in tables and said by the way."""

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def told(text):
    return [one.text for one in find(text, KNOWN) if one.kind in (FindKind.AGE, FindKind.DETAIL)]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("mevrouw komma eenentachtig komma woont alleen", "eenentachtig"),
        ("tamara dus zestien jaar die is weg", "zestien jaar"),
        ("Kinderen: Ziad (9), Rania (6), baby", "9"),
        ("- Desta M 34 werkzoekend", "34"),
        ("een man, achter in de zeventig, wil blijven", "zeventig"),
        ("hij is een jaar of vijftig", "vijftig"),
        ("een zestiger uit het dorp", "zestiger"),
        ("dochtertje Jaylinn van 8 maanden", "8"),
        ("zij is de mantelzorger, 15!", "15"),
        ("die is eenendertig of tweeendertig en rijdt", "tweeendertig"),
        ("mijn zoontje Kwame van 4 mag niet", "4"),
        ("de vrouw met de elf katten belt", "vrouw met de elf katten"),
        ("de vader van de verdronken tweeling sprak", "vader van de verdronken tweeling"),
        ("opa was de laatste lantaarnopsteker van Schokland", "de laatste lantaarnopsteker"),
    ],
)
def test_it_is_pointed_out(text, age):
    assert any(age in one for one in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "(1) eerst dit (2) dan dat",
        "Waarde | Voor wie | Hoe zwaar\nEigen regie | bewoner | 4",
        "over twee jaar zien we verder",
        "de eerste zomer in het dorp",
        "de laatste manier van werken",
        "punt 3 m hoog",
    ],
)
def test_a_number_of_something_else_is_no_age(text):
    assert told(text) == []
