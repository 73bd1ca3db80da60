"""No team is named in what is counted, and a word that is also a team's name stays a word."""

from __future__ import annotations

import pytest

from beraad.publishing.nameless import Nameless

TEAMS = ("Team Kwartel", "Inkomen", "Noord", "buurtteam Zuid-West", " ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Team Kwartel zag dit.", "een team zag dit."),
        ("Bij team  kwartel ook.", "Bij een team ook."),
        ("Wijkteam Noord en team Inkomen", "een team en een team"),
        ("Wachten zonder inkomen in Noord", "Wachten zonder inkomen in Noord"),
        ("Het buurtteam Zuid-West belde.", "een team belde."),
        ("Team Kwartels", "Team Kwartels"),
        ("", ""),
    ],
)
def test_a_team_is_just_a_team(text, told):
    assert Nameless(TEAMS).text(text) == told


def test_without_teams_nothing_changes():
    assert Nameless(()).text("Team Kwartel") == "Team Kwartel"
