from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.group.typing import in_a_word
from beraad.records import CaseAccount
from tests.builders import empty_session


def told(text):
    return replace(empty_session(), case=CaseAccount(situation=text))


@pytest.mark.parametrize(
    ("before", "after", "within"),
    [
        ("", "Fat", True),
        ("Toen belde ", "Toen belde Fat", True),
        ("Toen belde Fat", "Toen belde Fatima ", False),
        ("Toen belde ", "Toen belde Fatima.", False),
        ("Toen belde iemand.", "Toen belde Fati iemand.", False),
        ("Toen belde iemand.", "Toen belde Fatiiemand.", True),
        ("Toen belde Fatima", "Toen belde", False),
        ("BSN ", "BSN 12345", True),
        ("zelfde", "zelfde", False),
    ],
)
def test_half_a_word_is_told_from_a_whole_one(before, after, within):
    assert in_a_word(told(before), told(after)) is within
