from __future__ import annotations

from beraad.privacy.finding.overlap import settle
from beraad.privacy.finding.sure import sure_finds


def find(text, known):
    """Known names and numbers only, in order and without overlap."""
    return settle(text, sure_finds(text, known))
