"""Only what was found is replaced: the words around a name stay, whatever they look like."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.finding.finding import find
from beraad.privacy.instead.replacing import put
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)
NAMES = ("Regenboog", "Klimop", "Bakker", "Amrani", "Fatima", "Vlinder", "Zonnebloem", "Ewa")
OPENINGS = (
    "Zij geeft les",
    "Moeder gaf twee uur les",
    "Hij las",
    "Dat staat los",
    "De les ging",
    "Wij zitten daar",
    "Zij kwam",
    "Hij vroeg hulp",
    "De bus reed",
)
PLACES = (
    "op de",
    "in de",
    "van de",
    "bij de",
    "over de",
    "aan de",
    "uit de",
    "op",
    "bij",
    "van",
    "",
)
ENDINGS = ("en ging weg.", "als dat kon.", "of ging weg.", "omdat het kon.")


def cleaned(text: str) -> str:
    finds = [one for one in find(text, KNOWN) if not one.asks]
    return put(text, finds, lambda one: one.suggestion)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zij geeft les op de Regenboog.", "Zij geeft les op de [persoon]."),
        ("Hij las Fatima voor.", "Hij las [persoon] voor."),
        ("Fatima las de brief van Bakker.", "[persoon] las de brief van [persoon]."),
        ("Daar zag Fatima als Bakker dat ook.", "Daar zag [persoon] als [persoon] dat ook."),
    ],
)
def test_a_word_that_may_be_a_particle_stays_where_it_is_a_word(text: str, said: str) -> None:
    assert cleaned(text) == said


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(OPENINGS),
    st.sampled_from(PLACES),
    st.sampled_from(NAMES),
    st.sampled_from(ENDINGS),
)
def test_every_word_around_a_name_stays(opening: str, place: str, name: str, ending: str) -> None:
    text = " ".join(filter(None, (opening, place, name, ending)))
    left = iter(cleaned(text).replace("[", " ").split())
    may_go = {"de", "van", name}
    kept = [word for word in text.split() if word not in may_go]
    assert all(word in left for word in kept), cleaned(text)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (*OPENINGS, *(f"{place} {name}" for place in PLACES for name in NAMES), *ENDINGS)
        ),
        max_size=6,
    )
)
def test_what_lies_between_two_places_is_not_touched(parts: list[str]) -> None:
    text = " ".join(parts)
    finds = [one for one in find(text, KNOWN) if not one.asks]
    end, rest = 0, cleaned(text)
    for one in finds:
        assert text[one.start : one.end] == one.text
        between = text[end : one.start]
        assert between in rest
        rest = rest[rest.index(between) + len(between) :]
        end = one.end
    assert rest.endswith(text[end:])
