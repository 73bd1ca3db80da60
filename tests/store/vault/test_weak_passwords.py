from __future__ import annotations

import pytest

from beraad.errors import Solvable
from beraad.store.vault.opening import RULE, require_password
from beraad.store.vault.phrases import proposed
from beraad.ui.vault.parts import length_of

WEAK = ["aaaaaaaa", "abababab", "12345678", "abcdefgh", "87654321", "Welkom2026!", "wachtwoord1"]


@pytest.mark.parametrize("password", [*WEAK, "20262027", "1 2 3 4 5 6 7 8"])
def test_what_is_guessed_at_once_is_refused_with_the_rule(password):
    with pytest.raises(Solvable, match="te makkelijk te raden") as refused:
        require_password(password)
    assert RULE in refused.value.way_out


@pytest.mark.parametrize("password", ["molen fiets kaart appel", "welkom in mijn tuin", "xk7Qp!w2"])
def test_what_is_not_guessed_at_once_is_taken(password):
    require_password(password)


def test_every_phrase_that_is_proposed_is_taken():
    for _ in range(200):
        require_password(proposed())


def test_the_rule_stands_there_before_one_is_chosen_and_while_it_is_typed():
    assert RULE in length_of("")
    assert "te makkelijk te raden" in length_of("aaaaaaaa")
    assert "te makkelijk" not in length_of("molen fiets kaart appel")
