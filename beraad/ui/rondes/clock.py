"""The clock: this ronde, and the whole plan. It never moves anyone."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from beraad.editing.editor import SessionEditor
from beraad.phases.marks import WRITTEN, Thresholds, TimeMark, mark_of, told
from beraad.phases.plan import Plan, plan_of
from beraad.records import PhaseKey
from beraad.training.exercise import Tempo

_KEEP_EVERY = 20
"""Seconds of clock time that are gathered before they are written into the beraad."""

_ASLEEP = 120
"""Seconds without a tick after which the laptop slept: nobody talked through that."""


class Clock(QObject):
    """Counts seconds in the ronde at hand while it runs.

    `mark_passed` says once, in a Dutch sentence, that little time is left or that it is over, also
    of the silent writing in ronde 6;
    `slept` how many minutes the laptop slept, which count for no ronde.
    """

    ticked = Signal()
    mark_passed = Signal(str)
    slept = Signal(int)

    def __init__(
        self,
        editor: SessionEditor,
        *,
        thresholds: Callable[[], Thresholds],
        is_revealed: Callable[[], bool],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._thresholds = thresholds
        self._is_revealed = is_revealed
        self._seconds = seconds
        self._real_seconds = seconds
        self._tempo = Tempo.USUAL
        self._since: float | None = None
        self._awake = 0.0
        self._last: tuple[PhaseKey, TimeMark] | None = None
        self._writing = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    @property
    def runs(self) -> bool:
        """Whether time is being counted."""
        return self._since is not None

    @property
    def thresholds(self) -> Thresholds:
        """When the clock says something, as it was chosen."""
        return self._thresholds()

    def go_at(self, tempo: Tempo) -> None:
        """Count faster or slower than time goes, in an oefening; what was counted stays."""
        self.settle()
        self._tempo = tempo
        self._seconds = lambda: self._real_seconds() * tempo.value
        if self.runs:
            self._since = self._awake = self._seconds()
        self.ticked.emit()

    @property
    def tempo(self) -> Tempo:
        """How fast it counts."""
        return self._tempo

    def toggle(self) -> None:
        """Start or pause."""
        if self._since is None:
            self._since = self._awake = self._seconds()
            self._timer.start()
        else:
            self.settle()
            self.stop()
        self.ticked.emit()

    @Slot()
    def stop(self) -> None:
        """Count no more; what was not settled is forgotten."""
        self._since = None
        self._timer.stop()

    def settle(self) -> None:
        """Write what was counted into the ronde at hand; before leaving it, and at the end."""
        whole = self._uncounted()
        if whole and self._since is not None:
            self._since += whole
            self._editor.spend(self._editor.session.progress.phase, whole)

    def plan(self) -> Plan:
        """The plan with the time used up to now."""
        return plan_of(self._editor.session, uncounted=self._uncounted())

    @property
    def writing_left(self) -> int:
        """Seconds left to write in silence; 0 where nobody does, or when the cards were shown."""
        return 0 if self._is_revealed() else self.plan().writing_left

    def give(self, minutes: int) -> None:
        """Give the ronde at hand so many minutes; negative takes them, as far as it can."""
        here = self.plan().here
        self._editor.shift_time({here.key: here.shifted(minutes)})
        self.ticked.emit()

    def restore_plan(self) -> None:
        """Give every ronde the minutes that it had at first."""
        self._editor.shift_time({share.key: 0 for share in self.plan().shares if share.shift})
        self.ticked.emit()

    @Slot()
    def tick(self) -> None:
        """Show a second later, and say so when little time is left."""
        if self._uncounted() >= _KEEP_EVERY:
            self.settle()
        self.ticked.emit()
        self._tell_mark()

    def _tell_mark(self) -> None:
        plan = self.plan()
        here = plan.here
        mark = mark_of(here, self.thresholds)
        before, self._last = self._last, (here.key, mark)
        if before is not None and before[0] is here.key and mark > before[1]:
            self.mark_passed.emit(told(mark, here.left))
        wrote, self._writing = self._writing, self.writing_left > 0
        over = wrote and not self._writing and here.key is PhaseKey.CONSIDERATION
        if over and not self._is_revealed():
            self.mark_passed.emit(WRITTEN)

    def _uncounted(self) -> int:
        if self._since is None:
            return 0
        now = self._seconds()
        asleep = now - self._awake
        self._awake = now
        if asleep > _ASLEEP:
            self._since += asleep
            self.slept.emit(round(asleep / 60))
        return int(now - self._since)
