from __future__ import annotations

from datetime import date

import pytest

from beraad.editing.operations import (
    moved,
    with_added,
    with_all_whole,
    with_field,
    with_typed,
    without,
)
from beraad.records import Id, Option, Value, new_id, those_present
from beraad.records.anatomy import Address
from tests.editing.support import blank, furnished


def test_a_field_changes_and_nothing_else():
    session = furnished()
    value = session.values[0]

    after = with_field(session, Address("values", "name", value.id), "veiligheid")

    assert after.values[0].name == "veiligheid"
    assert after.norms is session.norms
    assert session.values[0].name == "rust"


def test_the_same_value_is_no_change():
    session = furnished()

    assert with_field(session, Address("opening", "title"), "") is session


def test_text_is_made_storable_on_its_way_in():
    after = with_field(blank(), Address("case", "situation"), "a\x00b\r\nc")

    assert after.case.situation == "a\ufffdb\nc"


def test_a_record_that_is_gone_cannot_be_edited():
    with pytest.raises(KeyError):
        with_field(blank(), Address("values", "name", Id("weg")), "x")


def test_removing_a_perspective_takes_its_values_and_norms_along():
    session = furnished()

    after = without(session, "stakeholders", session.stakeholders[0].id)

    assert (after.stakeholders, after.values, after.norms) == ((), (), ())


def test_removing_an_alternative_takes_its_harm_and_every_choice_of_it_along():
    session = furnished()

    after = without(session, "options", session.options[2].id)

    assert len(after.options) == 2
    assert [harm.text for harm in after.harms] == ["vertrouwen"]
    assert after.considerations[0].choice_id is None


def test_removing_an_alternative_takes_the_choice_that_was_changed_to_it_along():
    session = furnished()
    mine = session.considerations[0]
    session = with_field(
        session, Address("considerations", "revised_choice_id", mine.id), session.options[2].id
    )

    after = without(session, "options", session.options[2].id)

    assert after.considerations[0].revised_choice_id is None


def test_removing_a_row_takes_along_what_stood_half_typed_in_it_and_nothing_else():
    session = furnished()
    gone, below = session.stakeholders[0], session.norms[0]
    places = (f"stakeholders.name.{gone.id}", f"norms.text.{below.id}", "opening.held_on")
    for place in places:
        session = with_typed(session, place, "half")

    after = without(session, "stakeholders", gone.id)

    assert [each.place for each in after.as_typed] == ["opening.held_on"]


def test_who_takes_back_that_afwegingen_stand_whole_takes_its_day_back():
    session = furnished()
    agreed = with_all_whole(session, agreed=True, today=date(2026, 11, 18))
    assert (agreed.opening.whole_on, agreed.opening.whole_by) == (
        date(2026, 11, 18),
        those_present(session.participants),
    )

    after = with_all_whole(agreed, agreed=False, today=date(2026, 11, 20))

    assert (after.opening.whole_on, after.opening.whole_by) == (None, None)


@pytest.mark.parametrize("place", [0, 1])
def test_a_and_b_always_stay(place):
    session = furnished()

    assert without(session, "options", session.options[place].id) is session


def test_removing_a_participant_takes_the_afweging_along():
    session = furnished()

    assert without(session, "participants", session.participants[0].id).considerations == ()


def test_rows_move_among_their_siblings_only():
    session = furnished()
    who = session.stakeholders[0]
    second = Value(id=new_id(), stakeholder_id=who.id, name="tweede")
    other = Value(id=new_id(), stakeholder_id=Id("ander"), name="van een ander")
    session = with_added(with_added(session, "values", other), "values", second)

    after = moved(session, "values", second.id, -1)

    assert [value.name for value in after.values] == ["tweede", "rust", "van een ander"]


def test_an_alternative_never_comes_before_c():
    session = furnished()
    d = Option(id=new_id(), text="D")
    session = with_added(session, "options", d)

    after = moved(moved(session, "options", d.id, -1), "options", d.id, -1)

    assert [option.text for option in after.options] == ["", "", "D", "Samen bellen"]


@pytest.mark.parametrize("step", [-1, 1])
def test_a_row_alone_stays_where_it_is(step):
    session = furnished()

    assert moved(session, "stakeholders", session.stakeholders[0].id, step) is session


@pytest.mark.parametrize("step", [-1, 1])
def test_a_and_b_stay_where_they_are(step):
    session = furnished()

    for option in session.options[:2]:
        assert moved(session, "options", option.id, step) is session
