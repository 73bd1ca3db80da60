from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from beraad.errors import Defect
from beraad.records import Id, Moment
from beraad.records.anatomy import list_sections, single_sections
from beraad.store.changes import changes
from tests.store.support import a_peopled_session, a_session, with_situation
from tests.strategies import sessions

ONE, TWO, THREE = (Moment(id=Id(name), what=name) for name in ("een", "twee", "drie"))


def timeline_changes(before, after):
    session = a_session(timeline=before)
    (found,) = changes(session, replace(session, timeline=after))
    assert found.section == "timeline"
    return (
        {row["id"]: row["position"] for row in found.added},
        {row["id"]: row["position"] for row in found.altered},
        set(found.removed),
    )


@pytest.mark.parametrize(
    ("before", "after", "added", "altered", "removed"),
    [
        ((), (ONE,), {"een": 0}, {}, set()),
        ((ONE,), (ONE, TWO), {"twee": 1}, {}, set()),
        ((ONE,), (TWO, ONE), {"twee": 0}, {"een": 1}, set()),
        ((ONE, TWO), (TWO,), {}, {"twee": 0}, {"een"}),
        ((ONE, TWO), (TWO, ONE), {}, {"een": 1, "twee": 0}, set()),
        ((ONE, TWO), (ONE, replace(TWO, what="anders")), {}, {"twee": 1}, set()),
        ((ONE, TWO, THREE), (), {}, {}, {"een", "twee", "drie"}),
    ],
)
def test_only_rows_that_differ_are_written(before, after, added, altered, removed):
    assert timeline_changes(before, after) == (added, altered, removed)


def test_one_field_is_one_row():
    session = a_peopled_session()

    (found,) = changes(session, with_situation(session, "Er ligt een brief."))

    assert found.section == "case"
    assert found.count == 1
    assert found.altered[0]["situation"] == "Er ligt een brief."


@settings(max_examples=25, deadline=None)
@given(sessions())
def test_nothing_changes_between_equal_beraden(session):
    assert not changes(session, replace(session, participants=(*session.participants,)))


@settings(max_examples=25, deadline=None)
@given(sessions())
def test_without_a_former_state_everything_is_new(session):
    found = changes(None, session)

    records = sum(len(getattr(session, section)) for section in list_sections())
    assert sum(change.count for change in found) == records + len(single_sections())
    assert not any(change.altered or change.removed for change in found)


def test_two_records_with_one_id_are_our_mistake():
    with pytest.raises(Defect):
        changes(a_session(), a_session(timeline=(ONE, ONE)))
