"""Erasing follows a signal to those made of it: somebody may have taken out a name there only.

An erasing that makes room for another signal has seen that one; any other has seen nothing but what
it is about. That stands in the header, which stays when all words are gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from beraad.records import Event, Id


def made_of_erased(erased: Iterable[Event], about: Mapping[str, Id]) -> tuple[Id, ...]:
    """What stands in the place of something that was erased for itself, and is not erased yet.

    `erased` are all erasings that are known, `about` says what each event is about that they have
    seen. An erasing that has seen something that did not come yet may make room for that.
    """
    made: dict[Id, set[Id]] = defaultdict(set)
    reached: list[Id] = []
    gone: set[Id] = set()
    for each in erased:
        gone.add(each.entity)
        entities = {about.get(mark) for mark in each.seen}
        if entities <= {each.entity}:
            reached.append(each.entity)
        made[each.entity] |= {entity for entity in entities if entity} - {each.entity}
    found: set[Id] = set()
    while reached:
        fresh = made.pop(reached.pop(), set[Id]()) - found
        found |= fresh
        reached += fresh
    return tuple(sorted(found - gone))
