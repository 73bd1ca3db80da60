"""Laws about what is only pointed out, and about what the gate remembers of what it read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.privacy.clean import clean
from beraad.privacy.dutch.lexicon import shipped
from beraad.privacy.finding.reading import asked_about, read
from beraad.privacy.review.gate import Gate
from beraad.privacy.review.ranking import ranked
from beraad.privacy.review.survey import survey
from beraad.privacy.text.progress import Stopped
from beraad.records import Decision, Id, KnownWord, Verdict
from tests.privacy.invented import beraad, instead, keep, read_afresh, texts_of

PIECES = (
    "Zij is 52 jaar.",
    "Hij kreeg 1234 euro.",
    "Fatima belde.",
    "Hun zoon is 9 jaar.",
    "Rust.",
)
texts = st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join)
beraden = st.lists(texts, min_size=3, max_size=3).map(lambda told: beraad(*told, names=("Fatima",)))
quick = settings(max_examples=40, deadline=None)


@quick
@given(beraden, st.sampled_from(Verdict), st.data())
def test_a_decision_about_an_open_place_changes_no_text_without_it(session, verdict, data):
    waiting = survey(session).open
    if not waiting:
        return
    chosen = data.draw(st.sampled_from(waiting))
    decision = Decision(id=Id("d"), key=chosen.key, verdict=verdict, reason="algemeen bekend")
    before, after = Gate.of(session), Gate.of(replace(session, decisions=(decision,)))

    for text, found in before.found.items():
        if all(chosen.key not in {one.key, one.identity} for one in found):
            assert after.cleaned(text) == before.cleaned(text)
    assert {one.key for one in survey(replace(session, decisions=(decision,))).open} == {
        one.key for one in waiting if one.key != chosen.key
    }


@quick
@given(beraden)
def test_a_cautious_reader_lets_nothing_open_stand(session):
    told = clean(session, cautious=True).case
    whole = " ".join((told.situation, told.hot_moment, told.friction))

    found = [one for finds in Gate.of(session).found.values() for one in finds]
    everyday = {one.key for one in found if one.everyday}
    waiting = [one for one in survey(session).open if one.key not in everyday]
    assert not any(one.text in whole for one in waiting)
    assert clean(session, cautious=True).open_count == clean(session).open_count


@quick
@given(st.lists(beraden, min_size=3, max_size=5))
def test_what_is_remembered_is_what_would_be_read_again(several):
    for session in (*several, *several):
        asked = asked_about(session, texts_of(session), shipped())

        assert read(asked) == read_afresh(session)


def test_a_word_that_is_added_later_is_read_at_once():
    session = beraad("De koekjes waren op.")
    assert clean(session).case.situation == "De koekjes waren op."

    more = replace(session, known_words=(KnownWord(id=Id("w"), word="koekjes"),))

    assert "koekjes" not in clean(more).case.situation


def test_the_worst_comes_first():
    session = beraad("Zij is 52 jaar.", "Hij kreeg 1234 euro.", "Roos kwam. Roos ging.")
    texts = [finding.text for finding in ranked(survey(session).open)]

    assert texts[-2:] == ["1234 euro", "52 jaar"]


def test_something_more_general_stands_there_only_when_somebody_chose_it():
    session = beraad("Zij is 52 jaar.")
    (key,) = (one.key for one in survey(session).open)

    assert clean(session).case.situation == "Zij is 52 jaar."
    assert (
        "in de vijftig"
        in clean(replace(session, decisions=(instead(key, "in de vijftig"),))).case.situation
    )
    assert clean(replace(session, decisions=(keep(key),))).case.situation == "Zij is 52 jaar."


def test_a_reading_that_was_stopped_is_not_remembered():
    session = beraad("Een vrouw van 52 jaar vroeg hulp bij het loket van de gemeente.")

    with pytest.raises(Stopped):
        survey(session, goes_on=lambda done, total: False)

    told = []
    assert survey(session, goes_on=lambda done, total: told.append((done, total)) or True).open
    assert told[-1][0] == told[-1][1]
