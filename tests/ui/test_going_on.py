from __future__ import annotations

import pytest

from beraad.privacy.find import Certainty, FindKind
from beraad.privacy.review.survey import Finding, Place
from beraad.records.anatomy import Address
from beraad.ui.review.finding_list import Row
from beraad.ui.review.going_on import after_change, beside


def rows(told):
    """A row for each letter; a small one is open, a capital is decided."""
    return [
        Row(
            finding=Finding(
                key=letter.lower(),
                kind=FindKind.AGE,
                text=letter,
                reason="",
                certainty=Certainty.LIKELY,
                places=(Place(address=Address("case", "situation"), start=0, end=1),),
                suggestion="",
                generalised="",
                replacement_in_force="x" if letter.isupper() else None,
                decision=None,
            ),
            where="",
            context="",
        )
        for letter in told
    ]


@pytest.mark.parametrize(
    ("told", "current", "way", "there"),
    [
        ("abc", 0, 1, 1),
        ("abc", 2, 1, 0),
        ("abc", 0, -1, 2),
        ("aBc", 0, 1, 2),
        ("abC", 2, 1, 0),
        ("abC", 2, -1, 1),
        ("AB", 0, 1, 1),
        ("a", 0, 1, 0),
        ("", -1, 1, -1),
    ],
)
def test_next_and_previous_go_round_along_what_is_open(told, current, way, there):
    assert beside(rows(told), current, way) == there


@pytest.mark.parametrize(
    ("told", "key", "before", "was_open", "there"),
    [
        ("abc", "b", 1, True, 1),
        ("ac", "b", 1, True, 1),
        ("ab", "c", 2, True, 1),
        ("acB", "b", 1, True, 1),
        ("aB", "b", 1, False, 1),
        ("AB", "b", 0, True, 1),
        ("abc", "", -1, False, 0),
        ("AB", "", -1, False, 0),
        ("", "a", 0, True, -1),
    ],
)
def test_after_a_decision_the_next_open_place_comes_up(told, key, before, was_open, there):
    assert after_change(rows(told), key, before, was_open=was_open) == there
