from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beraad.editing.decisions import decided, undecided
from beraad.editing.reviewing import declared, read_along, withdrawn
from beraad.errors import Solvable
from beraad.privacy.clean import clean
from beraad.privacy.review.survey import survey
from beraad.records import Review, Verdict
from tests.privacy.invented import beraad

TODAY = date(2026, 11, 22)
LOOKED = Review(small_team=True, unique_situation=True, dates=True, quotes=True)
NAMES = ("Fatima el Amrani", "Roos Bos")


def test_a_second_reader_is_kept_by_role_and_day():
    review = read_along(beraad(names=NAMES), role=" jurist ", on=TODAY).review

    assert (review.second_reader, review.second_read_on) == ("jurist", TODAY)


@pytest.mark.parametrize(
    "role", ["Fatima", "fatima el amrani", "jurist (Amrani)", "roos", "f.bos@example.nl", "", "  "]
)
@pytest.mark.parametrize("write", [read_along, declared])
def test_a_name_is_no_role(role, write):
    session = replace(beraad("rust", names=NAMES), review=LOOKED)

    with pytest.raises(Solvable) as told:
        write(session, role=role, on=TODAY)
    assert not role.strip() or role not in str(told.value)


@pytest.mark.parametrize("unseen", ["small_team", "unique_situation", "dates", "quotes"])
def test_all_four_have_to_be_looked_at(unseen):
    session = replace(beraad("rust"), review=replace(LOOKED, **{unseen: False}))

    with pytest.raises(Solvable, match="vier de vragen"):
        declared(session, role="gespreksleider", on=TODAY)


def test_nothing_is_declared_while_a_place_is_open():
    session = replace(beraad("Zij is 52 jaar."), review=LOOKED)

    with pytest.raises(Solvable, match="nog open"):
        declared(session, role="gespreksleider", on=TODAY)


def test_a_declaration_can_be_taken_back():
    session = declared(replace(beraad("rust"), review=LOOKED), role="gespreksleider", on=TODAY)
    assert clean(session).reviewed.is_declared

    after = withdrawn(session)

    assert not clean(after).reviewed.is_declared
    assert after.review == LOOKED


def test_a_name_that_became_known_later_goes_from_the_role():
    session = read_along(beraad("rust"), role="Bakker", on=TODAY)
    named = replace(session, participants=beraad(names=("Piet Bakker",)).participants)

    assert "Bakker" not in clean(named).reviewed.second_reader


def test_a_decision_that_is_taken_back_is_open_again():
    session = beraad("Zij is 52 jaar.")
    key = survey(session).open[0].key
    kept = decided(session, key, Verdict.KEEP, reason="algemeen bekend")
    assert survey(kept).open == ()

    assert undecided(kept, key) == session
    assert undecided(session, key) is session
