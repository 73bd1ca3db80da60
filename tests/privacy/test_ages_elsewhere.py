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
        ("Hij is nu 58 en zegt niets", "58"),
        ("hij hoort dit al sinds zijn negentiende.", "negentiende"),
        ("De jongste, Zef, 6 maanden, groeit niet", "6 maanden"),
        ("een kind van 8 wkn, moeder slaapt", "8 wkn"),
        ("Hij is begin twintig en gestopt", "begin twintig"),
        ("hij wordt zondag zeventien. adres volgt", "zeventien"),
        ("Ze zijn 61. Ze zeggen niets", "61"),
        ("oud 90 jaren, wonende in het dorp", "90"),
        ("hij is oud-schaakkampioen van zeeland", "oud-schaakkampioen van zeeland"),
        ("de drieling mag niet de straat op", "drieling"),
        ("hij heeft twaalf zussen in de stad", "twaalf zussen"),
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
        "Proef van twee maanden.",
        "een indicatie van 6 maanden, en dan verder",
        "wordt zondag 3 keer gebeld",
    ],
)
def test_a_number_of_something_else_is_no_age(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("Dochter (16) huilt. Zestien kunnen zijn: naar school.", "een tiener"),
        ("Dochter (16) huilt. Hij was ook zestien.", "een tiener"),
        ("Dochter (16) huilt. Zestien, en dan dit.", ""),
        ("Zef, 6 maanden, groeit niet", "een heel jong kind"),
        ("dit is al zo sinds zijn negentiende", ""),
    ],
)
def test_what_is_said_instead_fits_the_sentence(text, general):
    *_, last = (one for one in find(text, KNOWN) if one.kind is FindKind.AGE)
    assert last.generalised == general
