"""Words after each other, as a person says them."""

from __future__ import annotations

import pytest

from beraad.phases.phrasing import listed


@pytest.mark.parametrize(
    ("words", "phrase"), [(["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_words_as_one_phrase(words, phrase):
    assert listed(words) == phrase
