"""Which of the places where a word stands in a document are those of one question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TypeAlias

from beraad.privacy.review.survey import Place
from beraad.records import Session
from beraad.records.anatomy import addressed_texts

FAR = 40
"""Signs on each side that tell one place from another."""

Around: TypeAlias = tuple[str, str]
"""What stands before a place and what stands behind it."""


def surroundings(places: Iterable[Place], session: Session) -> tuple[Around, ...]:
    """What was typed before and behind each of these places."""
    texts = dict(addressed_texts(session))
    return tuple(
        (text[max(0, place.start - FAR) : place.start], text[place.end : place.end + FAR])
        for place in places
        if (text := texts.get(place.address))
    )


def meant(found: Sequence[Around], asked: Iterable[Around]) -> tuple[int, ...]:
    """Which of the places found in a document have the surroundings of those that are asked about.

    What stands near may be replaced itself, so that of all places the likest count.
    """
    likest: set[int] = set()
    for before, behind in asked:
        alike = [
            _alike(behind, after) + _alike(before[::-1], ahead[::-1]) for ahead, after in found
        ]
        most = max(alike, default=0)
        likest |= {number for number, one in enumerate(alike) if one == most}
    return tuple(sorted(likest))


def _alike(typed: str, shown: str) -> int:
    """How many signs are the same, from the place on."""
    pairs = zip(_plain(typed), _plain(shown), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _plain(text: str) -> str:
    """A text as it is compared, without what sets lines and paragraphs apart."""
    return "".join(" " if sign.isspace() else sign.casefold()[:1] for sign in text)
