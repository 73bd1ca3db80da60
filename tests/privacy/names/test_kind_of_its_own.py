"""A school, a hospital and a town get what is said of their own kind, and never of a person."""

from __future__ import annotations

import pytest

from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from tests.privacy.asking import KNOWN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ze ligt in het Martini Ziekenhuis.", "Ze ligt in het ziekenhuis."),
        ("Hij is opgenomen in het Slotervaart.", "Hij is opgenomen in de organisatie."),
        ("opgenomen in het antonius ziekenhuis", "opgenomen in het ziekenhuis"),
        ("Ze werd naar het Sint Antonius gebracht.", "Ze werd naar de organisatie gebracht."),
        ("Haar zoon zit op de Anne Frankschool.", "Haar zoon zit op een school."),
        ("Zijn zoon zit op de Titus Brandsma.", "Zijn zoon zit op een school."),
        ("Zijn dochter zit op het Lorentz Lyceum.", "Zijn dochter zit op een school."),
        ("Het Lorentz Lyceum belde.", "Een school belde."),
        ("Ze woont in Sint Annaparochie.", "Ze woont in een plaats."),
        ("In het Elkerliek ligt zijn vader.", "In de organisatie ligt zijn vader."),
    ],
)
def test_it_is_said_as_the_kind_that_it_is(text: str, said: str) -> None:
    finds = find(text, KNOWN)

    assert FindKind.PERSON not in {one.kind for one in finds}
    assert put(text, finds, lambda one: one.generalised or one.suggestion) == said


@pytest.mark.parametrize(
    "text",
    ["Ik sprak Martini gisteren.", "Ik heb het Fatima verteld.", "Ze belt met Antonius Bakker."],
)
def test_somebody_stays_somebody(text: str) -> None:
    assert FindKind.PERSON in {one.kind for one in find(text, KNOWN)}
