"""The signals of a register in their lanes: the front of each at once, the rest a moment later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, overload

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.records import Id, SignalLine
from beraad.signals.lanes import Front, front_of, in_lanes, oldest
from beraad.signals.life import Lane
from beraad.store.register_lines import AtAGlance, Fronts, at_a_glance, fronts
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker
from beraad.ui.signals.within import Within

FRONT = 100
"""Signals of each lane that are read at once: most registers have no more."""


class LaneLines(Sequence[SignalLine]):
    """The signals of one lane. Whoever looks past its front waits until the rest was read."""

    def __init__(self, front: Front, rest: Callable[[], Sequence[SignalLine]]) -> None:
        self.front = front
        self._rest = rest

    @property
    def since(self) -> date | None:
        """Since when the oldest waits."""
        return self.front.since

    def all(self) -> Sequence[SignalLine]:
        """All of them."""
        return self._up_to(len(self))

    def __len__(self) -> int:
        return self.front.total

    @overload
    def __getitem__(self, place: int) -> SignalLine: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[SignalLine]: ...
    def __getitem__(self, place: int | slice) -> SignalLine | Sequence[SignalLine]:
        if isinstance(place, slice):
            return self._up_to(place.indices(len(self))[1])[place]
        return self._up_to(range(len(self))[place] + 1)[place]

    def __iter__(self) -> Iterator[SignalLine]:
        yield from self.front.first
        yield from self.all()[len(self.front.first) :]

    def _up_to(self, end: int) -> Sequence[SignalLine]:
        return self.front.first if end <= len(self.front.first) else self._rest()


def lane_of_all(lines: Sequence[SignalLine]) -> LaneLines:
    """A lane of which all signals are at hand."""
    return LaneLines(Front(tuple(lines), len(lines), oldest(lines)), lambda: lines)


class _Read(NamedTuple):
    """What was read beside the window."""

    glanced: AtAGlance
    lanes: Mapping[Lane, Sequence[SignalLine]]


class InLanes(QObject):
    """All signals of a register, of which the fronts are read first.

    `other` says that the rest came, and that the fronts are no longer what they were: somebody
    wrote in the register meanwhile. `failed` brings why the rest cannot be read; then nothing is
    shown. Whoever hears them may be in the middle of a lane, and should finish that first.
    """

    other = Signal()
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._reading = LatestWish(self)
        self._reading.done.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._asked = False
        self._within = Within(in_lanes(()), self)
        self._take(AtAGlance(), in_lanes(()))

    @property
    def wordless(self) -> int:
        """Of how many signals nothing can be shown."""
        return self._fronts.wordless

    def __bool__(self) -> bool:
        """Whether there is any signal."""
        return any(front.total for front in self._fronts.lanes.values())

    def read(self, tell: Callable[[Solvable], None]) -> None:
        """Read the fronts anew. Raises Solvable, and then holds what it held."""
        found = fronts(self._path, FRONT, tell=tell)
        self._reading.forget()
        self._asked = False
        self._fronts = found
        self._lines: tuple[SignalLine, ...] | None = None
        self._lanes: Mapping[Lane, Sequence[SignalLine]] = {}
        if found.are_whole:
            lanes = {lane: front.first for lane, front in found.lanes.items()}
            lines = sorted((line for each in lanes.values() for line in each), key=_by_id)
            self._hold(tuple(lines), lanes)

    def read_on(self) -> None:
        """Read the rest beside the window, once."""
        if self._lines is None and not self._asked:
            self._asked = True
            self._reading.wish(partial(_whole, self._path))

    def all(self) -> tuple[SignalLine, ...]:
        """All signals, in the order of the register; waits until they were read."""
        self.read_on()
        self._reading.settle()
        return self._lines or ()

    def in_front(self, lane: Lane, line: Id) -> bool:
        """Whether a signal stands in the front of a lane."""
        return any(each.id == line for each in self._fronts.lanes[lane].first)

    def found(self, lane: Lane, words: tuple[str, ...]) -> LaneLines:
        """The signals of a lane in which each of these words stands, in its order."""
        if words:
            self.all()
            return lane_of_all(self._within.found(lane, words))
        self._within.forget(lane)
        return LaneLines(self._fronts.lanes[lane], partial(self._rest, lane))

    def _rest(self, lane: Lane) -> Sequence[SignalLine]:
        self.all()
        return self._lanes[lane]

    def _take(self, glanced: AtAGlance, lanes: Mapping[Lane, Sequence[SignalLine]]) -> None:
        fronts = {lane: front_of(lines, FRONT) for lane, lines in lanes.items()}
        self._fronts = Fronts(fronts, glanced.wordless)
        self._hold(glanced.lines, lanes)

    def _hold(
        self, lines: tuple[SignalLine, ...], lanes: Mapping[Lane, Sequence[SignalLine]]
    ) -> None:
        self._lines, self._lanes = lines, lanes
        self._within.begin(lanes)

    @Slot(object)
    def _on_read(self, read: _Read) -> None:
        before = self._fronts
        self._take(*read)
        if self._fronts != before:
            self.other.emit()

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._take(AtAGlance(), in_lanes(()))
        self.failed.emit(problem)


def _whole(path: Path, asker: Asker) -> _Read:
    """Runs beside the window."""
    del asker
    glanced = at_a_glance(path)
    return _Read(glanced, in_lanes(glanced.lines))


def _by_id(line: SignalLine) -> Id:
    return line.id
