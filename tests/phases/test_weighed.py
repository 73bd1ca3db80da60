from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.phases.weighed import (
    NO_VALUE,
    Weighed,
    by_value,
    same_choice,
    same_value,
    seen_otherwise,
)

LETTERS = ("A", "B", "C")

CASES = (
    ("nobody", (), (), (), ()),
    ("one", (("rust", "A"),), (), (), ()),
    ("all the same", (("rust", "A"), ("Rust", "A"), (" rust ", "A")), (), (), ()),
    ("other reason", (("zorg", "A"), ("rust", "A")), (("A", ("rust", "zorg")),), (), ()),
    (
        "other choice",
        (("rust", "B"), ("rust", "A")),
        (),
        (("rust", ("A", "B")),),
        (),
    ),
    (
        "all different",
        (("rust", "C"), ("zorg", "A")),
        (),
        (),
        (("A", ("zorg",)), ("C", ("rust",))),
    ),
    (
        "a bit of everything",
        (("rust", "A"), ("zorg", "A"), ("zorg", "B"), ("moed", "B")),
        (("A", ("rust", "zorg")), ("B", ("moed", "zorg"))),
        (("zorg", ("A", "B")),),
        (("A", ("rust",)), ("B", ("moed",))),
    ),
    ("no value named", (("", "A"), ("rust", "A"), ("", "B")), (), (), (("A", ("rust",)),)),
)


def said(*pairs):
    return by_value([Weighed(value=value, letter=letter) for value, letter in pairs], LETTERS)


@pytest.mark.parametrize(
    ("pairs", "reasons", "choices", "otherwise"),
    [row[1:] for row in CASES],
    ids=[row[0] for row in CASES],
)
def test_what_coincides_and_what_differs(pairs, reasons, choices, otherwise):
    found = said(*pairs)

    assert same_choice(found) == reasons
    assert same_value(found) == choices
    assert seen_otherwise(found) == otherwise


def test_a_choice_without_a_value_is_in_the_matrix_only():
    assert said(("", "A")) == {NO_VALUE: ("A",)}


@given(
    st.lists(st.tuples(st.sampled_from(["rust", "Rust", "zorg", ""]), st.sampled_from(LETTERS))),
    st.randoms(),
)
def test_neither_how_often_nor_in_what_order_can_be_told(pairs, random):
    turned = [*pairs, *pairs]
    random.shuffle(turned)

    assert said(*turned) == said(*pairs)
