"""What does not name anybody and may still tell who it is: to be decided by a person."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.privacy.finds import Find
from beraad.privacy.page import Page
from beraad.privacy.telling.ages import ages
from beraad.privacy.telling.amounts import amounts
from beraad.privacy.telling.details import details


def telling(page: Page) -> Iterator[Find]:
    """Yield ages, exact amounts and rare traits; they only ask."""
    yield from ages(page)
    yield from amounts(page)
    yield from details(page)
