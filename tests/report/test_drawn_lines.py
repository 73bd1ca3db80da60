from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.report.pdf.fonts import Face, register, width
from beraad.report.pdf.lines import Ink, Piece, broken, line_width
from beraad.report.theme import Hue

INK = Ink(Face.REGULAR, Hue.INK)
BOLD = Ink(Face.BOLD, Hue.INK)


@pytest.fixture(autouse=True, scope="module")
def _faces():
    register()


def texts(lines):
    return ["".join(piece.text for piece in line) for line in lines]


def set_in(text, room):
    return texts(broken((Piece(text, INK),), room))


def test_words_fill_a_line_and_the_rest_goes_on_below():
    assert set_in("aan het eind van de regel", 9) == ["aan het eind van", "de regel"]


@pytest.mark.parametrize(
    ("text", "fits", "lines"),
    [
        ("", "x", []),
        ("   ", "x", []),
        ("  een  twee ", "een twee", ["een twee"]),
        ("wel-of-niet", "wel-of-n", ["wel-of-", "niet"]),
        ("werk/school", "werk/s", ["werk/", "school"]),
        ("dat gaat niet\u00a0af", "dat gaat niet", ["dat gaat", "niet\u00a0af"]),
        ("onafbreekbaar", "onafb", ["onafb", "reekb", "aar"]),
    ],
)
def test_where_a_line_may_end(text, fits, lines):
    assert set_in(text, width(fits, Face.REGULAR) + 0.01) == lines


def test_looks_inside_a_word_do_not_break_it():
    pieces = (Piece("een woord", INK), Piece("deel", BOLD), Piece(" dan", INK))

    assert texts(broken(pieces, 6.5)) == ["een", "woorddeel", "dan"]


def test_pieces_in_the_same_ink_become_one():
    (line,) = broken((Piece("een", INK), Piece(" twee", INK), Piece(" drie", BOLD)), 99)

    assert [(piece.text, piece.ink) for piece in line] == [("een twee", INK), (" drie", BOLD)]


words = st.text("abcdefghijklmnopqrstuvwxyzéŁ -–/ ", max_size=200)


@given(st.lists(words, min_size=1, max_size=4), st.floats(1.5, 30))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(parts, room):
    inks = (INK, BOLD)
    pieces = [Piece(part, inks[number % 2]) for number, part in enumerate(parts)]
    lines = broken(pieces, room)

    assert all(line_width(line) <= room + 1e-6 for line in lines)
    assert all(line and line[0].text[:1] != " " for line in lines)
    assert re.sub(" ", "", "".join(texts(lines))) == re.sub(" ", "", "".join(parts))
