from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.editing.beginning import Defaults, begun_with, months_after, with_last_time
from beraad.records import LastTime, Part, Participant, new_id
from tests.editing.support import blank

PEOPLE = (
    Participant(id=new_id(), role="klantmanager", name="Sanne", part=Part.CASE_OWNER),
    Participant(id=new_id(), role="jurist"),
)
LAST = LastTime(
    held_on=date(2026, 10, 9),
    people=PEOPLE,
    agreements=(("confidentiality", "Blijft hier."), ("first_reader", "de inbrenger")),
)


def test_a_beraad_begins_with_what_one_usually_has():
    usual = Defaults(
        team="Team Jongeren",
        confidentiality="Blijft hier.",
        report_content="overwegingen",
        first_reader="de inbrenger",
        minutes=75,
        months=6,
    )
    session = blank()

    begun = begun_with(session, usual)

    opening = begun.opening
    assert (opening.team, opening.minutes) == ("Team Jongeren", 75)
    assert opening.confidentiality == "Blijft hier."
    assert opening.report_content == "overwegingen"
    assert opening.first_reader == "de inbrenger"
    assert not opening.agreed
    assert begun.conclusion.keep_until == months_after(session.opening.held_on, 6)


def test_without_defaults_a_beraad_is_blank():
    session = blank()

    assert begun_with(session, Defaults()) == session


def test_what_stands_ready_is_as_storable_as_what_is_typed():
    begun = begun_with(blank(), Defaults(team="a\x00\r\nb"))

    assert begun.opening.team == "a\ufffd\nb"


def test_people_of_last_time_come_with_an_identity_of_their_own():
    again = with_last_time(blank(), LAST).participants

    assert [(one.role, one.name, one.part) for one in again] == [
        (one.role, one.name, one.part) for one in PEOPLE
    ]
    assert not {one.id for one in again} & {one.id for one in PEOPLE}


def test_people_without_a_word_make_way_and_others_stay():
    people = (Participant(id=new_id()), Participant(id=new_id(), role="arts"))
    session = replace(blank(), participants=people)

    roles = [one.role for one in with_last_time(session, LAST).participants]

    assert roles == ["arts", "klantmanager", "jurist"]


def test_agreements_of_last_time_fill_only_what_is_empty():
    session = begun_with(blank(), Defaults(confidentiality="Eigen afspraak."))

    opening = with_last_time(session, LAST).opening

    assert opening.confidentiality == "Eigen afspraak."
    assert opening.first_reader == "de inbrenger"


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 18), 3, date(2027, 2, 18)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_after_a_day(day, months, then):
    assert months_after(day, months) == then


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_are_as_many_as_were_asked(day, months):
    then = months_after(day, months)

    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day <= day.day
