"""From a real beraad to an oefening and an oefencasus: nothing goes along that was to go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.errors import Solvable
from beraad.privacy.clean import clean, forbidden_words
from beraad.records import Setting
from beraad.training.case_writing import written_case
from beraad.training.own_cases import NotSaid, checked_case, keep_as_case
from beraad.training.practice import load, practice_cases
from beraad.training.practice_copy import practice_copy
from tests.training.test_case_writing import HELD_ON, NOW

FULL = practice_cases()[-1]
NAMED = "Mevrouw Kwarteldonk uit Almere belde."
UNDECIDED = "Zij is de enige tolk van het dorp."


def real(case=FULL):
    session = load(case, now=NOW, held_on=HELD_ON)
    return replace(session, opening=replace(session.opening, setting=Setting.CASEWORK))


def telling(session, text):
    return replace(session, case=replace(session.case, situation=text))


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_a_copy_to_practise_holds_only_what_may_go_out(case):
    session = real(case)
    copy = practice_copy(clean(session), now=NOW, held_on=HELD_ON)
    written = written_case(copy, today=HELD_ON)

    assert copy.is_practice
    assert copy.id != session.id
    assert not [word for word in forbidden_words(session) if word.casefold() in written.casefold()]
    assert not any(person.name for person in copy.participants)
    assert {person.role for person in copy.participants} == {"inbrenger", "deelnemer"}
    assert not copy.opening.team
    assert copy.signal_link.signal_id is None
    assert not any(one.due or one.look_back for one in copy.agreements)
    assert [one.text for one in copy.options] == [one.text for one in clean(session).options]
    chosen = [copy.letter(one.choice_id) for one in copy.considerations]
    assert chosen == [one.choice for one in clean(session).considerations]


def test_a_copy_can_be_kept_as_a_case_and_played(tmp_path):
    session = telling(real(practice_cases()[0]), NAMED)
    copy = practice_copy(clean(session), now=NOW, held_on=HELD_ON)
    case = keep_as_case(copy, tmp_path, today=HELD_ON, is_made_up=True)

    played = load(checked_case(case.path), now=NOW, held_on=HELD_ON)
    assert played.option_a.text == copy.option_a.text
    assert not {"Kwarteldonk", "Almere"} & set(case.path.read_text("utf-8").split())


def test_no_copy_is_made_while_a_place_is_undecided():
    with pytest.raises(Solvable, match="te herkennen"):
        practice_copy(clean(telling(real(), UNDECIDED)), now=NOW, held_on=HELD_ON)


def test_no_case_is_kept_while_a_place_is_undecided(tmp_path):
    session = telling(load(FULL, now=NOW, held_on=HELD_ON), UNDECIDED)

    with pytest.raises(Solvable, match="nog open"):
        keep_as_case(session, tmp_path, today=HELD_ON, is_made_up=True)
    assert not list(tmp_path.rglob("*.casus"))


def test_what_was_decided_is_done_in_the_case_that_is_kept(tmp_path):
    session = load(FULL, now=NOW, held_on=HELD_ON)
    words = forbidden_words(session)
    case = keep_as_case(session, tmp_path, today=HELD_ON, is_made_up=True)

    written = case.path.read_text("utf-8").casefold()
    assert words
    assert not [word for word in words if word.casefold() in written]


def test_no_case_says_by_itself_that_it_was_made_up(tmp_path):
    session = load(FULL, now=NOW, held_on=HELD_ON)
    with pytest.raises(NotSaid, match="verzonnen"):
        keep_as_case(session, tmp_path, today=HELD_ON)
    assert not list(tmp_path.rglob("*.casus"))


def test_a_name_that_was_taken_out_is_not_in_the_name_of_the_file(tmp_path):
    session = load(practice_cases()[0], now=NOW, held_on=HELD_ON)
    opening = replace(session.opening, title="De boete van mevrouw Kwarteldonk")
    case = keep_as_case(replace(session, opening=opening), tmp_path, today=HELD_ON, is_made_up=True)

    assert "kwarteldonk" not in case.path.name
    assert "kwarteldonk" not in case.path.read_text("utf-8").casefold()
    assert case.path.name.startswith("de-boete-van")
