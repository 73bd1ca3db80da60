"""Reading the register and the beraden beside the window, for every screen that counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.privacy.clean import CleanedOverview
from beraad.publishing.judging import judgements_in
from beraad.publishing.overviewing import Counted, cleaned_overview, counted_in
from beraad.records import OverviewRow, SignalLine
from beraad.signals.overview import Judgement, Marks, marks_of, telling_best
from beraad.store.places import register_path
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker
from beraad.ui.counting.half_years import Span, period_of


class _Made(NamedTuple):
    """What was read, what may be said of it, and what looks alike in it."""

    counted: Counted
    cleaned: CleanedOverview
    marks: Mapping[str, Marks]
    judgements: tuple[Judgement, ...]
    problem: Solvable | None


class Counting(QObject):
    """What was counted; `ready` says that there is something else to show.

    `told` says how many percent was read; `failed` carries what went wrong, and what was counted
    before stays.
    """

    ready = Signal()
    failed = Signal(object)
    told = Signal(int)

    def __init__(self, folder: Path, *, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._today = today
        self.counted: Counted | None = None
        self.judgements: tuple[Judgement, ...] = ()
        self.span = Span.THIS_YEAR
        self.cleaned: CleanedOverview | None = None
        self.marks: Mapping[str, Marks] = {}
        self._work = LatestWish(self)
        self._work.done.connect(self._on_counted)
        self._work.failed.connect(self.failed)
        self._work.told.connect(self.told)

    @property
    def works(self) -> bool:
        """Whether something is being read or counted."""
        return not self._work.is_idle

    @property
    def lines(self) -> tuple[SignalLine, ...]:
        """The signals that were read."""
        return self.counted.lines if self.counted else ()

    def what_happens(self, row: OverviewRow) -> str:
        """What happens, in the words in which a document tells it; empty when no signal says so."""
        told = telling_best(row, self.lines)
        return told.what if told else ""

    @property
    def unread(self) -> int:
        """How many beraden could not be read."""
        return self.counted.unread if self.counted else 0

    def begin(self) -> None:
        """Read everything, beside the window."""
        self.count()

    def count(self) -> None:
        """Count again, for another period or after another judgement."""
        self._work.wish(partial(_count, self._folder, self.counted, self.span, self._today()))

    def stop(self) -> None:
        """Go no further: nobody waits any more."""
        self._work.forget()

    @Slot(object)
    def _on_counted(self, made: _Made) -> None:
        self.counted, self.cleaned, self.marks, self.judgements, problem = made
        self.ready.emit()
        if problem is not None:
            self.failed.emit(problem)


def _count(folder: Path, counted: Counted | None, span: Span, today: date, asker: Asker) -> _Made:
    """Read what was not read yet, and count; runs beside the window.

    Judgements that cannot be read are told and join nothing.
    """
    known = counted or counted_in(folder, goes_on=lambda: not asker.unwanted(), tell=asker.tell)
    said, problem = (), None
    try:
        said = judgements_in(register_path(folder, practice=False), known.lines)
    except Solvable as found:
        problem = found
    days = [line.registered_on for line in known.lines]
    days += [one.held_on for one in known.facts]
    period = period_of(span, today, days)
    cleaned = cleaned_overview(known, period, today=today, judgements=said)
    marks = marks_of(cleaned.overview.rows, known.lines)
    return _Made(known, cleaned, marks, said, problem)
