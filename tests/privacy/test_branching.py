"""Choices between words that branch find what they found before, and in the same order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.signs.telling.stances import ABOUT
from beraad.privacy.text import branching
from beraad.privacy.text.branching import branching_sign

WORDS = st.lists(st.text("ab ", max_size=4), min_size=4, max_size=12)
TEXTS = st.text("ab c", max_size=40)


@pytest.fixture(autouse=True)
def of_few_words(monkeypatch):
    """Otherwise only long choices branch."""
    monkeypatch.setattr(branching, "_FEWEST", 2)


@given(
    WORDS, TEXTS, st.sampled_from(["(?:{})c", "(?P<word>{})?b", "a(?:{})(?= )", "(?:{}){{1,2}}"])
)
def test_the_same_is_found_in_the_same_words(words, text, around):
    written = around.format("|".join(words))

    assert _found(branching.branching(written), text) == _found(written, text)


@given(WORDS, TEXTS)
def test_a_sign_begins_where_it_began(words, text):
    words = [*filter(None, words), r"c(?<!b.)"]
    before = re.compile("|".join(words))
    after = re.compile(branching_sign(words))

    for place in range(len(text)):
        assert bool(after.match(text, place)) == bool(before.match(text, place))


def test_what_begins_alike_is_compared_once():
    assert branching.branching("(?:bank|bankier|bond)en") == "(?:b(?:ank(?:|ier)|ond))en"


@pytest.mark.parametrize("written", [r"(?:a|b\.|c)", "[a|b]", "(?=aa|ab)", r"\(?:aa|ab\)"])
def test_what_is_no_choice_between_words_stays(written):
    assert branching.branching(written) == written


def _found(written: str, text: str) -> list[tuple[tuple[int, int], str | None]]:
    pattern = re.compile(written)
    name = "word" if "word" in pattern.groupindex else 0
    return [(match.span(), match[name]) for match in pattern.finditer(text)]


@given(WORDS, TEXTS)
def test_one_of_some_words_is_the_longest_that_stands_there(words, text):
    words = [*filter(None, words), "a.b"]
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))

    assert _found(branching.one_of(words), text) == _found(
        "|".join(map(re.escape, longest_first)), text
    )


@pytest.mark.parametrize("way", ABOUT)
def test_what_stands_around_somebody_is_a_pattern_by_itself(way):
    """By these is seen whether a text can say anything in this way."""
    assert way.count("{who}") == 1
    assert all(re.compile(each) for each in way.split("{who}"))
