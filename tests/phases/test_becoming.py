"""Which kader a beraad may still get."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from beraad.phases.becoming import what_goes_along, why_not
from beraad.records import (
    AsTyped,
    EarlierAgreement,
    Id,
    Kept,
    KnownWord,
    Opening,
    ParkedItem,
    Participant,
    PhaseKey,
    PrivateNote,
    Setting,
    SignalContent,
    blank_session,
)
from beraad.records.anatomy import text_fields

NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)
REAL = blank_session(now=NOW, held_on=date(2026, 11, 29), setting=Setting.CASEWORK)
PRACTICE = blank_session(now=NOW, held_on=date(2026, 11, 29), setting=Setting.PRACTICE)


def with_opening(session, **words):
    return replace(session, opening=replace(session.opening, **words))


def may_become(session, setting):
    return not why_not(session, setting)


def test_while_nothing_is_said_every_kader_can_be_chosen():
    assert all(may_become(each, setting) for each in (REAL, PRACTICE) for setting in Setting)


@pytest.mark.parametrize(
    "told",
    [
        replace(REAL, participants=(Participant(id=Id("a" * 32), name="Sjoukje"),)),
        replace(REAL, parked=(ParkedItem(id=Id("b" * 32), phase=PhaseKey.CASE, text="later"),)),
        replace(REAL, as_typed=(AsTyped(id=Id("c" * 32), place="draft.x", text="half"),)),
        replace(
            REAL,
            private_notes=(PrivateNote(id=Id("d" * 32), phase=PhaseKey.OPENING, text="huilde"),),
        ),
        replace(REAL, signal=SignalContent(bottleneck="Wachten op geld")),
        replace(REAL, known_words=(KnownWord(id=Id("e" * 32), word="Sjoukje"),)),
        replace(
            REAL,
            earlier_agreements=(
                EarlierAgreement(
                    id=Id("f" * 32), what="Zij belt.", agreed_on=NOW.date(), kept=Kept.DONE
                ),
            ),
        ),
    ],
)
def test_what_tells_of_real_people_becomes_no_oefening(told):
    assert not may_become(told, Setting.PRACTICE)
    assert not may_become(told, Setting.POLICY_DRILL)
    assert may_become(told, Setting.INTERVISION)


def test_a_title_alone_binds_to_nothing():
    assert may_become(with_opening(PRACTICE, title="Een casus"), Setting.CASEWORK)
    assert may_become(with_opening(REAL, title="Een casus"), Setting.PRACTICE)


def test_what_was_written_in_a_real_opening_is_named_before_it_becomes_an_oefening():
    told = with_opening(REAL, title="Een gezin aan de Dorpsstraat", team="Team Oost")

    assert what_goes_along(told, Setting.PRACTICE) == ("de titel", "het team")
    assert what_goes_along(told, Setting.POLICY_DRILL) == ("de titel", "het team")
    assert what_goes_along(told, Setting.INTERVISION) == ()
    assert what_goes_along(REAL, Setting.PRACTICE) == ()


def test_what_stood_ready_in_every_beraad_was_written_by_nobody():
    usual = {"team": "Team Oost", "confidentiality": "Wie wat zegt, blijft tussen ons."}
    ready = with_opening(REAL, **usual)

    assert what_goes_along(ready, Setting.PRACTICE, usual) == ()
    assert what_goes_along(ready, Setting.PRACTICE) == ("het team", "de afspraken")
    changed = with_opening(ready, confidentiality="Behalve wat Sjoukje zei.")
    assert what_goes_along(changed, Setting.PRACTICE, usual) == ("de afspraken",)
    assert what_goes_along(with_opening(ready, title="Een gezin"), Setting.PRACTICE, usual) == (
        "de titel",
    )


def test_nothing_is_asked_of_an_oefening_that_becomes_real():
    told = with_opening(PRACTICE, title="Een gezin")
    assert what_goes_along(told, Setting.CASEWORK) == ()
    assert what_goes_along(told, Setting.POLICY_DRILL) == ()


@pytest.mark.parametrize("name", text_fields(Opening))
def test_every_text_of_the_opening_is_told_of(name):
    assert what_goes_along(with_opening(REAL, **{name: "Sjoukje"}), Setting.PRACTICE)


def test_once_a_ronde_began_the_two_stay_apart():
    begun = with_case(PRACTICE)

    assert not may_become(begun, Setting.CASEWORK)
    assert may_become(begun, Setting.POLICY_DRILL)


def with_case(session):
    return replace(session, case=replace(session.case, situation="Iemand vraagt hulp."))


def test_what_cannot_be_chosen_says_why():
    people = replace(REAL, participants=(Participant(id=Id("a" * 32), name="Sjoukje"),))
    assert "echte mensen" in why_not(people, Setting.PRACTICE)
    assert "Maak er een oefening van" in why_not(people, Setting.PRACTICE)
    assert "begonnen" in why_not(with_case(REAL), Setting.PRACTICE)
    assert "begonnen" in why_not(with_case(PRACTICE), Setting.CASEWORK)
    assert "echt beraad" in why_not(with_case(PRACTICE), Setting.CASEWORK)
    assert why_not(people, Setting.INTERVISION) == ""
    assert why_not(PRACTICE, Setting.CASEWORK) == ""
