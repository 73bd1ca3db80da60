"""Rooms, beds and berths in which somebody lives, and the years under a head."""

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def gone(text, *kinds):
    return [one.text for one in find(text, KNOWN) if not one.asks and one.kind in kinds]


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("mw spin (k. 12) loopt over de gang", "12"),
        ("hij verhuist naar kamer 3b", "3b"),
        ("Kamer 7: niet terug om 23u", "7"),
        ("ligt op kmr 214 en slaapt", "214"),
        ("hotel, k 108: alarm", "108"),
        ("blijft in huis 4 van de groep", "4"),
        ("hij ligt op afd. b3.", "b3"),
        ("woont in caravan 12. Daar is het koud", "12"),
        ("Naam | Kamer\nTesfay | 21 li", "21 li"),
        ("fam. Slag, nr 212.", "212"),
        ("woont in huisje 14 bij de poort", "14"),
        ("wie belde: bij truus van nr 9.", "9"),
    ],
)
def test_the_number_of_a_room_goes(text, room):
    assert room in gone(text, FindKind.ADDRESS)


@pytest.mark.parametrize(
    "text",
    [
        "een huis met 4 kamers",
        "kamer 14 m2 is klein",
        "de Tweede Kamer 2 keer per jaar",
        "er staat een bed 2 uur leeg",
        "in huis 2 katten",
        "een kamer 2 bedden en een raam",
        "we nemen optie nummer 2",
        "drie opties, nummer 2 was het beste",
    ],
)
def test_what_is_counted_is_no_room(text):
    assert gone(text, FindKind.ADDRESS) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Naam | Geb.jr\nHaile | 1999", "1999"),
        ("partner overl. 2019 / kinderen", "2019"),
        ("Dhr. Beer (geb. 1951) is boos", "1951"),
    ],
)
def test_a_year_that_is_told_to_be_of_somebody_goes(text, year):
    assert year in gone(text, FindKind.BIRTH_DATE)


def test_a_year_in_two_digits_is_asked_about():
    (year,) = [one for one in find("hij is van 64 en wil niet", KNOWN) if one.text == "64"]
    assert year.kind is FindKind.BIRTH_DATE
    assert year.asks


def test_a_plate_stands_under_its_head():
    text = "Kenteken | Vak\nSB 90 KLM | 9"
    assert "SB 90 KLM" in gone(text, FindKind.LICENCE_PLATE)


def test_the_word_for_a_room_stays():
    assert [one.text for one in find("zij zit op kamer 12.", KNOWN)] == ["12"]
