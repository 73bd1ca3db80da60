"""To whom a signal can go, found by body and by role."""

from __future__ import annotations

from beraad.phases.recipients import Recipient, recipients
from beraad.phases.routes import example
from beraad.phases.suggestions import load

LISTED = load(None).lists["routes"]


def test_every_place_of_the_routekaart_is_there_with_who_takes_it_up():
    found = recipients(example(), LISTED)

    assert Recipient("beleid", "beleidsadviseur, via de functiemailbox") in found
    assert Recipient("Kwestietafel", "kwaliteitsmedewerker") in found


def test_everything_is_there_once_and_as_the_list_calls_it():
    found = recipients(example(), LISTED)
    names = [one.name for one in found]

    assert Recipient("de teamleider") in found
    assert "Teamleider" not in names
    assert {item.name for item in LISTED.items} <= set(names)
    assert len(names) == len(set(names))


def test_who_had_a_signal_before_comes_after_those():
    found = recipients(example(), LISTED, ("afdeling Werk", "Beleid", " ", "De teamleider"))

    assert found[-1] == Recipient("afdeling Werk")
    assert sum(one.name.casefold() == "beleid" for one in found) == 1
