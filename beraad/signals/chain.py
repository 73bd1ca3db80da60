"""Whether events follow on what was known: the one rule for every way along which they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from beraad.records import Event
from beraad.signals.events import trouble_of

_MOST_OF_ONE = 5_000
"""Events about one signal; a life of ten years with a step each week has five hundred."""


class Tip(NamedTuple):
    """The last event of a laptop that somebody has; all before it they have as well."""

    device: str
    seq: int
    mark: str


class Transport(Protocol):
    """A way along which laptops hand each other events, in any order and more than once."""

    def send(self, events: Iterable[Event]) -> int:
        """Put events of this laptop where others find them; how many were new. Raises Solvable."""
        ...

    def fetch(self, known: Iterable[Tip]) -> Iterator[Event]:
        """What lies there beyond what is known, each laptop in its order. Raises Solvable."""
        ...


class Chain:
    """Takes events one by one, each after the one before it of the same laptop."""

    def __init__(self, known: Iterable[Tip] = ()) -> None:
        self._known = {tip.mark: (tip.device, tip.seq) for tip in known}
        self._about: Counter[str] = Counter()
        self.taken = 0

    def why_not(self, found: Event) -> str:
        """Take an event, or say in a few Dutch words why not; empty when it was taken."""
        if why := trouble_of(found):
            return why
        if found.mark in self._known:
            return "deze regel staat er al"
        if found.prev and self._known.get(found.prev) != (found.device, found.seq - 1):
            return "de regel ervoor ontbreekt"
        if self._about[found.entity] == _MOST_OF_ONE:
            return "er staat te veel over één signaal"
        self._about[found.entity] += 1
        self._known[found.mark] = (found.device, found.seq)
        self.taken += 1
        return ""
