"""No line ends between the word for an option and its letter, or between a letter and its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.report.blocks import Mark, Run, Text
from beraad.report.pdf.styles import NOTE
from beraad.report.pdf.type import paragraph
from beraad.report.plain import line
from beraad.report.unbroken import unbroken

SAID = "Wie voor A kiest, of B, zegt dat optie C te ver gaat; keuze A en B blijven."
PIECES: Text = (Run("Kies optie "), Mark("A"), Run(" wachten; keuze B melden"))


def printed(text: Text, width: float) -> list[str]:
    lines = paragraph(text, NOTE, width, None).lines
    return ["".join(piece.text for piece in one).rstrip(" ") for one in lines]


@given(st.floats(min_value=90, max_value=400))
def test_no_line_ends_before_the_letter_of_an_option(width: float) -> None:
    for text in ((Run(SAID),), PIECES):
        ends = [one.split(" ")[-1] for one in printed(text, width)[:-1]]
        assert not {"voor", "of", "optie", "keuze", "en"}.intersection(ends)


@given(st.floats(min_value=60, max_value=160))
def test_no_line_ends_right_behind_a_mark(width: float) -> None:
    text = (Mark("A"), Run(" bel nu"), Run(" of later, "), Mark("B"), Run(" wacht en bel dan"))
    assert not any(one.endswith(("A", "B")) for one in printed(text, width)[:-1])


@pytest.mark.parametrize("text", [(Run(SAID),), PIECES, (Run("Hij koos A4, voor Anna."),)])
def test_only_spaces_change(text: Text) -> None:
    assert line(unbroken(text)).replace("\u00a0", " ") == line(text)


def test_a_word_that_begins_with_such_a_letter_is_left_alone() -> None:
    assert line(unbroken((Run("voor Anna, bij A4, of A.B."),))) == "voor Anna, bij A4, of A.B."
