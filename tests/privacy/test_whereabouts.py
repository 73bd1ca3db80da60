"""A post, a class or a house beside a known place is asked about; what tells nobody is not."""

from __future__ import annotations

import pytest

from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def asked(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if one.asks]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zij is vrijwilliger bij de brandweer.", "Zij is vrijwilliger."),
        ("Hij is lid van de schutterij.", "Hij is lid bij een vereniging."),
        (
            "Zij zit in het bestuur van de voetbalclub.",
            "Zij zit in het bestuur van een vereniging.",
        ),
        ("Hij woont achter de Albert Heijn.", "Hij woont in de buurt."),
        ("Zij woont schuin tegenover de kerk.", "Zij woont in de buurt."),
        ("Hij slaapt achter de Jumbo.", "Hij slaapt op een bekende plek."),
        ("Hij zit in vijf havo.", "Hij zit op de middelbare school."),
        ("Zoon zit in 4 vmbo.", "Zoon zit op de middelbare school."),
    ],
)
def test_what_a_village_knows_somebody_by_is_asked(text: str, said: str) -> None:
    finds = find(text, KNOWN)

    assert [one.asks for one in finds] == [True]
    assert put(text, finds, lambda one: one.generalised) == said


def test_the_class_behind_a_kind_of_school_is_no_name() -> None:
    assert asked("Dochter doet havo 5.") == ["havo 5"]


@pytest.mark.parametrize(
    "text",
    [
        "Sinterklaas kwam langs.",
        "Met sinterklaas kreeg hij niets.",
        "We spraken over de rol van kok.",
        "Hij wil timmerman worden, of kok.",
        "Ze zijn al vijftig jaar getrouwd.",
        "Er is een heel lange wachttijd.",
        "Het was een erg lange periode.",
        "Meneer zuchtte.",
        "Mevrouw aarzelde.",
        "Meneer knikte en zweeg.",
        "De brandweer kwam.",
        "Bel de brandweer of de politie.",
        "Zij doet boodschappen bij de Albert Heijn.",
        "Het loket is naast het station.",
        "Hij doet havo.",
        "Er zijn drie scholen: vmbo, havo en vwo.",
    ],
)
def test_what_tells_nobody_is_not_asked(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    "text", ["Gebeld met meneer bakker.", "Buurman visser is boos.", "Zoon kok belde."]
)
def test_a_trade_behind_a_form_of_address_may_be_a_name(text: str) -> None:
    assert find(text, KNOWN)
