from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.store.vault.paper import (
    NotARecoveryKey,
    RecoveryKey,
    is_like_a_recovery_key,
    new_recovery_key,
    read_recovery_key,
    resembles_recovery_key,
)
from beraad.store.vault.phrases import proposed, words

SECRETS = st.binary(min_size=16, max_size=16)


@given(SECRETS)
def test_what_is_written_is_read_back(secret):
    key = RecoveryKey(secret)
    assert len(key.groups) == 8
    assert {len(group) for group in key.groups} == {4}
    assert not set(key.written) & set("IO01")
    assert read_recovery_key(key.written) == key
    assert read_recovery_key(key.written.lower().replace(" ", "-")) == key
    assert read_recovery_key("".join(key.groups)) == key


@given(SECRETS, st.integers(0, 31), st.integers(1, 31))
def test_one_wrong_sign_is_noticed(secret, place, step):
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    signs = "".join(RecoveryKey(secret).groups)
    wrong = letters[(letters.index(signs[place]) + step) % 32]
    with pytest.raises(NotARecoveryKey, match="typefout"):
        read_recovery_key(signs[:place] + wrong + signs[place + 1 :])


@given(SECRETS, st.integers(0, 6))
def test_two_groups_that_changed_places_are_noticed(secret, place):
    groups = list(RecoveryKey(secret).groups)
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    if groups[place] != groups[place + 1]:
        with pytest.raises(NotARecoveryKey):
            read_recovery_key(" ".join(groups))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "dit zijn er 0"), ("K7QM", "dit zijn er 4"), ("K0QM", "Het teken 0"), ("é", "teken É")],
)
def test_what_is_wrong_is_said(typed, said):
    with pytest.raises(NotARecoveryKey, match=said):
        read_recovery_key(typed)
    assert not is_like_a_recovery_key(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_gets_one_dutch_sentence(typed):
    with pytest.raises(NotARecoveryKey) as caught:
        read_recovery_key(typed)
    assert caught.value.happened.endswith(".")
    assert caught.value.way_out


KEY = "KB7Q M2XF 9TRA HC4W PZ6D 3NVE YJ5S G8LU"


@pytest.mark.parametrize(
    "typed",
    [
        KEY,
        KEY.removesuffix(" G8LU"),
        KEY.replace("9TRA", "9TRB"),
        KEY.replace("9TRA", "9TR"),
        " ".join(KEY.split()[:4]).lower(),
        "-".join(KEY.split()[:3]),
        "".join(KEY.split()[:4]),
        "".join(KEY.split()[:7]),
    ],
)
def test_part_of_a_key_is_seen_to_be_of_the_paper(typed):
    assert resembles_recovery_key(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "brug lepel wolk trein",
        "boom maan kool roos",
        "Zomer2026!",
        "katten honden 2026",
        "fout fout fout 1",
        "boom maan 2026 roos",
        "1234 5678 9012 3456",
        "",
        "1234",
    ],
)
def test_a_password_is_not_taken_for_the_paper(typed):
    assert not resembles_recovery_key(typed)


def test_no_two_keys_and_no_key_in_its_own_description():
    one, other = new_recovery_key(), new_recovery_key()
    assert one != other
    assert one.secret.hex() not in repr(one)
    assert str(one.secret) not in repr(one)


def test_four_words_are_proposed_from_a_list_without_doubles():
    assert len(words()) == len(set(words())) == 2048
    said = proposed().split()
    assert len(said) == 4
    assert set(said) <= set(words())
    assert all(word.isascii() and word.islower() and 4 <= len(word) <= 8 for word in words())
    assert proposed() != proposed()
