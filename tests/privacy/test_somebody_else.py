"""Somebody in the case who has a participant's first name stays somebody else."""

from __future__ import annotations

import pytest

from beraad.privacy.review.gate import Gate
from tests.privacy.invented import beraad, instead

NAMES = ("Bas Vos", "Mei Lin", "Wil de Groot", "Sanne Kuiper")


def gate_of(text: str, *, decided: bool = False) -> Gate:
    gate = Gate.of(beraad(text, names=NAMES))
    if not decided:
        return gate
    decisions = tuple(instead(one.key, "") for one in gate.shown(text))
    return Gate.of(beraad(text, names=NAMES, decisions=decisions))


@pytest.mark.parametrize(
    "text",
    [
        "Haar man Bas is vorig jaar overleden.",
        "Haar dochter Mei woont in de stad.",
        "Zijn broer Wil belde daarna.",
        "De buurvrouw, Sanne, kwam langs.",
        "Haar kleindochter heet Sanne en helpt.",
        "Bas, haar broer, regelt het.",
        "Haar client Bas belde.",
        "Haar cliënt Bas belde.",
        "Haar clie\u0308nte Mei belde.",
        "Haar ex\u2010man Bas belde.",
        "Bas, haar cliënt, regelt het.",
        "Bas, haar client, regelt het.",
    ],
)
def test_whoever_is_family_or_known_to_somebody_is_asked_and_is_no_participant(text: str) -> None:
    gate = gate_of(text)
    assert [one.suggestion for one in gate.shown(text) if gate.is_open(one)] == ["[persoon]"]
    told = gate_of(text, decided=True).cleaned(text)
    assert "[persoon]" in told.lower()
    assert "deelnemer" not in told.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Ik sprak haar man. Bas vond dat ook.",
        "Onze collega Sanne belde haar man.",
        "Daar was haar man\nBas vond dat ook.",
        "Daar was haar man, \nBas vond dat ook.",
        "Bas belde haar man.",
        "Volgens Bas Vos kan dat.",
    ],
)
def test_elsewhere_the_name_is_that_of_the_participant(text: str) -> None:
    gate = gate_of(text)
    assert not any(map(gate.is_open, gate.shown(text)))
    assert "deelnemer" in gate.cleaned(text).lower()
