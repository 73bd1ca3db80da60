"""A home as neighbours tell it, and days and ages in few words."""

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def told(text):
    return {one.text: one.kind for one in find(text, KNOWN)}


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Hij sliep bij het benzinestation aan de A67 en daarna buiten", "A67"),
        ("ze staat met de camper langs de n35.", "n35"),
        ("de sleutel ligt ernaast, nummer zes", "nummer zes"),
        ("die mevrouw van acht hoog klaagt weer", "acht hoog"),
        ("de buren van drie hoog achter zijn boos", "drie hoog achter"),
        ("a neighbour from 12c helps", "12c"),
        ("hij komt vaker van 7a", "7a"),
        ("Huis Zuid, laat. Een rustige avond.", "Zuid"),
        ("er is gebeld. Ze ging terug naar Wildzang 4", "Wildzang 4"),
    ],
)
def test_a_home_without_a_street(text, home):
    assert told(text)[home] is FindKind.ADDRESS


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("hij is in de 60 en woont alleen", "in de 60"),
        ("Meneer is al diep in de tachtig en slecht ter been", "diep in de tachtig"),
        ("het kind (4?) slaapt bij oma", "4"),
        ("hij zegt achttien maar ik zie 15 in het systeem", "15"),
    ],
)
def test_an_age_in_few_words(text, age):
    assert told(text)[age] is FindKind.AGE


@pytest.mark.parametrize(
    ("text", "day", "kind"),
    [
        ("geboren zeven drie vierentachtig", "zeven drie vierentachtig", FindKind.BIRTH_DATE),
        ("geb. vier mei tweeënzestig", "vier mei tweeënzestig", FindKind.BIRTH_DATE),
        ("2/3;een melder;gebeld", "2/3", FindKind.DATE),
        ("start 1/6 bij de werkplaats", "1/6", FindKind.DATE),
    ],
)
def test_a_day_as_it_is_said_or_kept_in_a_row(text, day, kind):
    assert told(text)[day] is kind


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("kijk op molenkring.shop/aanmelden?kind=3 voor meer", "molenkring.shop/aanmelden?kind=3",
         FindKind.URL),
        ("mail jo[at]winkel[punt]test terug", "jo[at]winkel[punt]test", FindKind.EMAIL),
        ("uitgeschreven van dr kuyperln 31 3hg", "dr kuyperln 31 3hg", FindKind.ADDRESS),
        ("zij is 58 jaar getrouwd", "58 jaar getrouwd", FindKind.DETAIL),
        ("sinds het ongeluk is hij halfzijdig verlamd", "verlamd", FindKind.DETAIL),
        ("zij spreekt Farsi en wat Engels", "Farsi", FindKind.DETAIL),
    ],
)  # fmt: skip
def test_other_ways_to_write_it(text, found, kind):
    assert told(text)[found] is kind


@pytest.mark.parametrize(
    "text",
    [
        "Bel bij gevaar 112, of overdag 0800-2000.",
        "1a Achternaam: zie boven",
        "We kwamen terug op Optie 2.",
        "incl.partner/kind en bijv.ouder/kind",
        "Geb.datum/-plaats en tel.nr/mail",
        "Dat kost de corporatie 4000 euro, en de stichting 3 weken.",
        "De a4 hangt aan de muur, en een a3 vel ligt op de a3 printer.",
        "In de 60 brieven stond het, en in de 3 jaar daarna ook.",
        "2/3 van de groep is voor, 1/2 tegen.",
        "Zij stond voor Variant 4 en kwam in Ronde 5 terug op Optie 2.",
        "Hij springt twee meter hoog en de rekening is hoog.",
    ],
)
def test_what_counts_is_nobodys_home(text):
    assert told(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Wij vragen het MT om een besluit.",
        "MT beslist in januari.",
        "inbrenger + MT",
        "Wie: MT",
        "ik vind dat het mt dit moet weten",
        "KCC belt terug",
    ],
)
def test_who_decides_in_a_municipality_is_nobody(text):
    assert not find(text, KNOWN)


def test_initials_of_somebody_are_still_found():
    assert find("M.T. Jansen belde.", KNOWN)


@pytest.mark.parametrize("word", ["rust", "Rust", "geluk", "snel", "vrijdag", "wijk"])
def test_a_value_or_a_word_by_itself_is_no_name(word):
    assert not find(word, KNOWN)
