from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.report.markup import joined
from beraad.report.visible import BOX, never_shown, visible


@pytest.mark.parametrize(
    ("text", "shown", "unseen"),
    [
        ("gewoon", "gewoon", []),
        ("twee\r\nregels\tverder", "twee regels verder", []),
        ("a\x00b", "a□b", ["\x00"]),
        ("a\ud800b", "a□b", ["\ud800"]),
        ("naam \u202egnp.exe", "naam □gnp.exe", ["\u202e"]),
        ("\u2066x\u2069", "□x□", ["\u2066", "\u2069"]),
        ("مرحبا 👩‍👧", "مرحبا 👩‍👧", []),
        ("\ufffd", "□", ["\ufffd"]),
    ],
)
def test_what_is_shown(text, shown, unseen):
    assert visible(text) == shown
    assert never_shown(text) == unseen


@given(st.text(st.characters()))
def test_what_is_shown_is_one_line_that_can_be_written(text):
    shown = visible(text)

    shown.encode()
    assert len(shown.splitlines()) <= 1
    assert not [char for char in shown if unicodedata.category(char) in {"Cc", "Cs"}]
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "sign", ["\ufffe", "\uffff", "\ufdd0", "\ufdef", "\U0001fffe", "\U0010ffff"]
)
def test_a_noncharacter_becomes_a_box_in_every_plane(sign):
    assert visible(f"a{sign}b") == f"a{BOX}b"
    assert str(joined(f"<{sign}>")) == f"&lt;{BOX}&gt;"
