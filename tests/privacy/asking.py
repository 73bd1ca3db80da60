"""What the whole gate takes out of a text by itself, and what it asks about."""

from __future__ import annotations

from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames

KNOWN = KnownNames.named(year=2026)


def replaced(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if not one.asks]


def asked(text: str) -> list[str]:
    return [one.text for one in find(text, KNOWN) if one.asks]
