"""The municipality can be let in by a public key of age; its secret key never comes here."""

from __future__ import annotations

import pyrage
import pytest

from beraad.errors import Solvable
from beraad.store.keys import RING_COPY, RING_NAME, is_locked
from beraad.store.vault.opening import (
    WrongPassword,
    change_password,
    forget_municipality,
    keep_municipality,
    lock,
    set_up,
    standing,
    unlock,
    unlock_by_key,
)

WORDS = "molen fiets kaart appel"


@pytest.fixture
def key():
    return pyrage.x25519.Identity.generate()


@pytest.fixture
def ring(tmp_path, key):
    made = set_up(tmp_path, WORDS)
    keep_municipality(made, str(key.to_public()))
    lock(tmp_path)
    return made


def test_its_secret_key_opens_and_so_do_the_words(ring, tmp_path, key):
    unlock_by_key(tmp_path, f" {str(key).lower()}\n")
    lock(tmp_path)
    unlock(tmp_path, WORDS)
    way = standing(tmp_path).municipality
    assert way is not None
    assert way.recipient == str(key.to_public())


def test_it_stays_in_when_the_words_change(ring, tmp_path, key):
    change_password(unlock_by_key(tmp_path, str(key)), "brug lepel wolk trein")
    lock(tmp_path)
    unlock_by_key(tmp_path, str(key))


def test_another_key_opens_nothing(ring, tmp_path):
    with pytest.raises(WrongPassword, match="past niet op deze map"):
        unlock_by_key(tmp_path, str(pyrage.x25519.Identity.generate()))
    assert is_locked(tmp_path)


def test_who_is_put_out_comes_in_no_more(ring, tmp_path, key):
    forget_municipality(unlock(tmp_path, WORDS))
    lock(tmp_path)
    with pytest.raises(WrongPassword, match="laat geen sleutel"):
        unlock_by_key(tmp_path, str(key))


def test_what_is_no_key_is_told_and_changes_nothing(tmp_path):
    ring = set_up(tmp_path, WORDS)
    before = (tmp_path / RING_NAME).read_bytes()
    with pytest.raises(Solvable, match="geen publieke sleutel"):
        keep_municipality(ring, "age1niks")
    assert (tmp_path / RING_NAME).read_bytes() == before


def test_no_secret_of_it_lies_in_the_ring(ring, tmp_path, key):
    for name in (RING_NAME, RING_COPY):
        content = (tmp_path / name).read_bytes()
        assert str(key).encode() not in content
        assert ring.state.master not in content
