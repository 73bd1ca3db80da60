"""Finds places of which the name is more than one word: "den haag"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from beraad.privacy.finds import Certainty, Find, FindKind
from beraad.privacy.lexicon import Lexicon
from beraad.privacy.names.people import mark_name
from beraad.privacy.names.tokens import Token
from beraad.privacy.page import Page


def towns(page: Page, words: Sequence[Token], lexicon: Lexicon) -> Iterator[Find]:
    """Yield places of two words, also without capitals."""
    for first, second in pairwise(words):
        if f"{first.core} {second.core}" in lexicon.places and second.joined(first):
            yield mark_name(
                page,
                FindKind.PLACE,
                first.start,
                second.end,
                cores=(first.core, second.core),
                certainty=Certainty.LIKELY,
                reason="staat in de lijst met plaatsen",
            )
