"""Teams that somebody named in the words of a signal: in what is counted they are just a team."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from beraad.records import Overview, Patterns, RegisteredSignal
from beraad.records.anatomy import map_texts

_ANY = "een team"
_TEAM = re.compile(r"team", re.IGNORECASE)
_NEVER = re.compile(r"(?!)")


class Nameless:
    """Takes out the names of these teams, where it is said that they are teams.

    A team can be called after what it does, such as "Inkomen"; that word alone stays.
    """

    def __init__(self, teams: Iterable[str]) -> None:
        names = {" ".join(team.split()) for team in teams if team.strip()}
        said = sorted(map(_pattern, names), key=len, reverse=True)
        whole = rf"(?<!\w)(?:(?:het|de|dit|dat|ons)\s+)?(?:{'|'.join(said)})(?!\w)"
        self._named = re.compile(whole, re.IGNORECASE) if said else _NEVER

    def text(self, text: str) -> str:
        """The text in which no team is named."""
        return self._named.sub(_ANY, text)

    def signal(self, signal: RegisteredSignal) -> RegisteredSignal:
        """The signal with its own words and those of its steps without the name of a team."""
        steps = tuple(map_texts(step, self._said) for step in signal.steps)
        return replace(signal, content=map_texts(signal.content, self._said), steps=steps)

    def overview(self, overview: Overview) -> Overview:
        """The rows with titles in which no team is named."""
        rows = tuple(
            replace(row, title=self.text(row.title), joined=tuple(map(self.text, row.joined)))
            for row in overview.rows
        )
        return replace(overview, rows=rows)

    def patterns(self, patterns: Patterns) -> Patterns:
        """The patterns with knelpunten in which no team is named."""
        named = tuple(replace(one, name=self.text(one.name)) for one in patterns.bottlenecks)
        return replace(patterns, bottlenecks=named)

    def _said(self, name: str, text: str) -> str:
        del name
        return self.text(text)


def _pattern(name: str) -> str:
    """How a team is named in a sentence."""
    said = r"\s+".join(map(re.escape, name.split()))
    return said if _TEAM.search(name) else rf"(?:\w*team|\w*teams)\s+{said}"
