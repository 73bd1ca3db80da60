"""Looking for what may identify somebody, for as long as any real text takes and no longer."""

from __future__ import annotations

import time

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find
from beraad.privacy.finding.finding import find
from beraad.privacy.signs.known.known_names import KnownNames
from beraad.privacy.text.progress import GoesOn, Stopped, always

_PATIENCE = 10.0
"""Seconds of the processor; the longest text that is read takes three on a common laptop."""


def found_in_time(
    text: str, known: KnownNames, lexicon: Lexicon, *, goes_on: GoesOn = always
) -> tuple[Find, ...]:
    """What is found in a text. Raises Solvable when looking takes longer than it should."""
    begin = time.process_time()
    try:
        return find(
            text,
            known,
            lexicon,
            goes_on=lambda done, total: (
                time.process_time() - begin < _PATIENCE and goes_on(done, total)
            ),
        )
    except Stopped:
        raise Solvable(
            "Het nalezen kost te veel tijd: deze tekst lijkt niet op gewone taal.",
            kept="Er is niets veranderd.",
            way_out="Geef de tekst in kleinere delen.",
        ) from None
