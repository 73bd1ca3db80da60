"""Tells the second BSN of a document from the first: "[BSN 1]", "[BSN 2]"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from beraad.privacy.dutch.placeholders import LEFT_OUT, bracketed, label_of
from beraad.privacy.find import Find


def numbered(
    visible: Sequence[Find], hidden: Iterable[Find], *, unsafe: Collection[str] = ()
) -> dict[str, str]:
    """Return for every key the replacement it has in the document, in the order of the finds.

    A label that stands for one thing only gets no number. What is hidden under a stronger find
    comes after what is visible, so that it changes no number when it comes to the surface.

    Attributes:
        unsafe: wished replacements that would identify somebody themselves.
    """
    places: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for find in visible:
        _place(find, places[_wish(find, unsafe)])
    several = {wish for wish, taken in places.items() if len(taken) > 1}
    suggestions: dict[str, str] = {}
    for find in (*visible, *hidden):
        wish = _wish(find, unsafe)
        label, place = label_of(wish), _place(find, places[wish])
        counts = wish in several or place > 1
        suggestions[find.key] = bracketed(label, place) if label and counts else wish
    return suggestions


def _place(find: Find, taken: dict[str, int]) -> int:
    """Which of the things with the same label this is, counted from one."""
    return taken.setdefault(find.identity, len(taken) + 1)


def _wish(find: Find, unsafe: Collection[str]) -> str:
    return bracketed(LEFT_OUT) if find.suggestion in unsafe else find.suggestion
