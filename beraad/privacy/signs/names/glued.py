"""Prepositions that are cut short and glued to their article, and no name: "ad deur", "id cel"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.privacy.dutch.lexicon import Lexicon

_AT = (
    r"deur|voordeur|achterdeur|lijn|balie|telefoon|tel|bel|hand|kant|slag|beurt|muur|gang|orde|haal"
    r"|grond|tafel|keukentafel|poort|receptie|praat|drank|drugs|overkant|achterkant|voorkant"
)
_AD = re.compile(rf"(?<![\w'’./-])ad (?:{_AT})(?![\w'’-])")
_ID = re.compile(r"(?<![\w'’./-])(?:id|od)(?= (?P<noun>[a-z]{3,})(?![\w'’-]))")
_COMMON = 6
"""How common a word is that surely is a thing, and not a surname."""


def glued(cased: str, lexicon: Lexicon) -> Iterator[int]:
    """Yield the places of each such preposition, with what it is before where that is told."""
    if "ad " in cased:
        for found in _AD.finditer(cased):
            yield from range(*found.span())
    if "d " in cased:
        for found in _ID.finditer(cased):
            if lexicon.common.get(found["noun"], _COMMON + 1) <= _COMMON:
                yield from range(*found.span())
