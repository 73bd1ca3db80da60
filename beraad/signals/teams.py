"""Whether a team is named: by its name as a whole, however that was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beraad.phases.folding import plain

BETWEEN_TEAMS = "; "
_BETWEEN = re.compile(r"[;\n]")
_OWN = frozenset(
    {"team", "het team", "ons team", "eigen team", "het eigen team", "ons eigen team", "wij"}
)
"""How somebody writes of the team that the signal comes from, without its name."""


def folded(text: str) -> str:
    """A name as it is compared."""
    return " ".join(plain(text).split())


def same(one: str, other: str) -> bool:
    """Whether two names are of one team."""
    return folded(one) == folded(other)


def named_in(text: str) -> tuple[str, ...]:
    """The teams of a list, with semicolons or a line for each.

    A comma and "en" divide nothing: they are part of the name of many a team.
    """
    return tuple(filter(None, map(str.strip, _BETWEEN.split(text))))


def names(to: str, team: str) -> bool:
    """Whether a list of teams has this team in it as a whole.

    Who is named otherwise counts as not told, and is told again.
    """
    wanted = folded(team)
    return bool(wanted) and any(folded(each) == wanted for each in named_in(to))


def names_own(to: str, team: str) -> bool:
    """Whether the team that a signal comes from is named, or nobody is.

    A signal without a team has nobody else to tell.
    """
    if not team.strip() or not to.strip():
        return True
    return names(to, team) or any(folded(each) in _OWN for each in named_in(to))


def without(to: str, known: Iterable[str]) -> str:
    """A list of teams without those that are known."""
    return BETWEEN_TEAMS.join(
        each for each in named_in(to) if not any(same(each, team) for team in known)
    )
