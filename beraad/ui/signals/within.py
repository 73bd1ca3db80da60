"""Looking in tens of thousands of signals with every key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from beraad.phases.folding import plain
from beraad.records import SignalLine
from beraad.signals.life import Lane

_EACH_TURN = 1_000
"""Signals of which the words are made plain between two looks at what the window has to do."""


class Within(QObject):
    """What is looked in is made plain while nobody types; who types on looks in what was found.

    A longer word stands only where the shorter one stood.
    """

    def __init__(self, lanes: Mapping[Lane, Sequence[SignalLine]], parent: QObject) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._said: dict[Lane, list[str]] = {}
        self._found: dict[Lane, tuple[tuple[str, ...], list[tuple[str, SignalLine]]]] = {}
        self._making = QTimer(self)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_some)
        self.begin(lanes)

    def begin(self, lanes: Mapping[Lane, Sequence[SignalLine]]) -> None:
        """Look in these signals from now on."""
        self._lanes = lanes
        self._said = {lane: [] for lane in lanes}
        self._found = {}
        self._making.start()

    def found(self, lane: Lane, words: tuple[str, ...]) -> Sequence[SignalLine]:
        """The signals of a lane in which each of these words stands, in the order of the lane."""
        if not words:
            self.forget(lane)
            return self._lanes[lane]
        before, known = self._found.get(lane, ((), None))
        if known is None or not _goes_on(before, words):
            self._make(lane, len(self._lanes[lane]))
            known = list(zip(self._said[lane], self._lanes[lane], strict=True))
        for word in words:
            known = [each for each in known if word in each[0]]
        self._found[lane] = words, known
        return [line for _, line in known]

    def forget(self, lane: Lane) -> None:
        """Nothing is sought in a lane any more."""
        self._found.pop(lane, None)

    def _make(self, lane: Lane, count: int) -> None:
        said, lines = self._said[lane], self._lanes[lane]
        said += map(_searched, lines[len(said) : len(said) + count])

    @Slot()
    def _make_some(self) -> None:
        for lane, lines in self._lanes.items():
            if len(self._said[lane]) < len(lines):
                self._make(lane, _EACH_TURN)
                return
        self._making.stop()


def _goes_on(before: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether what has these words has those of before as well."""
    return all(any(one in word for word in words) for one in before)


def _searched(line: SignalLine) -> str:
    said = (line.title, line.ask, line.what, line.process, line.role, line.team, line.recipients)
    return plain("\n".join(said))
