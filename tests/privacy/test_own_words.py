"""What Beraad itself says is never asked about as a name."""

from __future__ import annotations

import pytest

from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.dutch.own_words import is_own_word, own_words
from beraad.privacy.find import FindKind
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

NOBODY = KnownNames.named()
LINES = ("Dat is bij {}.", "Dat kwam door {}.", "Wij vinden {} belangrijk.", "Zij ziet de {}")
NO_NAMES = [
    "Zij kwam begin 2025 bij ons.",
    "begin 2025",
    "eind 2024",
    "verhuisd begin 2025",
    "Adres sinds begin 2025",
    "half 2025, medio 2025, najaar 2022",
    "bij klantmanagers",
    "door klantmanagers",
    "Lees de overwegingen.",
    "de overwegingen",
    "gemeenschapsgeld gaat naar wie het nodig heeft",
    "bij Huisuitzetting",
]


def people_in(text: str) -> list[str]:
    """Whom or what somebody would be asked about as a name, or which is taken out as one."""
    kinds = (FindKind.PERSON, FindKind.ADDRESS, FindKind.ORGANISATION)
    return [one.text for one in find(text, NOBODY) if one.kind in kinds]


@pytest.mark.parametrize("text", NO_NAMES)
def test_ordinary_words_of_a_beraad_are_nobody(text):
    assert people_in(text) == []


def test_no_word_of_the_rondes_and_lists_is_asked_about_in_small_letters():
    lexicon = shipped()
    plain = sorted(
        word
        for word in own_words()
        if word.isalpha() and lexicon.is_word(word) and not lexicon.is_name(word)
    )
    asked = [
        (word, one)
        for word in plain
        for line in LINES
        for one in people_in(line.format(word))
        if word in one
    ]

    assert len(plain) > 500
    assert asked == []


def test_roles_count_in_the_plural_too():
    assert is_own_word("klantmanager")
    assert is_own_word("klantmanagers")
    assert not is_own_word("fatima")


@pytest.mark.parametrize("text", ["mevrouw overweging belde", "Wij spraken Keuze gisteren"])
def test_where_a_name_stands_a_word_of_beraad_counts_as_one(text):
    assert people_in(text)
