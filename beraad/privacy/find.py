"""What in a text may identify somebody."""

from __future__ import annotations

from beraad.privacy.finds import Find
from beraad.privacy.known import KnownNames
from beraad.privacy.mentions import mentions
from beraad.privacy.overlap import settle
from beraad.privacy.page import lay_out
from beraad.privacy.structured import structured


def find(text: str, known: KnownNames) -> tuple[Find, ...]:
    """Return what may identify somebody, in order and without overlap.

    Each find is exact (`text[find.start:find.end] == find.text`) and cuts no grapheme. The time
    taken is linear in the length of the text.
    """
    return settle(text, candidates(text, known))


def candidates(text: str, known: KnownNames) -> tuple[Find, ...]:
    """Return what every finder points at; finds may overlap."""
    page = lay_out(text, known.year)
    return (*mentions(page, known), *structured(page))
