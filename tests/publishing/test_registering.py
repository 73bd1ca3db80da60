"""How a cleaned signal comes into the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean_signal
from beraad.publishing.registering import registered
from beraad.records import Id, Setting
from tests.builders import filled_session
from tests.steps import answered, status

TODAY = date(2027, 2, 10)


def test_a_new_signal_is_a_draft_with_the_day_it_came_in():
    cleaned = clean_signal(filled_session())
    new = registered(cleaned, identity=Id("signaal"), today=TODAY)

    assert (new.id, status(new), new.registered_on) == ("signaal", "draft", TODAY)
    assert (new.content, new.team, new.week) == (cleaned.content, cleaned.team, "2026-W47")


def test_a_signal_written_again_keeps_what_became_of_it():
    cleaned = clean_signal(filled_session())
    first = registered(cleaned, identity=Id("signaal"), today=TODAY)
    earlier = replace(first, steps=answered("Ja."), content=replace(first.content, what="Anders."))
    again = registered(cleaned, identity=Id("x"), today=date(2027, 3, 1), earlier=earlier)

    assert again == replace(earlier, content=cleaned.content)


def test_an_oefening_never_enters_the_register():
    session = filled_session()
    practice = replace(session, opening=replace(session.opening, setting=Setting.PRACTICE))

    with pytest.raises(Solvable, match="oefening"):
        registered(clean_signal(practice), identity=Id("x"), today=TODAY)
