"""Texts that belong to no beraad, such as those of an oefencasus: read as one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.privacy.find import Find
from beraad.privacy.finding.finding import candidates
from beraad.privacy.finding.overlap import settle
from beraad.privacy.signs.known.known_names import KnownNames


def found_in(
    texts: Sequence[str], lexicon: Lexicon | None = None, *, on: date
) -> Mapping[str, tuple[Find, ...]]:
    """By text: what in it may point to somebody, also what the gate only asks about.

    The texts are one document: what is a name in one of them is a name in all.
    """
    found = candidates(texts, KnownNames.named(year=on.year), lexicon or shipped())
    return {text: settle(text, finds) for text, finds in found.items()}
