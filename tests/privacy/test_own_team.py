"""The name of the team of a beraad stays: nobody is found by it, and the register needs it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beraad.privacy.clean import clean, clean_signal
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.records import CaseAccount, Participant, SignalContent, new_id
from tests.editing.support import blank

PLAIN = (
    "Team Kompas",
    "Team Wilgenhof",
    "team  wilgenhof",
    "Wijkteam Bosrand",
    "Buurtteam Lombok",
    "Team Zuid 2",
    "Kompas",
    "Zilverlijn",
    "Afdeling Heideveld",
)


def beraad(team, situation="", **changes):
    session = blank()
    session = replace(session, opening=replace(session.opening, team=team), **changes)
    return replace(session, case=CaseAccount(situation=situation))


@pytest.mark.parametrize("team", PLAIN)
def test_a_team_keeps_its_name_in_the_register_without_a_question(team):
    session = beraad(team, signal=SignalContent(bottleneck="Wachttijd", what=f"{team} wacht."))

    cleaned = clean_signal(session)

    assert " ".join(cleaned.team.split()) == " ".join(team.split())
    assert clean(session).team == cleaned.team


@pytest.mark.parametrize("team", ["Team Kompas", "Wijkteam Bosrand"])
def test_it_keeps_it_in_a_sentence_too_by_its_whole_name(team):
    told = "Op 3 mei belde Yasmina Bouzidi van {} met ons, over zaak Z-2026-00123 van {}."

    cleaned = clean(beraad(team, told.format(team, team)), cautious=True).case.situation

    assert cleaned.count(team) == 2
    assert "Bouzidi" not in cleaned


@pytest.mark.parametrize("team", ["Fatima", "Team Jansen", "Jan en Fatima", "Fatima el Amrani"])
def test_what_may_be_somebody_is_looked_at_as_anywhere(team):
    cleaned = clean(beraad(team), cautious=True)

    assert cleaned.team != team


def test_a_participant_is_nobodys_team():
    somebody = Participant(id=new_id(), name="Zilverlijn Kompas", role="consulent")
    session = beraad("Team Kompas", participants=(somebody,))

    assert "Kompas" not in clean(session, cautious=True).team


def test_the_bare_name_of_a_team_is_that_of_whatever_else_is_called_so():
    told = "Zij ging met Kompas naar Wilgenhof 12 in de stad."

    assert clean(beraad("Kompas", told), cautious=True).case.situation != told


def test_another_team_is_asked_about_as_before():
    told = "Wij belden met Team Zonneroos."

    assert clean(beraad("Team Kompas", told), cautious=True).case.situation != told


@pytest.mark.parametrize("name", ["Merel", "Roos", "Linden", "Jansen", "de Groot", "Zonneroos"])
@pytest.mark.parametrize("told", ["Team {}", "Wij belden met wijkteam {}.", "Afdeling {} wacht."])
def test_what_a_team_is_called_is_asked_and_never_taken_out_unasked(name, told):
    found = find(told.format(name), KnownNames.named(year=2026))

    assert [one.asks for one in found if name in one.text] == [True]


def test_it_is_asked_where_somebody_else_is_called_so_too():
    found = find("Roos Demir belde. Team Roos wacht.", KnownNames.named(year=2026))

    assert [(one.text, one.asks) for one in found] == [("Roos Demir", False), ("Roos", True)]


def test_a_participant_goes_out_of_the_name_of_a_team():
    found = find("Team Roos wacht.", KnownNames.named(["Roos Demir"], year=2026))

    assert [one.asks for one in found] == [False]
