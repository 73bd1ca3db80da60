"""One person has one number in the whole beraad, and nobody gets one that stands there already."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.records import Id, KnownWord
from tests.privacy.invented import beraad


def told(*texts: str, known: tuple[KnownWord, ...] = ()) -> str:
    cleaned = clean(replace(beraad(*texts), known_words=known)).case
    return " / ".join((cleaned.situation, cleaned.hot_moment, cleaned.friction))


def test_mother_and_child_stay_two_when_one_was_replaced_while_writing() -> None:
    text = told("Mevrouw [persoon 1] belt. Haar jongste, Fenna, is ziek.")
    assert "[persoon 1] belt" in text
    assert "jongste, [persoon 2]" in text


def test_a_replacement_without_number_counts_as_somebody_too() -> None:
    assert "[persoon 2]" in told("Mevrouw [persoon] belt. Haar dochter Fenna is ziek.")


def test_who_got_a_number_while_writing_has_it_everywhere() -> None:
    word = KnownWord(id=Id("w"), word="Trijntje Hoekema", replacement="[persoon 1]")
    text = told("[persoon 1] belt. Mevrouw Hoekema is boos, zoon Jelle ook.", known=(word,))
    assert text.startswith("[persoon 1] belt. [persoon 1] is boos")
    assert "[persoon 2]" in text


@settings(max_examples=30, deadline=None)
@given(st.sets(st.integers(1, 12), max_size=5))
def test_no_number_that_stands_in_the_text_is_given_out_again(numbers: set[int]) -> None:
    standing = " ".join(f"[persoon {number}] belt." for number in sorted(numbers))
    text = told(f"{standing} Toen kwam Ewa. Ook Stanisław kwam.")
    given_out = [word for word in text.split("Toen kwam ")[1].split("]") if "[persoon" in word]
    assert len({*given_out}) == 2
    assert not {int(one.rsplit(" ", 1)[1]) for one in given_out} & numbers
