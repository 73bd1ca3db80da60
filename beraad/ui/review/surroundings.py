"""Which of the places where a word stands in a document are those of one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias

from beraad.privacy.review.survey import Finding, Place
from beraad.records import Session
from beraad.records.anatomy import Address, addressed_texts

FAR = 40
"""Signs on each side that tell one place from another."""

_EDGES = frozenset({"", "\u2029"})
"""What stands before and behind a paragraph in a document of Qt."""

Around: TypeAlias = tuple[str, str]
"""What stands before a place and what stands behind it."""


@dataclass(frozen=True, kw_only=True)
class AsItReads:
    """The texts of a beraad, with what stands in them instead of what was taken out."""

    texts: Mapping[Address, str]
    instead: Mapping[Address, Sequence[tuple[int, int, str]]]

    @classmethod
    def of(cls, session: Session, findings: Iterable[Finding]) -> AsItReads:
        """The texts of this beraad, of which these findings were made."""
        instead: defaultdict[Address, list[tuple[int, int, str]]] = defaultdict(list)
        for one in findings:
            if one.replacement_in_force:
                for place in one.places:
                    told = (place.start, place.end, one.replacement_in_force)
                    instead[place.address].append(told)
        return cls(
            texts=dict(addressed_texts(session)),
            instead={address: sorted(some) for address, some in instead.items()},
        )

    def at(self, place: Place) -> str:
        """What was typed at this place, on one line."""
        return " ".join(self.texts.get(place.address, "")[place.start : place.end].split())

    def around(self, place: Place) -> Around:
        """What stands before and behind this place."""
        length = len(self.texts.get(place.address, ""))
        before = self._told(place.address, 0, place.start)
        behind = self._told(place.address, place.end, length)
        return before[-FAR:], behind[:FAR]

    def _told(self, address: Address, first: int, last: int) -> str:
        text, told, place = self.texts.get(address, ""), "", first
        for start, end, instead in self.instead.get(address, ()):
            if place <= start and end <= last:
                told += text[place:start] + instead
                place = end
        return told + text[place:last]


def meant(found: Sequence[Around], asked: Iterable[Around]) -> tuple[int, ...]:
    """Which of the places found in a document have the surroundings of those that are asked about.

    A document may cut what stands near, or set it in a sentence, so that the likest count.
    """
    likest: set[int] = set()
    for one in asked:
        alike = [_likeness(one, other) for other in found]
        most = max(alike, default=(0, 0))
        likest |= {number for number, each in enumerate(alike) if each == most}
    return tuple(sorted(likest))


def _likeness(typed: Around, shown: Around) -> tuple[int, int]:
    """How much is the same around two places; then whether both begin or end a paragraph."""
    (before, behind), (ahead, after) = typed, shown
    same = _alike(behind, after) + _alike(before[::-1], ahead[::-1])
    edges = (not before and ahead[-1:] in _EDGES) + (not behind and after[:1] in _EDGES)
    return same, edges


def _alike(typed: str, shown: str) -> int:
    """How many signs are the same, from the place on."""
    pairs = zip(_plain(typed), _plain(shown), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _plain(text: str) -> str:
    """A text as it is compared, without what sets lines and paragraphs apart."""
    return "".join(" " if sign.isspace() else sign.casefold()[:1] for sign in text)
