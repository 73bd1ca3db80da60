"""What a team is called: often by the name of somebody, so that it is asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beraad.privacy.dutch.vocabulary import PARTICLES
from beraad.privacy.signs.names.tokens import Token

OF_A_TEAM = "naam van een team, en zo kan iemand heten"
_TEAM = re.compile(r"\w*teams?|afdeling")


def is_of_a_team(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether one name stands right behind what a team is: "Team Merel", "wijkteam de Linden"."""
    if first == 0 or words[first].start - words[first - 1].end != 1:
        return False
    if words[first].gap != " " or not _TEAM.fullmatch(words[first - 1].core):
        return False
    names = [word for word in words[first : last + 1] if word.core not in PARTICLES]
    return len(names) == 1 and not names[0].initial
