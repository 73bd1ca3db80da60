"""Doors told by a number, regional words, shortened words and small names, with their brothers."""

from __future__ import annotations

import pytest

from beraad.privacy.find import Find
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def replaced(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if not one.asks]


def touching(text: str, part: str) -> list[Find]:
    start = text.index(part)
    end = start + len(part)
    return [one for one in find(text, KNOWN) if one.start <= start and end <= one.end]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("heb jij die van de Dissel 12 nog gesproken", "12"),
        ("Melding lawaai Veldwachter 3 A. Bewoner boos", "3 A"),
        ("Ze woonde eerst op de dam 2-bis. Nu niet meer", "2-bis"),
        ("een tweede woning op Grote Beer 61? En sinds", "Grote Beer 61"),
        ("het briefadres op korte prinsengracht 40 blijft staan", "korte prinsengracht 40"),
        ("Hij wijst naar nr. 112. Daar woont zij", "112"),
        ("Verblijf bij een vriendin in de H-buurt. Inkomen geen", "H-buurt"),
        ("Hun vonnis: 11284417 CV EXPL 24-3310", "CV EXPL"),
        ("Het beroep AMS 24/331 loopt nog", "24/331"),
        ("de zoon is negen maart tweeduizend elf geboren", "elf"),
        ("Zij spreekt Papiaments en haar man heeft Ehlers-Danlos", "Papiaments"),
        ("Zij spreekt Papiaments en haar man heeft Ehlers-Danlos", "Ehlers-Danlos"),
    ],
)
def test_what_points_to_somebody_is_seen_whole(text: str, part: str) -> None:
    assert touching(text, part)


@pytest.mark.parametrize(
    "text",
    [
        "Groep 7 las de Wmo 2015 op de A4 printer",
        "De Ronde 3 en de Stap 4 komen later",
        "We zitten op punt 3 van de agenda",
    ],
)
def test_what_is_only_counted_is_no_door(text: str) -> None:
    assert find(text, KNOWN) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Hoatse wol net thús wenje, seit Froukje. Hy sit by Gosse yn Reduzum.",
            ["Hoatse", "Froukje", "Gosse", "Reduzum"],
        ),
        ("Ich kin neet mie, zaet Tiny Hendriks oet Sittard.", ["Tiny Hendriks", "Sittard"]),
        ("Imane: jaa Bouchra deed open", ["Imane", "Bouchra"]),
        ("Kind A.B. wilde niet mee met pleegvader Gijs.", ["A.B", "Gijs"]),
        ("T.b.v. Anouk: de sleutel ligt klaar", ["Anouk"]),
        ("Vml: er is gebeld", []),
    ],
)
def test_a_name_takes_no_word_along_that_is_none(text: str, names: list[str]) -> None:
    assert [name.rstrip(".") for name in replaced(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Regillio kan niet, Mei is vrij en Bas werkt", "Mei"),
        ("ik heb dag gebeld die zegt dat hij niet komt", "dag"),
        ("- Dag haalt de sleutel bij de buren", "Dag"),
        ("wie heeft week gezien vandaag", "week"),
    ],
)
def test_a_small_word_that_stands_as_a_name_is_asked(text: str, name: str) -> None:
    assert any(one.asks for one in touching(text, name))


@pytest.mark.parametrize(
    "text",
    [
        "De inwoner wil in mei verhuizen. Wat wil zij zelf?",
        "elke dag die week belde de inwoner en koos voor rust",
        "Wil je in mei nog een week wachten, dan kan dat elke dag.",
        "Consulenten jongeren en huisbezoekers voelen zich hier niet bij thuis.",
        "op maandag belde de ouderenadviseur, dinsdag niet",
        "Volgende week, op een dag dat iedereen kan, praten we verder.",
    ],
)
def test_the_same_words_as_words_are_left_alone(text: str) -> None:
    assert find(text, KNOWN) == ()
