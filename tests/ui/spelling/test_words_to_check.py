from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.ui.spelling.words import in_qt, words_of

SENTENCES = (
    ("Dit is een fuot.", ["Dit", "een", "fuot"]),
    ("Hij belt Fatima morgen.", ["Hij", "belt", "morgen"]),
    ("Klaar. Morgen verder.", ["Klaar", "Morgen", "verder"]),
    ("Het UWV en DigiD bellen", ["Het", "bellen"]),
    ("zie www.voorbeeld.nl of mail aan a@b.nl", ["zie", "mail", "aan"]),
    ("ongeveer 14duizend of 3e keer", ["ongeveer", "keer"]),
    ("foto's en auto’s", ["foto's", "auto’s"]),
    ("rode-draadverhaal (nog niet)", ["rode-draadverhaal", "nog", "niet"]),
    ("'s avonds", ["avonds"]),
    ("", []),
)


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_only_what_a_dictionary_can_know_is_looked_up(text, expected):
    assert [word.text for word in words_of(text)] == expected


def test_places_are_counted_as_qt_counts():
    [word] = words_of("😀 fuot")

    assert (word.start, word.end) == (3, 7)


@given(st.text())
def test_every_word_stands_where_it_says(text):
    units = text.encode("utf-16-le", "surrogatepass")

    for word in words_of(text):
        told = units[2 * word.start : 2 * word.end].decode("utf-16-le")
        assert told == word.text
    assert in_qt(text) == len(units) // 2
