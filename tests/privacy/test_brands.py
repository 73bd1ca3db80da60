"""The brand of a car, a scooter or a phone is a trait that is asked about, and nobody's name."""

from __future__ import annotations

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from tests.privacy.asking import KNOWN, asked, replaced


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Er stond een gele Fiat Panda.", "Er stond een auto."),
        ("Hij kwam in zijn rode Volkswagen Golf.", "Hij kwam in zijn auto."),
        ("Zij rijdt op een paarse Vespa.", "Zij rijdt op een scooter."),
        ("Hij belt met een oude Nokia.", "Hij belt met een oude telefoon."),
        ("Er stond een zwarte Range Rover.", "Er stond een auto."),
        ("Gele Fiat voor de deur.", "Een auto voor de deur."),
        ("de Canta van de buurvrouw", "de auto van de buurvrouw"),
        ("een gele fiat panda", "een auto"),
        ("Op een zwarte Harley-Davidson.", "Op een motor."),
    ],
)
def test_a_brand_as_a_trait_is_asked_and_said_in_general(text: str, said: str) -> None:
    finds = find(text, KNOWN)

    assert [one.kind for one in finds if one.asks] == [FindKind.DETAIL]
    assert replaced(text) == []
    assert put(text, finds, lambda one: one.generalised) == said


@pytest.mark.parametrize("text", ["Hij rijdt in een BMW.", "Zij heeft een iPhone.", "Een Samsung."])
def test_a_brand_that_many_have_is_left_alone(text: str) -> None:
    assert asked(text) == replaced(text) == []


@pytest.mark.parametrize(("text", "name"), [("Mevrouw Ferrari belt.", "Ferrari")])
def test_somebody_called_like_a_brand_still_goes(text: str, name: str) -> None:
    assert name in replaced(text)
