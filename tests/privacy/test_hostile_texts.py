"""Texts that nobody writes: the finder reads them all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

UNITS = ("9", "€ 9", "1-", "a.", "A-", "AB-12-", "é", "\u202e", "\ud800", "\0", " ", "12 jaar ")


def found(text: str):
    return find(text, KnownNames.named(), shipped())


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_run_of_one_sign_is_read(unit):
    text = unit * (6_000 // len(unit))

    assert all(text[one.start : one.end] == one.text for one in found(text))


@pytest.mark.parametrize("around", ["{}", "€ {}", "{} euro", "{} jaar", "is {}", "nr. {}", "+31{}"])
def test_a_number_too_long_for_python_is_no_defect(around):
    found(around.format("7" * 5_000))


@given(st.lists(st.sampled_from(UNITS), max_size=60))
def test_whatever_mixture_is_read(units):
    text = "".join(units)

    assert all(text[one.start : one.end] == one.text for one in found(text))


def test_a_crossed_street_name_of_usual_length_is_still_found():
    (one,) = found("Ze staan op de hoek van Pieter de Hooghlaan 14.")

    assert one.text.endswith("14")
