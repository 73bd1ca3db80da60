"""The order of signals in their lanes, and the front of a lane: what is seen of it first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from beraad.records import SignalLine
from beraad.signals.life import Lane
from beraad.signals.lines import lane_of_line


class Front(NamedTuple):
    """A lane of which only the first signals are at hand.

    Attributes:
        first: so many as somebody asked for, in the order of the lane; all when there are no more.
        total: how many signals there are.
        since: since when the oldest of all of them waits.
    """

    first: tuple[SignalLine, ...] = ()
    total: int = 0
    since: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether these are all there are."""
        return len(self.first) == self.total


def in_lanes(lines: Iterable[SignalLine]) -> dict[Lane, list[SignalLine]]:
    """The signals of each lane: the nearest last day first, and of what is done the latest.

    Those of one day stay in the order in which they were given.
    """
    lanes: dict[Lane, list[SignalLine]] = {lane: [] for lane in Lane}
    for line in lines:
        lanes[lane_of_line(line)].append(line)
    for lane in (Lane.WAITING, Lane.OURS):
        lanes[lane].sort(key=lambda line: line.by or date.max)
    lanes[Lane.DONE].sort(key=lambda line: line.told_on or line.registered_on, reverse=True)
    return lanes


def front_of(lines: Sequence[SignalLine], most: int) -> Front:
    """The front of a lane that is at hand as a whole."""
    return Front(tuple(lines[:most]), len(lines), oldest(lines))


def oldest(lines: Iterable[SignalLine]) -> date | None:
    """Since when the oldest of these waits."""
    return min((line.since for line in lines if line.since), default=None)
