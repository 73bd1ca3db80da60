"""What does not name anybody and may still tell who it is: to be decided by a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beraad.privacy.find import Find
from beraad.privacy.signs.names.tokens import Token
from beraad.privacy.signs.telling.amounts import amounts
from beraad.privacy.signs.telling.details import details
from beraad.privacy.signs.telling.joining import joining
from beraad.privacy.signs.telling.sides import sides
from beraad.privacy.signs.telling.whereabouts import whereabouts
from beraad.privacy.text.page import Page


def telling(page: Page, words: Sequence[Token]) -> Iterator[Find]:
    """Yield exact amounts, rare traits, and what ties somebody to a choice; they only ask."""
    yield from amounts(page)
    yield from details(page, words)
    yield from joining(page)
    yield from sides(page)
    yield from whereabouts(page)
