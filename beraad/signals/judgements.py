"""What people said of two knelpunten: the same or not; folded from events, the same everywhere.

An event names a knelpunt by a mark of its title and holds no word of it: who erases a signal has
erased its title everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from beraad.records import Event, Id, SignalLine
from beraad.signals.events import EventKind, judged_of, mark_of
from beraad.signals.overview import Judgement, key_of

ABOUT = "knelpunten-"
"""What the identity of every pair of knelpunten begins with."""


def mark_of_title(title: str) -> str:
    """The mark of a knelpunt, however it was typed."""
    return mark_of(key_of(title))


def pair_of(first: str, second: str) -> Id:
    """The identity of two knelpunten together, by their marks, in whatever order."""
    return Id(f"{ABOUT}{mark_of(','.join(sorted((first, second))))}")


def judgements(events: Iterable[Event], titles: Mapping[str, str]) -> tuple[Judgement, ...]:
    """What stands of what was said, of knelpunten that are known here, by their marks.

    What two laptops said without knowing of each other, and does not agree, is in dispute until
    somebody chooses. What was taken back is not there.
    """
    about: dict[Id, list[Event]] = defaultdict(list)
    for each in events:
        if each.kind == EventKind.JUDGED and each.payload is not None:
            about[each.entity].append(each)
    found = (_standing(each, titles) for _, each in sorted(about.items()))
    return tuple(one for one in found if one is not None)


def titles_of(lines: Iterable[SignalLine]) -> dict[str, str]:
    """The titles of all knelpunten, by their marks."""
    titles: dict[str, str] = {}
    for line in lines:
        if key := key_of(line.title):
            titles.setdefault(key, " ".join(line.title.split()))
    return {mark_of(key): title for key, title in titles.items()}


def _standing(events: list[Event], titles: Mapping[str, str]) -> Judgement | None:
    said = tuple(_last(events))
    first, second, _ = said[0]
    if first not in titles or second not in titles:
        return None
    opinions = {same for _, _, same in said}
    if len(opinions) > 1:
        return Judgement(titles[first], titles[second], same=False, disputed=True)
    (same,) = opinions
    return None if same is None else Judgement(titles[first], titles[second], same=same)


def _last(events: list[Event]) -> Iterator[tuple[str, str, bool | None]]:
    """What was said by events that no later event knew of; those of one pair say the same pair."""
    known = {mark for each in events for mark in each.seen}
    for each in sorted(events, key=lambda one: one.mark):
        if each.mark not in known:
            yield judged_of(each)
