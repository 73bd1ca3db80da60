"""A signal that says something else in its beraad than in the register is never left unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.editing.signals import with_new_signal, with_words_of_register
from beraad.publishing.begun import begun_signals
from beraad.publishing.differing import differing
from beraad.publishing.erasing import Why, erase_signal
from beraad.publishing.registering import put_in_register, signals_in
from beraad.records import AsTyped, Id, Setting, SignalContent
from beraad.store.places import prepare, register_path
from beraad.store.register import Register
from tests.conftest import NOW
from tests.earlier import TODAY, beraad, keep

WAITS = SignalContent(bottleneck="Wachttijd", what="Mensen wachten weken.", wish="Korter.")
ELSEWHERE = "Mensen wachten soms tien weken."


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "beraden"
    prepare(home)
    return home


@pytest.fixture
def register(folder):
    return register_path(folder, practice=False)


@pytest.fixture
def put(register):
    session = beraad(signal=WAITS)
    put_in_register(session, register, today=TODAY)
    return session


def changed_elsewhere(register, text=ELSEWHERE):
    (signal,) = signals_in(register)
    with Register.open(register) as known:
        known.put(replace(signal, content=replace(signal.content, what=text)))


def begun_in(folder, register):
    return begun_signals(folder, register, today=TODAY)


def test_what_was_put_there_and_not_touched_since_is_the_same(put, register):
    assert differing(put, register) == {}


def test_words_that_changed_in_the_beraad_are_told_with_what_the_register_says(put, register):
    later = replace(put, signal=replace(WAITS, wish="Binnen een week."))

    assert differing(later, register) == {put.signal_at_hand: (later.signal, WAITS)}


def test_words_that_changed_in_the_register_are_told_as_well(put, register):
    changed_elsewhere(register)

    elsewhere = replace(WAITS, what=ELSEWHERE)
    assert differing(put, register) == {put.signal_at_hand: (WAITS, elsewhere)}


def test_put_there_again_it_is_the_same_and_the_register_has_the_later_words(put, register):
    later = replace(put, signal=replace(WAITS, wish="Binnen een week."))
    put_in_register(later, register, today=TODAY)

    assert differing(later, register) == {}
    assert [each.content.wish for each in signals_in(register)] == ["Binnen een week."]


def test_taken_over_it_is_the_same_and_nothing_half_typed_stays_behind(put, register):
    changed_elsewhere(register)
    half = AsTyped(id=Id("half"), place="signal.answer_due", text="31-")
    other = AsTyped(id=Id("ander"), place="opening.held_on", text="3-")
    typing = replace(put, as_typed=(half, other))
    (apart,) = differing(typing, register).values()

    taken = with_words_of_register(typing, apart.there)

    assert differing(taken, register) == {}
    assert taken.as_typed == (other,)


def test_a_signal_that_is_not_at_hand_is_told_too(put, register):
    later = replace(put, signal=replace(WAITS, wish="Binnen een week."))
    second = replace(with_new_signal(later), signal=SignalContent(bottleneck="Te weinig rek"))
    put_in_register(second, register, today=TODAY)

    assert differing(second, register) == {put.signal_at_hand: (later.signal, WAITS)}


def test_what_the_gate_says_otherwise_is_no_difference(register):
    told = beraad(signal=replace(WAITS, what="Bel Sanne van Dijk-Vos, 06-12345678."))
    decided = replace(told, signal=replace(told.signal, what="Bel 06-12345678."))
    put_in_register(decided, register, today=TODAY)

    assert "06-12345678" not in signals_in(register)[0].content.what
    assert differing(decided, register) == {}


def test_of_an_oefening_or_an_erased_signal_nothing_is_told(put, register):
    later = replace(put, signal=replace(WAITS, wish="Binnen een week."))
    practice = replace(later, opening=replace(later.opening, setting=Setting.PRACTICE))
    assert differing(practice, register) == {}

    (signal,) = signals_in(register)
    erase_signal(signal.id, register, why=Why.ASKED, now=NOW)
    assert differing(later, register) == {}


def test_signalen_names_the_beraad_and_none_of_the_words(folder, put, register):
    keep(folder, put)
    assert begun_in(folder, register) == ()

    changed_elsewhere(register)

    (found,) = begun_in(folder, register)
    assert (found.lacking, found.differing) == ((), (put.signal_at_hand,))
    assert "wachten" not in repr(found)
