"""Reading the register and the beraden beside the window, for every screen that counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.phases.dates import monday_of
from beraad.privacy.clean import CleanedOverview
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.judging import judgements_in
from beraad.publishing.overviewing import Counted, cleaned_overview, counted_in
from beraad.signals.overview import Judgement
from beraad.signals.small_numbers import is_week
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.counting.half_years import Span, period_of


class Counting(QObject):
    """What was counted; `ready` says that there is something else to show.

    `failed` carries what went wrong; what was counted before stays.
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(
        self,
        folder: Path,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._today = today
        self._lexicon = lexicon
        self.counted: Counted | None = None
        self.judgements: tuple[Judgement, ...] = ()
        self.span = Span.THIS_YEAR
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_read)
        self._job.failed.connect(self.failed)

    def begin(self) -> None:
        """Read everything, beside the window."""
        self._job.start(partial(_read, self._folder))
        try:
            self.judgements = judgements_in(self._folder)
        except Solvable as problem:
            self.failed.emit(problem)

    @property
    def reads(self) -> bool:
        """Whether something is being read."""
        return self._job.runs

    def stop(self) -> None:
        """Read no further: nobody waits any more."""
        self._job.stop()

    def cleaned(self) -> CleanedOverview | None:
        """What may be said of the chosen period; None as long as nothing was read."""
        if self.counted is None:
            return None
        today = self._today()
        days = [monday_of(line.week) for line in self.counted.lines if is_week(line.week)]
        days += [one.held_on for one in self.counted.facts]
        return cleaned_overview(
            self.counted,
            period_of(self.span, today, days),
            today=today,
            judgements=self.judgements,
            lexicon=self._lexicon(),
        )

    @Slot(object)
    def _on_read(self, read: tuple[Counted, tuple[Solvable, ...]]) -> None:
        self.counted, told = read
        for problem in told:
            self.failed.emit(problem)
        self.ready.emit()


def _read(folder: Path, asker: Asker) -> tuple[Counted, tuple[Solvable, ...]]:
    told: list[Solvable] = []
    counted = counted_in(folder, tell=told.append, goes_on=lambda: not asker.unwanted())
    return counted, tuple(told)
