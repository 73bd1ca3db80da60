"""The name of the team whose beraad it is: it stands on every sheet, and names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.signs.names.choice_letters import NO_LETTER
from beraad.privacy.text.page import Page

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
_GROUP = re.compile(
    r"(?:\w*team|afdeling|dienst|loket|cluster|unit|bureau|maatschappelijk\w*)s?", re.IGNORECASE
)
"""What a group is called: with such a word before or behind it, a name is that of the group."""


def without_own_team(page: Page, team: str, lexicon: Lexicon) -> Page:
    """The page on which nobody looks in the name of this team.

    A name that somebody may have too is looked at as anywhere. Elsewhere than in its own field the
    team goes by its whole name, with what it is: “Team Kompas”, and not “Kompas”.
    """
    if not is_of_a_team(team, lexicon):
        return page
    places = [place for start, end in _places(page, team) for place in range(start, end)]
    return page.with_signs(places, NO_LETTER) if places else page


def is_of_a_team(said: str, lexicon: Lexicon) -> bool:
    """Whether a team may be called so, and nobody is by any list."""
    words = {word.casefold() for word in _WORD.findall(said)}
    named = (word in lexicon.given or word in lexicon.surnames for word in words - lexicon.allowed)
    return bool(words) and not any(named)


def _places(page: Page, said: str) -> Iterator[tuple[int, int]]:
    is_group = any(map(_GROUP.fullmatch, _WORD.findall(said)))
    if called := _called(said):
        yield from (match.span() for match in _behind_a_group(called).finditer(page.lower))
    for match in _pattern(said).finditer(page.lower):
        alone = not (page.lower[: match.start()] + page.lower[match.end() :]).strip()
        if is_group or alone:
            yield match.span()


def _called(said: str) -> str:
    """The one word by which a team is told from others: "Zuidrand" of "wmo team Zuidrand"."""
    words = _WORD.findall(said)
    last = words[-1].lower() if words else ""
    told = len(words) > 1 and any(map(_GROUP.fullmatch, words[:-1])) and len(last) >= _SHORTEST
    return last if told and not _GROUP.fullmatch(last) else ""


@lru_cache(maxsize=8)
def _behind_a_group(called: str) -> re.Pattern[str]:
    """The same team by another word for it: "wijkteam zuidrand"."""
    return re.compile(rf"(?<!\w)(?:{_GROUP.pattern}) {re.escape(called)}(?!\w)")


@lru_cache(maxsize=8)
def _pattern(said: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, said.lower().split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")
