"""Letters with full stops that are short for something else than a name: "t.n.v.", "m.v.g."."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.privacy.dutch.vocabulary import (
    DOTTED,
    PARTICLE_FORMS,
    PERSONS,
    RELATIONS,
    STRONG_TITLES,
)
from beraad.privacy.signs.names.tokens import Token


def _are_of_somebody(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether these are initials: before a name, or behind a title or "inwoner"."""
    name = words[last + 1] if last + 1 < len(words) else None
    large = all(word.capital for word in words[first : last + 1])
    capitals = large and name is not None and name.capital and name.gap == ". "
    if capitals or first == 0 or words[first].opens:
        return capitals
    before = words[first - 1].core
    return before in STRONG_TITLES or (
        large and before in PERSONS | RELATIONS and words[first].gap == " "
    )


def is_of_an_abbreviation(words: Sequence[Token], place: int) -> bool:
    """Whether this letter stands in such an abbreviation."""
    if len(words[place].core) > 1:
        return False
    first = last = place
    while first > 0 and words[first].gap == "." and len(words[first - 1].core) == 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].gap == "." and len(words[last + 1].core) == 1:
        last += 1
    if _are_of_somebody(words, first, last):
        return False
    letters = "".join(word.core for word in words[first : last + 1])
    return last > first and letters in DOTTED and letters not in PARTICLE_FORMS


def is_dotted(words: Sequence[Token], place: int) -> bool:
    """Whether this is one capital with a full stop behind it, before another word: "K.D."."""
    after = words[place + 1] if place + 1 < len(words) else None
    return words[place].initial and after is not None and after.gap in (".", ". ")
