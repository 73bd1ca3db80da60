"""What the people at the table do, as it is sought: never a whole page of text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.signs.telling.functions import functions_here
from beraad.privacy.signs.telling.those_present import ThosePresent
from beraad.records import Dialogue, Id, Participant, Session
from tests.builders import empty_session


def of(*roles: str) -> Session:
    people = tuple(Participant(id=Id(f"p{n}"), role=role) for n, role in enumerate(roles))
    return replace(empty_session(), participants=people)


def test_a_function_is_in_small_letters_with_one_space():
    assert functions_here(of("Klantmanager\n  Jongeren", "")) == {"klantmanager jongeren"}


@pytest.mark.parametrize("page", ["lang " * 4_000, "x" * 20_000, "twee woorden\n" * 2_000])
def test_a_page_of_text_in_the_field_is_sought_by_its_beginning(page):
    (one,) = functions_here(of(page))

    assert len(one) <= 120
    assert page.startswith(one.split()[0])


def test_who_has_a_page_for_a_function_is_still_asked_about():
    said = "De klantmanager koos voor A."
    session = replace(of("klantmanager " * 2_000), dialogue=Dialogue(core_difference=said))

    assert [find.text for find in ThosePresent.of(session).finds(said)] == ["De klantmanager"]
