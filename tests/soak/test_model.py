"""The model says what an edit does, and what it may not do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import filled_session
from tools.soak.content import content_of, differences
from tools.soak.model import Anything, Nothing, Written, lost_against

SESSION = filled_session()


def titled(text):
    return content_of(replace(SESSION, opening=replace(SESSION.opening, title=text)))


def written(text, *, before):
    return Written("opening", "title", None, before, text)


def test_an_edit_that_arrives_as_it_was_typed_is_well():
    assert lost_against(written("ab", before="a"), titled("a"), titled("ab")) == ""


@pytest.mark.parametrize("kept", ["a", "b", "", "ab "])
def test_an_edit_that_arrives_otherwise_is_told_by_place(kept):
    assert lost_against(written("ab", before="a"), titled("a"), titled(kept)) == "opening.title"


def test_what_changes_beside_the_edit_is_told():
    after = titled("ab")
    after["opening"]["team"] = "weg"

    assert lost_against(written("ab", before="a"), titled("a"), after) == "opening.team"


def test_going_somewhere_changes_nothing():
    assert lost_against(Nothing(), titled("a"), titled("b")) == "opening.title"
    assert lost_against(Anything(), titled("a"), titled("b")) == ""


def test_a_row_is_known_by_the_record_it_shows():
    session = filled_session()
    first, second, *_ = session.stakeholders
    before = content_of(session)
    stands = replace(second, name="x")
    after = content_of(replace(session, stakeholders=(first, stands, *session.stakeholders[2:])))
    wish = Written("stakeholders", "name", second.id, second.name, "x")

    assert lost_against(wish, before, after) == ""
    assert lost_against(replace(wish, record=first.id), before, after) == "stakeholders.name"


def test_rows_that_come_go_and_change_places_are_told_apart():
    session = filled_session()
    one, two, *rest = session.stakeholders
    before = content_of(session)

    assert differences(before, content_of(replace(session, stakeholders=(one, two)))) == (
        {"stakeholders-"} if rest else set()
    )
    turned = content_of(replace(session, stakeholders=(two, one, *rest)))
    assert differences(before, turned) == {"stakeholders~"}
