"""Names behind a form of address, with every way in which a tussenvoegsel is cut short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from tests.privacy.invented import beraad

NOBODY = KnownNames.named()
TITLES = (
    "dhr.",
    "dhr",
    "Dhr.",
    "mw.",
    "Mw",
    "mevr.",
    "Mevr.",
    "mevrouw",
    "de heer",
    "prof.",
    "drs.",
)
CUT = (
    "", "van ", "de ", "van de ", "van der ", "van den ", "v.d. ", "v.d.", "v.d ", "v/d ", "vd ",
    "vdr ", "v d ", "v. d. ", "v. ", "v. de ", "v. der ", "v/der ", "van 't ", "v. 't ", "v.'t ",
    "v.h. ", "v/h ", "'d ", "d'", "in 't ", "op 't ", "o/d ", "o.d. ", "ten ", "ter ",
)  # fmt: skip
SURNAMES = ("Meer", "Berg", "Hof", "Bos", "Linden", "Wal", "Velde", "Aarsen", "Duizend", "Toren")


def gone(text: str, word: str) -> bool:
    """Whether a word is taken out without anybody being asked."""
    return any(not one.asks and word in one.text for one in find(text, NOBODY))


@pytest.mark.parametrize("title", TITLES)
def test_a_name_behind_a_form_of_address_goes_however_its_tussenvoegsel_is_cut_short(title):
    left = [
        each for each in CUT if not gone(f"Haar ex, {title} {each}Meer, is politieagent.", "Meer")
    ]

    assert left == []


@given(st.sampled_from(TITLES), st.sampled_from(CUT), st.sampled_from(SURNAMES), st.booleans())
def test_what_is_asked_as_somebody_behind_a_form_of_address_is_not_shown_to_others(
    title, particle, surname, large
):
    name = surname if large else surname.lower()
    text = f"Haar ex, {title} {particle}{name}, is politieagent."
    marked = any(name in one.text for one in find(text, NOBODY))

    shown = clean(beraad(text), cautious=True).case.situation

    assert marked or not large
    assert name not in shown or not marked


def test_a_tussenvoegsel_goes_with_the_name_it_was_cut_short_for():
    text = "Mw. v.d. Meer belde. Later kwam v.d. Meer terug, en van der Meer schreef."

    assert [one.text for one in find(text, NOBODY)] == [
        "v.d. Meer",
        "v.d. Meer",
        "van der Meer",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Toen belde v.d. Meer.", "Meer"),
        ("Wij spraken Meer gisteren.", "Meer"),
        ("De kat zit bij Week, die belde ook.", "Week"),
    ],
)
def test_a_word_with_the_capital_of_a_name_is_not_shown_to_others_while_it_is_asked(text, name):
    assert name not in clean(beraad(text), cautious=True).case.situation


@pytest.mark.parametrize("text", ["Toen kwam dhr. T. heeft hij gezegd.", "mw d. heeft gezegd"])
def test_an_initial_behind_a_form_of_address_does_not_take_the_verb_along(text):
    assert not any("heeft" in one.text for one in find(text, NOBODY))
