from __future__ import annotations

import pytest

from beraad.errors import Solvable
from beraad.store.municipality.connecting import MAY_NOT, NOT_LET_IN, NOT_SAFE
from beraad.store.municipality.making import NOTHING_MADE, for_who_makes_it
from beraad.store.municipality.place import Place
from beraad.store.municipality.secret import WrongPassword

PLACE = Place(host="server", port=5432, database="beraad", login="bouw{er}")
ASKS = "Vraag je beheerder."


def told(problem: Solvable) -> Solvable:
    with pytest.raises(Solvable) as raised, for_who_makes_it(PLACE):
        raise problem
    assert raised.value.happened == problem.happened
    assert raised.value.kept == NOTHING_MADE
    return raised.value


def test_what_helps_is_said_as_it_is_whatever_signs_are_in_it():
    way_out = f"Geef als superuser: ALTER ROLE {PLACE.login} CREATEROLE"
    assert told(Solvable("De login mag geen rollen maken.", way_out=way_out)).way_out == way_out


@pytest.mark.parametrize("happened", [MAY_NOT, NOT_LET_IN])
def test_who_administers_is_not_sent_to_an_administrator(happened):
    way_out = told(Solvable(happened, way_out=ASKS)).way_out
    assert way_out != ASKS
    assert PLACE.login in way_out


@pytest.mark.parametrize("problem", [Solvable(NOT_SAFE, way_out=ASKS), WrongPassword("x")])
def test_nor_for_what_has_nothing_to_do_with_the_login(problem):
    assert told(problem).way_out not in {"", ASKS}
