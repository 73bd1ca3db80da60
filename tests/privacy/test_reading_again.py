"""Reading a beraad again reads what is new in it, and says what reading afresh would say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.finding import bearers
from beraad.privacy.finding.again import Texts
from beraad.privacy.finding.finding import candidates
from beraad.privacy.review.gate import Gate
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.signs.telling import those_present
from beraad.privacy.text.progress import Stopped, always
from beraad.privacy.text.stretches import stretches
from beraad.remembering import forget
from tests.privacy.invented import participant
from tests.privacy.said_together import said_together

PIECES = (
    "Mevrouw De Groot belde.",
    "Groot woont in Assen.",
    "Zij is zestien.",
    "Op haar zestiende ging het mis.",
    "Wouter Hofstra en wouter.",
    "Het huis is groot.",
    "Bel 06-12345678.",
    "Niemand wist wat vlorting wilde.",
    "Mevrouw Vlorting meldt zich.",
)
NAMES = ((), ("Wouter Hofstra",), ("Anna de Groot",))
documents = st.tuples(st.lists(st.sampled_from(PIECES), max_size=4), st.sampled_from(NAMES))


class Counting:
    """Goes on always, or a number of times, and counts how often it was asked."""

    def __init__(self, times=10**9):
        self.asked = 0
        self._times = times

    def __call__(self, done, total):
        assert 0 < done <= total
        self.asked += 1
        return self.asked <= self._times


@settings(max_examples=150)
@given(st.lists(documents, min_size=2, max_size=6))
def test_whatever_was_read_before_the_answer_is_the_same(several):
    texts = Texts()
    for pieces, names in several:
        known = KnownNames.named(names, year=2026)

        found = texts.candidates(pieces, known, shipped(), always)

        assert list(found.items()) == list(candidates(pieces, known).items())


@settings(max_examples=50)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), st.integers(0, 6))
def test_whenever_a_reading_is_stopped_the_next_says_the_same(pieces, times):
    texts, known = Texts(), KnownNames.named(year=2026)
    try:
        texts.candidates(pieces[:-1], known, shipped(), always)
        texts.candidates(pieces, known, shipped(), Counting(times))
    except Stopped:
        pass

    assert texts.candidates(pieces, known, shipped(), always) == candidates(pieces, known)


def test_only_the_text_that_changed_is_read():
    texts, known = Texts(), KnownNames.named(year=2026)
    texts.candidates(PIECES, known, shipped(), always)
    typed = (*PIECES[1:], "Het huis is groot en oud.")
    counting = Counting()

    texts.candidates(typed, known, shipped(), counting)

    assert counting.asked == 2


def test_a_name_that_is_new_reads_all_texts_for_it_and_none_for_itself():
    texts, known = Texts(), KnownNames.named(year=2026)
    texts.candidates(PIECES[:-1], known, shipped(), always)
    counting = Counting()

    found = texts.candidates(PIECES, known, shipped(), counting)

    assert counting.asked == 1 + len(PIECES)
    assert found == candidates(PIECES, known)


def test_a_long_text_is_left_and_taken_up_between_two_texts():
    texts, known = Texts(), KnownNames.named(year=2026)
    long = "Zij zocht haar hond in het park. " * 4000
    steps = len(tuple(stretches(long)))
    assert steps > 2
    with pytest.raises(Stopped):
        texts.candidates([PIECES[0], long, PIECES[1]], known, shipped(), Counting(1 + steps))
    counting = Counting()

    texts.candidates([PIECES[0], long, PIECES[1]], known, shipped(), counting)

    assert counting.asked == 1 + 2 + steps


def test_other_words_to_read_with_read_all_of_it():
    texts, known = Texts(), KnownNames.named(year=2026)
    texts.candidates(PIECES, known, shipped(), always)
    counting = Counting()

    texts.candidates(PIECES, known, replace(shipped()), counting)

    assert counting.asked == 2 * len(PIECES)


def test_what_was_forgotten_is_read():
    texts, known = Texts(), KnownNames.named([participant("Anna", 1).name], year=2026)
    texts.candidates(PIECES, known, shipped(), always)
    texts.forget()
    counting = Counting()

    texts.candidates(PIECES, known, shipped(), counting)

    assert counting.asked == 2 * len(PIECES)


SAID = (
    "Drie van ons kozen voor B. De jurist twijfelde.",
    "Drie van ons kozen voor B. De jurist twijfelde niet.",
    "Meneer De Wit belde mevrouw De Wit.",
    "Meneer De Wit belde ons.",
    "Ik ben om.",
)


def _beraad(said):
    session = said_together(said, "dialogue.shared", ["jurist", "wijkcoach"])
    case = replace(session.case, situation="Meneer De Wit en mevrouw De Wit zijn er.")
    return replace(session, case=case)


@pytest.mark.parametrize(("module", "name"), [(those_present, "shares"), (bearers, "said_as")])
def test_at_a_key_only_the_text_it_was_typed_in_is_gone_through(module, name, monkeypatch):
    looked_for, asked = getattr(module, name), []
    monkeypatch.setattr(
        module, name, lambda text, *more: asked.append(text) or looked_for(text, *more)
    )
    forget()
    Gate.of(_beraad(SAID[0]))
    assert asked
    asked.clear()

    Gate.of(_beraad(SAID[2]))

    assert {*asked} == {SAID[2]}


def test_whatever_was_typed_before_a_beraad_is_read_as_afresh():
    after = [Gate.of(_beraad(said)).found for said in (*SAID, *SAID[::-1])]
    afresh = []
    for said in (*SAID, *SAID[::-1]):
        forget()
        afresh.append(Gate.of(_beraad(said)).found)

    assert after == afresh
