from __future__ import annotations

from datetime import date, timedelta

import pytest

from beraad.editing.looking_back import with_kept
from beraad.phases.since import about_pace, how_long_ago, open_agreements, same_team
from beraad.records import Id, Kept, OpenAgreement, SinceLastTime
from tests.editing.support import blank

NOW = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "vandaag"),
        (1, "gisteren"),
        (13, "13 dagen geleden"),
        (14, "twee weken geleden"),
        (49, "zeven weken geleden"),
        (400, "57 weken geleden"),
    ],
)
def test_the_time_since_is_said_with_its_day(days, said):
    assert how_long_ago(NOW - timedelta(days=days), NOW).startswith(f"{said}, ")


@pytest.mark.parametrize(
    ("days", "kind"),
    [(0, "snel"), (13, "snel"), (14, ""), (182, ""), (183, "half jaar")],
)
def test_something_kind_is_said_when_it_was_very_recent_or_very_long_ago(days, kind):
    said = about_pace(NOW - timedelta(days=days), NOW)

    assert kind in said
    assert bool(said) == bool(kind)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Team Jongeren", " team  jongeren", True),
        ("Team Zoë", "team zoe", True),
        ("Team Jongeren", "Team Jongeren Noord", False),
        ("Jongeren", "Team Jongeren", False),
        ("", "", False),
    ],
)
def test_a_team_is_the_same_when_its_whole_name_is(one, other, same):
    assert same_team(one, other) is same


def test_answering_moves_nothing():
    rows = tuple(
        OpenAgreement(
            id=Id(f"a{n}"), what=f"{n}", agreed_on=NOW, look_back=NOW + timedelta(days=-n)
        )
        for n in range(4)
    )
    found = SinceLastTime(agreements=rows)
    session = blank()
    before = [one.id for one in open_agreements(session, found)]
    session = with_kept(session, rows[2], Kept.DONE)

    assert before == ["a3", "a2", "a1", "a0"]
    assert [one.id for one in open_agreements(session, found)] == before
    assert [one.id for one in open_agreements(session, SinceLastTime())] == ["a2"]
