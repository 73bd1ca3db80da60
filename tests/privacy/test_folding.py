from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.dutch.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Şükran", "sukran"),
        ("ŁUKASZ Øster", "lukasz oster"),
        ("İstanbul ılık", "istanbul ilik"),
        ("Groß", "gross"),
        ("Æsop Œuvre", "aesop oeuvre"),
        ("Fa\u200bti\u00adma\ufeff", "fatima"),
        ("a\u00a0b\u2003c\x0bd", "a b c\nd"),
        ("cel\tcel", "cel\tcel"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("’‘ʼ`´", "'''''"),
        ("‐‑–—−", "-----"),
        ("１２٣", "123"),
        ("ﬁets", "fiets"),
        ("Σίσυφος", "σισυφοσ"),
        ("👩‍👧!", "👩👧!"),
    ],
)
def test_every_way_of_writing_has_one_form(written, folded):
    assert fold(written).lower == folded
    assert fold(unicodedata.normalize("NFD", written)).lower == folded


@given(st.text())
def test_the_two_forms_are_equally_long(text):
    folded = fold(text)
    assert len(folded.cased) == len(folded.lower)


@given(st.text(min_size=1), st.data())
def test_a_place_in_the_form_is_a_place_in_the_text(text, data):
    folded = fold(text)
    if not folded.lower:
        return
    start = data.draw(st.integers(0, len(folded.lower) - 1))
    end = data.draw(st.integers(start + 1, len(folded.lower)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.lower[start:end] in fold(text[first:last]).lower


@given(st.text(st.characters(codec="ascii")))
def test_plain_text_takes_the_short_road_to_the_same_form(text):
    beside = fold(text + "é")
    assert fold(text).lower + "e" == beside.lower
    assert fold(text).cased + "e" == beside.cased
