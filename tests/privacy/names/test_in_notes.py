"""Where notes without capitals put a name, a person is asked."""

import pytest

from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def asked(text):
    return [one.text for one in find(text, KNOWN) if one.asks]


def found(text):
    return [one.text for one in find(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("- dik: wil eerst een second opinion", "dik"),
        ("wie: mana\nwat: slaapt slecht", "mana"),
        ("dat was het voor nu.\nmvg speldde", "speldde"),
        ("boomden;zoon\nen dan de rest", "boomden"),
        ("demi | 12 | niet op school", "demi"),
        ("tegen: w. heeft haar dochter", "w"),
        ("dat is een vraag (opm. k.); verder niets", "k"),
        ("het loopt via poolenzorg sinds mei", "poolenzorg"),
        ("ze woont in het dubiokwartier", "dubiokwartier"),
        ("jasmin is niet op school (de kring).", "kring"),
    ],
)
def test_where_notes_put_a_name_somebody_is_asked(text, name):
    assert any(name in one for one in asked(text))


@pytest.mark.parametrize(
    "text",
    [
        "- vraag: wie belt de gemeente",
        "wat: slaapt slecht",
        "dat staat o.a. in de nota",
        "a. een voorschot geven\nb. niets doen",
        "hij ging naar het ziekenhuis en kreeg thuiszorg",
        "de zoon; daarna de rest",
        "hij zit op school (de hele week)",
    ],
)
def test_words_in_the_same_place_are_left_alone(text):
    assert found(text) == []


def test_a_name_that_is_sure_takes_the_doubtful_word_before_it_along():
    text = "namens vink yildirim hebben we gebeld"
    assert [one.text for one in find(text, KNOWN) if not one.asks] == ["vink yildirim"]
