from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.phases.folding import found_in, plain

ODD = st.text(st.sampled_from("aAeé\u0301ßıİﬁ \nŞ–x"), max_size=30)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Het café is dicht", "cafe", ["café"]),
        ("Het cafe\u0301 is dicht", "CAFÉ", ["cafe\u0301"]),
        ("aanaan", "aan", ["aan", "aan"]),
        ("Straße en STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("niets hier", "iets anders", []),
        ("leeg", "", []),
    ],
)
def test_capitals_and_accents_make_no_odds(text, wanted, found):
    assert [text[start:end] for start, end in found_in(text, plain(wanted))] == found


@given(ODD, ODD)
def test_what_is_pointed_at_holds_what_was_looked_for(text, wanted):
    sought = plain(wanted)
    places = list(found_in(text, sought))

    for start, end in places:
        assert sought in plain(text[start:end])
    assert all(before[1] <= after[0] + 1 for before, after in pairwise(places))


@given(ODD, ODD, ODD)
def test_what_stands_there_is_found(before, middle, after):
    text = f"{before}{middle}{after}"
    if plain(middle) and plain(middle) in plain(text):
        assert list(found_in(text, plain(middle)))
