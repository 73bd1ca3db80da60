"""The clock: this ronde, and the whole plan. It never moves anyone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.editing.editor import SessionEditor
from beraad.phases import in_order
from beraad.phases.plan import Pace, pace, planned_minutes
from beraad.records import PhaseKey
from beraad.ui.widgets.parts import button, column, label, row, set_look

_KEEP_EVERY = 20
"""Seconds of clock time that are gathered before they are written into the beraad."""


class Clock(QObject):
    """Counts seconds in the ronde at hand while it runs."""

    ticked = Signal()

    def __init__(self, editor: SessionEditor, *, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._editor = editor
        self._seconds = seconds
        self._since: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_tick)

    @property
    def runs(self) -> bool:
        """Whether time is being counted."""
        return self._since is not None

    def toggle(self) -> None:
        """Start or pause."""
        if self._since is None:
            self._since = self._seconds()
            self._timer.start()
        else:
            self.settle()
            self._since = None
            self._timer.stop()
        self.ticked.emit()

    def settle(self) -> None:
        """Write what was counted into the ronde at hand; before leaving it, and at the end."""
        whole = self._uncounted()
        if whole and self._since is not None:
            self._since += whole
            self._editor.spend(self._editor.session.progress.phase, whole)

    def pace(self) -> Pace:
        """How the talk stands right now."""
        session = self._editor.session
        order = in_order(clarification_first=session.opening.clarification_first)
        known = pace(session, order, session.progress.phase)
        extra = self._uncounted()
        behind = known.behind + max(0, -(known.left - extra)) - max(0, -known.left)
        return Pace(spent=known.spent + extra, left=known.left - extra, behind=behind)

    def _uncounted(self) -> int:
        return 0 if self._since is None else int(self._seconds() - self._since)

    @Slot()
    def _on_tick(self) -> None:
        if self._uncounted() >= _KEEP_EVERY:
            self.settle()
        self.ticked.emit()


class ClockFace(QWidget):
    """Shows the clock and starts or pauses it."""

    def __init__(self, clock: Clock, editor: SessionEditor, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._editor = editor
        self._now = now
        self._compact = False
        self._where = label(role="small")
        self._time = label(role="clock", wrap=False)
        self._how = label(role="small")
        self._latest = label(role="small")
        self._toggle = button("▶", kind="quiet", name="clock", described="Klok starten (Ctrl+K)")
        self._toggle.clicked.connect(self.toggle)
        inside = column(self, spacing=2)
        inside.addWidget(self._where)
        beside = row(spacing=8)
        beside.addWidget(self._time)
        beside.addWidget(self._toggle)
        beside.addStretch(1)
        inside.addLayout(beside)
        inside.addWidget(self._how)
        inside.addWidget(self._latest)
        clock.ticked.connect(self.refresh)
        self.refresh()

    @Slot()
    def toggle(self) -> None:
        """Start or pause the clock."""
        self._clock.toggle()
        runs = self._clock.runs
        self._toggle.setText("❚❚" if runs else "▶")
        self._toggle.setAccessibleName("Klok pauzeren" if runs else "Klok starten")
        self._toggle.setToolTip(f"{self._toggle.accessibleName()} (Ctrl+K)")

    def set_compact(self, *, compact: bool) -> None:
        """Show the time alone."""
        self._compact = compact
        set_look(self._time, "role", "small-strong" if compact else "clock")
        self._where.setVisible(not compact)
        self._how.setVisible(not compact)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the time as it is now."""
        stands = self._clock.pace()
        opening = self._editor.session.progress.phase is PhaseKey.OPENING
        self._where.setText("opening" if opening else "deze ronde")
        self._time.setText(f"{stands.spent // 60:02}:{stands.spent % 60:02}")
        used = any(each.seconds for each in self._editor.session.time_spent)
        behind = f" · {_behind(stands.behind)}" if used or self._clock.runs else ""
        self._how.setText(f"{_left(stands.left)}{behind}")
        latest = self._latest_start()
        self._latest.setText(latest)
        self._latest.setVisible(bool(latest) and not self._compact)

    def _latest_start(self) -> str:
        """When the afweging has to start to leave time for agreements, while the clock runs."""
        session = self._editor.session
        order = in_order(clarification_first=session.opening.clarification_first)
        keys = [phase.key for phase in order]
        last = keys[keys.index(PhaseKey.CONSIDERATION) :]
        if not self._clock.runs or session.progress.phase in last:
            return ""
        plan = planned_minutes(order, session.opening.minutes)
        used = sum(each.seconds for each in session.time_spent)
        left = session.opening.minutes * 60 - used - sum(plan[key] for key in last) * 60
        if left <= 0:
            return "Begin nu met de afweging, dan houden jullie tijd voor afspraken."
        at = self._now() + timedelta(seconds=left)
        return (
            f"Start uiterlijk {at.astimezone():%H:%M} met de afweging, dan houden jullie tijd "
            "voor afspraken."
        )


def _left(seconds: int) -> str:
    minutes = -(-abs(seconds) // 60)
    return f"nog {minutes} min" if seconds >= 0 else f"{minutes} min over tijd"


def _behind(seconds: int) -> str:
    minutes = round(seconds / 60)
    if minutes > 0:
        return f"{minutes} min achter op plan"
    if minutes < 0:
        return f"{-minutes} min voor op plan"
    return "op plan"
