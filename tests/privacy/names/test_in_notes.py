"""Where notes without capitals put a name, a person is asked."""

import pytest

from beraad.privacy.finding.finding import find
from tests.privacy.asking import KNOWN


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
    assert any(name in one for one in found(text))


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("naam: den akker, j.\ngeboren in mei", "den akker"),
        ("school\tde zonnebloem", "zonnebloem"),
        ("contactpersoon: u. den herder\ntelefoon volgt", "herder"),
        ("kees | 12 | het klaverblad", "klaverblad"),
        ("het kind zit op de zonnebloem en eet niet", "zonnebloem"),
        ("zij komt uit de wijk de boterbloem", "boterbloem"),
        ("hoi lente, kun je bellen", "lente"),
        ("kj: eerst de huur", "kj"),
        ("de buurman op 43a hoort alles", "43a"),
        ("hij huurt via wonen op maat", "wonen op maat"),
        ("zij willen niet meer naar jeugdzorg de vlinder, zegt ze", "vlinder"),
        ("een brief van dobber bewind over de huur", "dobber bewind"),
        ("zij merkt op dat bakker en van leeuwen elkaar kennen", "bakker"),
        ("hij denkt het en van leeuwen ontkent het", "leeuwen"),
        ("voor: e. is alleen", "e"),
    ],
)
def test_where_small_words_name_somebody_or_something_somebody_is_asked(text, name):
    assert any(name in one for one in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "adres: onbekend",
        "hij zit op de bank en kijkt naar buiten",
        "beste allen,\nde notulen volgen",
        "wie: nog niemand\nwat: bellen",
        "zij woont op 1 hoog",
        "ze wil graag begeleid wonen",
        "hij gaat naar de dagbesteding en de opvang",
        "dit is zorg op maat voor het gezin",
        "in de wijk is weinig te doen",
        "volgens beleid schuldhulp mag het niet",
        "ze vroeg het via gesprek thuis",
        "dat komt van rapport jeugdhulp",
        "het liep via loket jeugdzorg",
    ],
)
def test_ordinary_words_in_those_places_are_left_alone(text):
    assert found(text) == []


def test_a_firm_with_a_capital_goes_when_its_name_is_no_word():
    text = "De brief van Kluistra Advies ligt hier."
    assert [one.text for one in find(text, KNOWN) if not one.asks] == ["Kluistra Advies"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Haar zoon zit nu op De Zonnebloem.", "De Zonnebloem"),
        ("Betreft: Smedinga, H.", "Smedinga"),
    ],
)
def test_what_is_sure_by_its_place_goes(text, name):
    assert any(name in one.text for one in find(text, KNOWN) if not one.asks)
