from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beraad.editing.operations import with_field
from beraad.editing.reviewing import declared, read_along
from beraad.privacy.clean import clean, fingerprint_of
from beraad.privacy.finding.outgoing import REPORT_SECTIONS
from beraad.privacy.review.survey import survey
from beraad.records import Id, Review, new_id
from beraad.records.anatomy import addressed_texts
from tests.builders import filled_session, settled
from tests.privacy.invented import beraad, keep
from tests.strategies import sessions

TODAY = date(2026, 11, 22)
LOOKED = Review(small_team=True, unique_situation=True, dates=True, quotes=True)
SIGNED = declared(replace(filled_session(), review=LOOKED), role="gespreksleider", on=TODAY)
OUTGOING = [
    address
    for address, text in addressed_texts(SIGNED)
    if text and address.section in REPORT_SECTIONS - {"opening", "review"}
]


def stands(session):
    return clean(session).reviewed.is_declared


def test_what_was_declared_stands():
    assert stands(SIGNED)
    assert clean(SIGNED).reviewed.declared_by == "gespreksleider"
    assert clean(SIGNED).reviewed.declared_on == TODAY


@given(st.sampled_from(OUTGOING))
@settings(max_examples=40, deadline=None)
def test_any_later_change_withdraws_it_and_undoing_brings_it_back(address):
    changed = with_field(SIGNED, address, "Er kwam iets bij.")

    assert not stands(changed)
    assert clean(changed).reviewed.declared_by == ""
    assert stands(SIGNED)


def test_any_later_decision_withdraws_it():
    assert not stands(replace(SIGNED, decisions=(*SIGNED.decisions, keep("bsn:1"))))


def test_a_look_that_is_taken_back_withdraws_it():
    assert not stands(replace(SIGNED, review=replace(SIGNED.review, quotes=False)))


def test_somebody_who_reads_along_later_withdraws_nothing():
    assert stands(read_along(SIGNED, role="jurist", on=TODAY))


def test_what_stays_behind_changes_nothing():
    assert fingerprint_of(replace(SIGNED, parked=(), private_notes=())) == fingerprint_of(SIGNED)


def test_the_order_of_decisions_and_their_identity_do_not_matter():
    one, two = keep("age:9"), keep("age:52")
    session = beraad("Zij is 52 jaar. Hun zoon is 9 jaar.")
    again = tuple(replace(each, id=new_id()) for each in (two, one))

    assert fingerprint_of(replace(session, decisions=(one, two))) == fingerprint_of(
        replace(session, decisions=again)
    )


@given(sessions(most=2))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_beraad_has_a_mark_and_it_is_always_the_same(session):
    session = settled(session)

    assert fingerprint_of(session) == fingerprint_of(session)
    assert len(fingerprint_of(session)) == 64


def test_another_reason_to_let_something_stay_is_another_content():
    session = beraad("Zij is 52 jaar.")
    (found,) = survey(session).open
    marks = {
        fingerprint_of(
            replace(session, decisions=(replace(keep(found.key), id=Id("d"), reason=reason),))
        )
        for reason in ("algemeen bekend", "met toestemming")
    }

    assert len(marks) == 2
