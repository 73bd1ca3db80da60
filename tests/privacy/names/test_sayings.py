"""Names in a fixed expression point to nobody; the same names elsewhere do."""

from __future__ import annotations

import pytest

from beraad.privacy.dutch.vocabulary import SAYINGS
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.invented import beraad


def taken(text: str, *names: str) -> list[str]:
    known = KnownNames.of(beraad(text, names=names))
    return [one.text for one in find(text, known) if not one.asks]


@pytest.mark.parametrize("saying", sorted(map(" ".join, SAYINGS)))
def test_nothing_of_a_saying_is_taken_out(saying: str) -> None:
    assert taken(f"Zo gaat dat, zei ze: {saying}, en toen was het stil.") == []
    assert taken(f"{saying.capitalize()} is ook een uitdrukking.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Geen jip-en-janneke uitleg meer.",
        "Van Pontius naar Pilatus, en we schoven de zwarte piet door.",
    ],
)
def test_it_is_known_with_hyphens_and_capitals(text: str) -> None:
    assert taken(text) == []


def test_somebody_who_is_called_so_still_goes() -> None:
    assert taken("Jan Jansen belde, en ook Jip en Janneke Smit.") == [
        "Jan Jansen",
        "Jip",
        "Janneke Smit",
    ]


def test_a_participant_goes_in_a_saying_too() -> None:
    assert "Jan" in taken("Dat is iets voor Jan Modaal.", "Jan Modaal")[0]
