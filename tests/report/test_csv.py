"""A cell is text, whatever somebody wrote in it."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.report.csv import render_rows, safe


@pytest.mark.parametrize(
    "text", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", " =1", "|calc", "%0A", "\n=1", "\r=1"]
)
def test_what_begins_like_a_formula_is_text(text):
    assert safe(text).startswith("'")


@pytest.mark.parametrize("text", ["", "wachten", "a=b", "€ 20", "8-4", "’s avonds"])
def test_other_text_stays_as_it_is(text):
    assert safe(text) == text


@given(st.lists(st.lists(st.text(), min_size=3, max_size=3), max_size=6))
def test_every_row_comes_back_as_it_was_said(rows):
    data = render_rows(("a", "b", "c"), rows)

    read = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert read == [["a", "b", "c"], *([safe(text) for text in row] for row in rows)]
