"""Tells the second BSN of a document from the first: "[BSN 1]", "[BSN 2]"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType

from beraad.privacy.dutch.placeholders import LEFT_OUT, bracketed, label_of
from beraad.privacy.find import Find


def numbered(
    visible: Sequence[Find],
    hidden: Iterable[Find],
    *,
    unsafe: Collection[str] = (),
    standing: Mapping[str, Collection[int]] = MappingProxyType({}),
) -> dict[str, str]:
    """Return for every key the replacement it has in the document, in the order of the finds.

    A label that stands for one thing only gets no number. What is hidden under a stronger find
    comes after what is visible, so that it changes no number when it comes to the surface.

    Attributes:
        unsafe: wished replacements that would identify somebody themselves.
        standing: by label: the numbers that the texts hold already, 0 for none; nobody else gets
            these.
    """
    places: defaultdict[str, _Places] = defaultdict(_Places)
    for label, numbers in standing.items():
        places[bracketed(label)].used.update(max(number, 1) for number in numbers)
    for find in visible:
        places[_wish(find, unsafe)].of(find)
    several = {wish for wish, taken in places.items() if len(taken.used) > 1}
    suggestions: dict[str, str] = {}
    for find in (*visible, *hidden):
        wish = _wish(find, unsafe)
        label, place = label_of(wish), places[wish].of(find)
        counts = wish in several or place > 1
        suggestions[find.key] = bracketed(label, place) if label and counts else wish
    return suggestions


@dataclass(slots=True)
class _Places:
    """The numbers under one label: who has which, and which stand in the text already."""

    given: dict[str, int] = field(default_factory=dict[str, int])
    used: set[int] = field(default_factory=set[int])

    def of(self, find: Find) -> int:
        """The number of what this find is about, counted from one."""
        number = self.given.get(find.identity)
        if number is None:
            number = next(free for free in count(1) if free not in self.used)
            self.used.add(number)
            self.given[find.identity] = number
        return number


def _wish(find: Find, unsafe: Collection[str]) -> str:
    return bracketed(LEFT_OUT) if find.suggestion in unsafe else find.suggestion
