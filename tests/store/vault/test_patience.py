"""Who is wrong often has to wait; who is right after that begins anew."""

from __future__ import annotations

from datetime import timedelta

import pytest

from beraad.store.audit import FAILED, Action, deeds, note
from beraad.store.vault.opening import WrongPassword, lock, set_up, unlock
from beraad.store.vault.paper import new_recovery_key
from beraad.store.vault.patience import TooSoon, seconds_to_wait, tried
from tests.conftest import NOW

WORDS = "molen fiets kaart appel"
SECOND = timedelta(seconds=1)


@pytest.fixture
def locked(tmp_path):
    set_up(tmp_path, WORDS)
    lock(tmp_path)
    return tmp_path


def guess(folder, now, words="iets anders"):
    return tried(folder, lambda: unlock(folder, words), now=now)


def test_each_guess_takes_longer_and_even_the_right_words_wait(locked):
    now, waits = NOW, []
    for _ in range(9):
        with pytest.raises(WrongPassword):
            guess(locked, now)
        waits.append(seconds_to_wait(locked, now))
        if waits[-1]:
            with pytest.raises(TooSoon, match=f"nog {waits[-1]} seconden") as caught:
                guess(locked, now, WORDS)
            assert "ook de herstelsleutel moet wachten" in caught.value.way_out
        now += waits[-1] * SECOND
    assert waits == sorted(waits)
    assert waits[:2] == [0, 0]
    assert waits[2] > 0
    assert waits[-1] == waits[-2] > 30


def test_being_right_begins_anew(locked):
    for _ in range(2):
        with pytest.raises(WrongPassword):
            guess(locked, NOW)
    guess(locked, NOW, WORDS)
    assert next(deed.result for deed in deeds(locked)) == "gelukt"
    lock(locked)
    with pytest.raises(WrongPassword):
        guess(locked, NOW)
    assert seconds_to_wait(locked, NOW) == 0


@pytest.mark.parametrize("at", [NOW - timedelta(hours=2), NOW + timedelta(days=3)])
def test_what_is_long_ago_or_of_a_clock_that_was_wrong_keeps_nobody_out(locked, at):
    for _ in range(9):
        note(locked, Action.UNLOCKING, result=FAILED, now=at)
    assert seconds_to_wait(locked, NOW) == 0


def test_a_typing_error_in_the_key_on_paper_is_no_guess(locked):
    groups = new_recovery_key().groups
    wrong = ("A" if groups[0][0] != "A" else "B") + groups[0][1:]
    typed = " ".join((wrong, *groups[1:]))
    for _ in range(5):
        with pytest.raises(WrongPassword):
            tried(locked, lambda typed=typed: unlock(locked, typed), now=NOW, typed=typed)
    assert seconds_to_wait(locked, NOW) == 0
    for typed in ("kat1 hond vis8", " ".join(new_recovery_key().groups)):
        with pytest.raises(WrongPassword):
            tried(locked, lambda typed=typed: unlock(locked, typed), now=NOW, typed=typed)
    assert len(deeds(locked)) == 2
