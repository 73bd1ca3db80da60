from __future__ import annotations

import re

import pyrage
import pytest

from beraad.errors import Solvable
from beraad.store.handing.sealing import SEALED, is_by_words, seal, unseal

WORDS = "fiets lamp wolk brood kade muur"


@pytest.fixture(scope="module")
def by_words():
    return seal(b"merkwoord", words=WORDS)


@pytest.fixture
def key():
    return pyrage.x25519.Identity.generate()


def test_words_open_what_they_sealed_however_they_are_typed(by_words):
    assert by_words.startswith(SEALED)
    assert is_by_words(by_words)
    assert b"merkwoord" not in by_words
    assert unseal(by_words, words="  Fiets-lamp wolk\nbrood  KADE muur ") == b"merkwoord"


def test_commas_and_other_signs_between_words_make_no_difference(by_words):
    for between in (", ", ",", "; ", ". ", " – ", " / "):
        assert unseal(by_words, words=f"{between.join(WORDS.split())}.") == b"merkwoord"


def test_other_words_are_told_and_open_nothing(by_words):
    with pytest.raises(Solvable) as problem:
        unseal(by_words, words=f"{WORDS} nog")
    assert "Deze woorden openen het bestand niet" in problem.value.happened


def test_a_public_key_seals_for_one_person(key):
    sealed = seal(b"merkwoord", recipient=f" {key.to_public()}\n")
    assert not is_by_words(sealed)
    assert unseal(sealed, identity=f"# created: vandaag\n{key}\n") == b"merkwoord"
    with pytest.raises(Solvable) as problem:
        unseal(sealed, identity=str(pyrage.x25519.Identity.generate()))
    assert "Deze sleutel past er niet op" in problem.value.happened


@pytest.mark.parametrize("typed", ["", "age1abc", "fiets"])
def test_what_is_no_key_is_told(typed):
    with pytest.raises(Solvable, match="geen publieke sleutel"):
        seal(b"merkwoord", recipient=typed)


def test_damage_is_told_apart_from_a_wrong_key(key):
    sealed = seal(b"merkwoord" * 50, recipient=str(key.to_public()))
    for broken in (sealed[:-40], sealed[:-3] + bytes((sealed[-3] ^ 1,)) + sealed[-2:], b"PK", b""):
        with pytest.raises(Solvable, match="beschadigd"):
            unseal(broken, identity=str(key))
    with pytest.raises(Solvable, match="geen sleutel van age"):
        unseal(sealed, identity="AGE-SECRET-KEY-niets")


def test_what_would_take_too_long_here_is_not_called_damaged(by_words):
    slow = re.sub(rb"(-> scrypt \S+ )\d+", rb"\g<1>40", by_words, count=1)
    with pytest.raises(Solvable, match="te veel tijd"):
        unseal(slow, words=WORDS)


def test_a_laptop_that_is_busy_for_a_moment_opens_it_after_all(by_words, monkeypatch):
    opens, busy = pyrage.passphrase.decrypt, iter([True, True])

    def measured(content, secret):
        if next(busy, False):
            raise pyrage.DecryptError("Excessive work parameter for passphrase.\nDecryption would")
        return opens(content, secret)

    monkeypatch.setattr(pyrage.passphrase, "decrypt", measured)
    assert unseal(by_words, words=WORDS) == b"merkwoord"
