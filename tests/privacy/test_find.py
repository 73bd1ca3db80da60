from __future__ import annotations

import unicodedata

import pytest

from beraad.privacy.find import KIND_LABELS, Certainty, Find, FindKind
from beraad.privacy.finding.overlap import settle
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.sure import find

KNOWN = KnownNames.named(
    ["Fatima el Amrani", "Jan de Boer", "Ellen Şahin", "Hans Jansen-de Vries", "Ngozi Okafor"],
    year=2026,
)
SENTENCES = (
    "Fatima belde op 3 mei met mevrouw Okafor over de schulden van het gezin. ",
    "De consulent had toen al twee keer een brief gestuurd, zonder antwoord. ",
    "Artikel 18 van de Participatiewet geeft ruimte; het bedrag was € 1.250,00. ",
    "Haar nummer is 06-12345678 en haar BSN 111222333, zei ze. ",
    "Wat vraagt vertrouwen hier van ons, en wat rechtvaardigheid? ",
)


def a_find(start: int, end: int, text: str, certainty: Certainty = Certainty.LIKELY) -> Find:
    return Find(
        kind=FindKind.BSN,
        start=start,
        end=end,
        text=text[start:end],
        key=f"{start}-{end}",
        identity=f"{start}-{end}",
        certainty=certainty,
        reason="",
        suggestion="",
    )


def test_every_kind_has_a_label():
    assert set(KIND_LABELS) == set(FindKind)


@pytest.mark.parametrize(
    ("spans", "settled"),
    [
        ([(0, 4), (5, 9)], [(0, 4), (5, 9)]),
        ([(5, 9), (0, 4)], [(0, 4), (5, 9)]),
        ([(0, 4), (0, 9)], [(0, 9)]),
        ([(2, 4), (0, 9)], [(0, 9)]),
        ([(0, 6), (5, 14)], [(0, 4), (5, 14)]),
        ([(0, 9), (7, 14)], [(0, 9), (10, 14)]),
        ([(0, 9), (7, 10)], [(0, 9)]),
        ([(0, 4), (4, 9)], [(0, 4), (4, 9)]),
        ([], []),
    ],
)
def test_the_longest_wins_and_nothing_of_a_loser_is_left(spans, settled):
    text = "abcd efgh ijkl"
    finds = [a_find(start, end, text) for start, end in spans]
    assert [(one.start, one.end) for one in settle(text, finds)] == settled
    assert all(text[one.start : one.end] == one.text for one in settle(text, finds))


def test_of_two_equally_long_the_surest_wins():
    unsure = a_find(0, 4, "abcd", Certainty.POSSIBLE)
    sure = a_find(0, 4, "abcd", Certainty.CERTAIN)
    assert settle("abcd", [unsure, sure]) == (sure,)
    assert settle("abcd", [sure, unsure]) == (sure,)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Jan\u0301 kwam", "Jan\u0301"),
        ("e\u0301jan", ""),
        ("Jan\u200d👩", "Jan\u200d"),
        ("👩\u200dJan", "Jan"),
        ("06-1234567\u20e38\u20e3 x", "06-1234567\u20e38\u20e3"),
        ("नJanकि", ""),
        ("Jan\ufe0f!", "Jan\ufe0f"),
        ("\u202eJan\u202c", "Jan\u202c"),
    ],
)
def test_a_character_is_never_cut(text, taken):
    assert "".join(one.text for one in find(text, KNOWN)) == taken


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\ud800",
        "\n\n\n",
        "مرحبا بكم",
        "👩‍👩‍👧🏳️‍🌈",
        "İIıi ŉ ǰ ΐ ﬁ և ẞ",
        "\u200b\u200d",
        "'''''",
        "@@@",
    ],
)
def test_odd_text_yields_nothing_and_does_not_break(text):
    assert find(text, KNOWN) == ()


def test_a_name_is_found_between_odd_characters():
    text = "\x00Fatima\ud800 مرحبا Fatima 👩‍👩‍👧Fatima"
    assert [one.text for one in find(text, KNOWN)] == ["Fatima"] * 3


@pytest.mark.parametrize("unit", ["a", "J", "1", "é", "-", "@", "Jan", "1.", "a-", "12-", "(", "'"])
def test_an_endless_word_is_answered(unit):
    """Anything worse than linear would run into the time limit of a test."""
    text = unit * 400_000

    assert "".join(text[one.start : one.end] for one in find(text, KNOWN)) in text


def test_the_original_text_is_what_is_pointed_out():
    text = unicodedata.normalize("NFD", "Ömer zei: Şahin, núñez\u00ad en Fa\u200btima")
    finds = find(text, KNOWN)
    assert [text[one.start : one.end] for one in finds] == [one.text for one in finds]
    assert len(finds) == 2
