"""Whoever is named by a word for a person may have an age: who one is makes no difference."""

import pytest

from beraad.privacy.dutch.vocabulary import PERSONS
from tests.privacy.asking import asked


@pytest.mark.parametrize("who", sorted(PERSONS))
def test_the_age_behind_any_word_for_a_person_is_asked(who):
    assert any("81" in one for one in asked(f"Een {who} van 81 gaf haar sleutel."))


@pytest.mark.parametrize(
    "text",
    [
        "Die directeur van 3 scholen belt terug.",
        "Een verhuurder van 60 woningen wil geen overleg.",
        "Wij zijn een gezin van 4 gewend.",
        "Een klant van 2 loketten komt vaak terug.",
    ],
)
def test_what_a_person_has_many_of_is_no_age(text):
    assert asked(text) == []
