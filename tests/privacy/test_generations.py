"""What stands beside a name: senior and junior go with it, a glued preposition is no part of it."""

from __future__ import annotations

import pytest

from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from tests.privacy.asking import KNOWN, asked, replaced


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dhr. de Groot sr. belt elke dag.", "Dhr. X belt elke dag."),
        ("Jan de Vries jr. is verhuisd.", "X is verhuisd."),
        ("Mevrouw de Wit-Smit (sr.) belt.", "Mevrouw X belt."),
        ("Hij sprak met Pietersen, sr. en zweeg.", "Hij sprak met X en zweeg."),
        ("De heer A.W. Kloosterhuis jr. tekent.", "De heer X tekent."),
        ("Dat zei meneer Kloosterhuis jr. Daarna niet.", "Dat zei meneer X. Daarna niet."),
        ("Dat zei meneer Kloosterhuis sr.", "Dat zei meneer X."),
        ("dhr jansen sr belt", "dhr X belt"),
        ("Kloosterhuis, jun. 2024 gestart", "X, jun. 2024 gestart"),
    ],
)
def test_senior_and_junior_go_with_the_name(text: str, said: str) -> None:
    assert put(text, find(text, KNOWN), lambda _: "X") == said


@pytest.mark.parametrize(
    "text",
    [
        "nog vd mijn",
        "vader ad deur geweest",
        "zus ad lijn",
        "broer id bijstand",
        "vriend id cel",
        "moeder vd kinderen belt",
        "sleutel vh huis is kwijt",
        "brief tbv mijn dochter",
        "mail mbt mijn zoon",
        "tzt bellen",
    ],
)
def test_a_glued_preposition_without_a_name_is_no_name(text: str) -> None:
    assert replaced(text) == asked(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("vd Berg belt", "vd Berg"), ("zus ad belt", "ad"), ("mail mbt Pietersen", "Pietersen")],
)
def test_where_a_name_follows_or_acts_it_still_goes(text: str, name: str) -> None:
    assert any(name in one for one in (*replaced(text), *asked(text)))
