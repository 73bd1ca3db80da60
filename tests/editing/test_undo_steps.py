"""What one undo takes back, and where."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given

from beraad.editing.difference import changed_at
from beraad.editing.editor import SessionEditor
from beraad.editing.history import MOST_STEPS
from beraad.editing.operations import with_field, with_typed
from beraad.records import Moment, PhaseKey, Setting, Stakeholder, new_id
from beraad.records.anatomy import Address, list_sections, place_of, single_sections
from tests.editing.support import Clock, blank, editor, furnished
from tests.strategies import sessions

SITUATION = Address("case", "situation")
KEEP = Address("conclusion", "keep_until")
PLACE = place_of(KEEP)


def type_out(subject, text, clock, *, per_key=0.1):
    for end in range(1, len(text) + 1):
        subject.edit(SITUATION, text[:end])
        clock.forward(seconds=per_key)


def undone(subject):
    seen = []
    while subject.can_undo:
        subject.undo()
        seen.append(subject.session.case.situation)
    return seen


def test_every_sentence_and_every_line_is_a_step():
    clock = Clock()
    subject = editor(clock=clock)
    type_out(subject, "Zij belde. Wie? Hij!\nDaarna niets", clock)

    assert undone(subject) == [
        "Zij belde. Wie? Hij!\n",
        "Zij belde. Wie? ",
        "Zij belde. ",
        "",
    ]


def test_a_clock_that_was_put_back_begins_a_new_step():
    clock = Clock()
    subject = editor(clock=clock)
    type_out(subject, "Zij belde", clock)
    clock.forward(seconds=-3600)
    subject.edit(SITUATION, "Zij belde terug")

    assert undone(subject) == ["Zij belde", ""]


def test_a_date_in_a_sentence_ends_nothing():
    clock = Clock()
    subject = editor(clock=clock)
    type_out(subject, "op 1.12.26 om 9.30", clock)

    assert undone(subject) == [""]


def test_typing_without_a_pause_is_a_step_every_quarter_of_a_minute():
    clock = Clock()
    subject = editor(clock=clock)
    type_out(subject, "x" * 3000, clock)  # five minutes

    steps = undone(subject)
    assert 18 <= len(steps) <= 22
    assert max(len(a) - len(b) for a, b in pairwise(steps)) <= 160


def test_a_pause_is_a_step():
    clock = Clock()
    subject = editor(clock=clock)
    subject.edit(SITUATION, "een")
    clock.forward(seconds=2.1)
    subject.edit(SITUATION, "een twee")

    assert undone(subject) == ["een", ""]


def test_the_oldest_steps_are_forgotten_so_that_memory_ends():
    subject = editor()
    for number in range(MOST_STEPS + 7):
        subject.edit(Address("opening", "minutes"), number + 1)
    taken = 0
    while subject.can_undo:
        subject.undo()
        taken += 1

    assert taken == MOST_STEPS
    assert subject.session.opening.minutes == 7


def entered(subject, value, unread=""):
    subject.enter(PLACE, lambda session: with_field(session, KEEP, value), unread=unread)


def test_what_is_being_typed_is_in_the_beraad_and_no_edit_yet():
    subject = editor()
    subject.type_in(PLACE, "1 dec")

    assert subject.session.typed_at(PLACE) == "1 dec"
    assert subject.session.conclusion.keep_until is None


def test_one_typed_date_is_one_step():
    subject = editor()
    start = subject.session
    day = start.opening.held_on
    for text in ("1", "1-", "1-1"):
        subject.type_in(PLACE, text)
    entered(subject, day)
    assert subject.session.conclusion.keep_until == day
    assert subject.session.typed_at(PLACE) is None

    assert subject.undo().address == KEEP
    assert subject.session == start
    assert not subject.can_undo
    subject.redo()
    assert subject.session.conclusion.keep_until == day


def test_what_cannot_be_read_stays_as_typed_and_nothing_half_is_kept():
    subject = editor()
    entered(subject, subject.session.opening.held_on)
    subject.type_in(PLACE, "29-2-2027")
    entered(subject, None, "29-2-2027")

    assert subject.session.typed_at(PLACE) == "29-2-2027"
    assert subject.session.conclusion.keep_until is None
    subject.undo()
    assert subject.session.typed_at(PLACE) is None
    assert subject.session.conclusion.keep_until == subject.session.opening.held_on


def test_undo_while_a_date_is_being_typed_takes_that_back_first():
    subject = editor()
    subject.edit(SITUATION, "tekst")
    subject.type_in(PLACE, "1 d")

    assert subject.undo().address == KEEP
    assert subject.session.typed_at(PLACE) is None
    assert subject.session.case.situation == "tekst"
    subject.redo()
    assert subject.session.typed_at(PLACE) == "1 d"


def test_leaving_a_field_as_it_was_is_no_edit():
    subject = editor()
    subject.type_in(PLACE, "1")
    subject.type_in(PLACE, "")
    entered(subject, None)

    assert not subject.can_undo
    assert subject.session.as_typed == ()


def test_a_record_that_went_takes_what_was_half_typed_along_and_brings_it_back():
    start = furnished()
    subject = editor(start)
    who = start.stakeholders[0].id
    place = place_of(Address("stakeholders", "name", who))
    subject.change(partial(with_typed, place=place, text="half"))

    subject.remove("stakeholders", who)
    assert subject.session.as_typed == ()
    subject.enter(
        place, lambda session: with_field(session, Address("stakeholders", "name", who), 1)
    )
    assert subject.session.as_typed == ()
    subject.undo()
    assert subject.session.typed_at(place) == "half"


def test_undo_goes_on_where_it_was_when_a_beraad_is_opened_again():
    subject = editor()
    subject.edit(SITUATION, "een")
    again = SessionEditor(subject.session, now=Clock(), history=subject.history)

    again.undo()

    assert again.session.case.situation == ""


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda s: s.edit(SITUATION, "x"), ("case", "situation")),
        (lambda s: s.edit(Address("opening", "setting"), Setting.PRACTICE), ("opening", "setting")),
        (lambda s: s.add("timeline", Moment(id=new_id())), ("timeline", "")),
        (
            lambda s: s.remove("stakeholders", s.session.stakeholders[0].id),
            ("stakeholders", "name"),
        ),
        (lambda s: s.type_in(PLACE, "1"), ("conclusion", "keep_until")),
    ],
)
def test_undo_tells_where_it_changed_something(change, where):
    subject = editor(furnished())
    subject.go_to(PhaseKey.CASE)
    change(subject)

    found = subject.undo()

    assert (found.address.section, found.address.field) == where
    assert found.phase is PhaseKey.CASE


@given(sessions(), sessions())
def test_a_difference_is_found_wherever_there_is_one(one, other):
    found = changed_at(one, other)
    names = [*single_sections(), *list_sections()]
    aside = {"progress", "time_spent", "versions", "as_typed"}
    same = all(getattr(one, n) == getattr(other, n) for n in names if n not in aside)
    if found is None:
        assert same
    elif not same:
        assert getattr(one, found.section) != getattr(other, found.section)


def test_a_record_that_moved_is_where_it_is_now():
    people = tuple(Stakeholder(id=new_id(), name=str(n)) for n in range(3))
    one = replace(blank(), stakeholders=people)
    other = replace(one, stakeholders=(people[1], people[0], people[2]))

    assert changed_at(one, other) == Address("stakeholders", "name", people[1].id)


@pytest.mark.parametrize("place", range(3))
def test_of_a_record_that_went_it_is_the_list_wherever_it_stood(place):
    people = tuple(Stakeholder(id=new_id(), name=str(n)) for n in range(3))
    one = replace(blank(), stakeholders=people)
    other = replace(one, stakeholders=people[:place] + people[place + 1 :])

    assert changed_at(one, other) == Address("stakeholders", "")
