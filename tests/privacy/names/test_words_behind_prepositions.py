"""What is an ordinary word behind a preposition, in small letters, is asked about at most."""

from __future__ import annotations

import pytest

from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from tests.builders import empty_session

KNOWN = KnownNames.of(empty_session())


def found(text):
    return find(text, KNOWN, shipped())


@pytest.mark.parametrize(
    "text",
    [
        "wat doen we bij brand in de woning",
        "bij brand belt zij 112",
        "Zij werkt bij brand en redding.",
        "hij is bij brand verzekerd",
        "hij sliep bij storm",
        "de trap is van staal",
        "een hek van hout",
        "naar huis van berg",
    ],
)
def test_an_ordinary_word_behind_a_preposition_is_not_replaced_unasked(text):
    assert [one.text for one in found(text) if not one.asks] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mevr. van een kleine gemeente.",
        "mevr van een zorginstelling belde",
        "dhr. van een ander team",
        "mevrouw van een collega",
        "Mevr. van een",
    ],
)
def test_an_article_is_nobodys_surname(text):
    assert [one.text for one in found(text)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik sprak met roos", "roos"),
        ("mevrouw brand belde", "brand"),
        ("met mevr van dam", "van dam"),
        ("mevr van den berg kwam", "van den berg"),
        ("haar broer is verhuisd naar assen", "assen"),
        ("bij buurman haas", "haas"),
        ("Hij sprak met Brand over de huur.", "Brand"),
    ],
)
def test_what_stands_as_a_name_still_goes_without_a_question(text, name):
    assert name in [one.text for one in found(text) if not one.asks]
