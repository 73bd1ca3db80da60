"""From a real beraad to an oefening and an oefencasus: nothing goes along that was to go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.editing.operations import with_all_whole
from beraad.errors import Solvable
from beraad.phases.plan import plan_of
from beraad.privacy.clean import clean, forbidden_words
from beraad.privacy.finding.outgoing import told_considerations
from beraad.privacy.signs.telling.told_by import is_at_the_table
from beraad.records import Id, Plea, Setting
from beraad.store.practice_rest import staying
from beraad.training.case_writing import written_case
from beraad.training.own_cases import NotSaid, checked_case, keep_as_case
from beraad.training.practice import load, practice_cases
from beraad.training.practice_copy import mixes_cards, practice_copy
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
    copy = practice_copy(clean(session), now=NOW, held_on=HELD_ON, minutes=90)
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
    chosen = {copy.letter(one.choice_id) for one in copy.considerations}
    said = clean(session).considerations
    assert chosen == {letter for one in said for letter in (one.choice, one.revised_choice)} - {""}


def test_a_copy_can_be_kept_as_a_case_and_played(tmp_path):
    session = telling(real(practice_cases()[0]), NAMED)
    copy = practice_copy(clean(session), now=NOW, held_on=HELD_ON, minutes=90)
    case = keep_as_case(copy, tmp_path, today=HELD_ON, is_made_up=True)

    played = load(checked_case(case.path), now=NOW, held_on=HELD_ON)
    assert played.option_a.text == copy.option_a.text
    assert not {"Kwarteldonk", "Almere"} & set(case.path.read_text("utf-8").split())


def told(session):
    """What a copy says of who weighed what, without its marks by chance."""
    copy = practice_copy(clean(session), now=NOW, held_on=HELD_ON, minutes=90)
    cards = tuple(
        replace(one, id="", participant_id="", choice_id=copy.letter(one.choice_id))
        for one in copy.considerations
    )
    return cards, tuple(norm.plea for norm in copy.norms)


@pytest.mark.parametrize("case", practice_cases(), ids=lambda case: case.name)
def test_a_copy_is_the_same_whoever_weighed_what(case):
    """Nor does it say how many chose something, who moved, or what those present pleaded for."""
    session = real(case)
    cards = told_considerations(session)
    turned = tuple(
        replace(
            one,
            choice_id=other.revised_choice_id or other.choice_id,
            revised_choice_id=other.choice_id if other.revised_choice_id else None,
            revised_because="",
            harm=third.harm,
            needs=other.needs,
        )
        for one, other, third in zip(
            cards, cards[1:] + cards[:1], cards[2:] + cards[:2], strict=True
        )
    )
    here = {one.id for one in session.stakeholders if is_at_the_table(session, one)}
    theirs = {value.id for value in session.values if value.stakeholder_id in here}
    norms = tuple(
        replace(one, plea=Plea.A) if one.value_id in theirs else one for one in session.norms
    )

    assert theirs
    assert told(replace(session, considerations=turned, norms=norms)) == told(session)


def test_what_may_stand_whole_is_copied_whole():
    session = with_all_whole(real(), agreed=True, today=HELD_ON)
    copy = practice_copy(clean(session), now=NOW, held_on=HELD_ON, minutes=90)

    said = {(one.value, one.harm) for one in clean(session).considerations}
    assert {(one.value, one.harm) for one in copy.considerations} == said


@pytest.mark.parametrize("case", practice_cases()[:-1], ids=lambda case: case.name)
@pytest.mark.parametrize("weighing", [0, 1, 4, 12])
@pytest.mark.parametrize("are_whole", [False, True])
def test_the_rondes_of_a_copy_last_as_long(case, weighing, are_whole):
    session = real(case)
    people = [each for each in session.participants if each.weighs]
    cards = {each.participant_id: each for each in session.considerations}
    people = people[:weighing]
    kept = {each.id for each in people}
    session = replace(
        session,
        participants=tuple(people),
        considerations=tuple(each for key, each in cards.items() if key in kept),
    )
    if are_whole:
        session = with_all_whole(session, agreed=True, today=HELD_ON)
    minutes = session.opening.minutes
    copy = practice_copy(clean(session), now=NOW, held_on=HELD_ON, minutes=minutes)

    lasts = [(each.key, each.base) for each in plan_of(session).shares]
    assert [(each.key, each.base) for each in plan_of(copy).shares] == lasts
    assert len(copy.participants) == len(people)
    cards = clean(session).considerations
    dealt = len(people) if cards and not are_whole else len(cards)
    assert len({each.participant_id for each in copy.considerations}) == dealt


def test_no_card_is_mixed_where_there_is_none_or_one():
    session = real()
    assert mixes_cards(clean(session))
    assert not mixes_cards(clean(replace(session, considerations=session.considerations[:1])))
    assert not mixes_cards(clean(replace(session, considerations=())))
    assert not mixes_cards(clean(with_all_whole(session, agreed=True, today=HELD_ON)))


def test_no_copy_is_made_while_a_place_is_undecided():
    with pytest.raises(Solvable, match="te herkennen"):
        practice_copy(clean(telling(real(), UNDECIDED)), now=NOW, held_on=HELD_ON, minutes=90)


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


def test_it_is_remembered_of_which_oefening_a_case_was_made(tmp_path):
    session = load(FULL, now=NOW, held_on=HELD_ON)
    case = keep_as_case(session, tmp_path, today=HELD_ON, is_made_up=True)

    assert staying(tmp_path, session.id) == (case.path,)
    assert staying(tmp_path, Id("0123456789abcdef")) == ()


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
