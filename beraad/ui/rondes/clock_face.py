"""The clock as the gespreksleider sees it, with what can be done about the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.editing.editor import SessionEditor
from beraad.phases.marks import (
    TimeMark,
    behind_in_words,
    left_in_words,
    mark_of,
    writing_in_words,
)
from beraad.phases.numbers import counted
from beraad.phases.phrasing import capital
from beraad.phases.plan import Plan
from beraad.phases.shortening import minutes_behind
from beraad.records import PhaseKey
from beraad.training.exercise import TEMPO_LABELS, Tempo
from beraad.ui.announce import announce
from beraad.ui.rondes.clock import Clock
from beraad.ui.rondes.late_words import latest_start
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, chip, column, label, panel, row, set_look


class ClockFace(QWidget):
    """Shows the clock, starts or pauses it, and tells quietly when the talk takes too long."""

    menu_wished = Signal(QWidget)
    ways_wished = Signal()

    def __init__(self, clock: Clock, editor: SessionEditor, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._editor = editor
        self._now = now
        self._compact = False
        self._put_away = 0
        self._where = label(role="small")
        self._time = label(role="clock", wrap=False)
        self._left = label(role="small", wrap=False)
        self._little = chip("", "open")
        self._writing = label(role="small")
        self._how = label(role="small")
        self._latest = label(role="small")
        self._toggle = button("▶", kind="quiet", name="clock", described="Klok starten (Ctrl+K)")
        self._less = button(
            "−", kind="quiet", name="minute-less", described="Een minuut eraf (Alt+min)"
        )
        self._more = button(
            "+", kind="quiet", name="minute-more", described="Een minuut erbij (Alt+plus)"
        )
        self._menu = button(
            "⋯", kind="quiet", name="time-menu", described="Meer over de tijd", menu=True
        )
        self._ways = button("Wat kan nu?", kind="link", name="late", described="")
        self._not_now = button("Niet nu", kind="link", name="not-now")
        self._notice = panel("hint")
        self._notice_text = label()
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        inside = column(self, spacing=4)
        inside.addWidget(self._where)
        beside = row(spacing=4)
        beside.addWidget(self._time)
        beside.addWidget(self._toggle)
        beside.addStretch(1)
        beside.addWidget(self._menu)
        inside.addLayout(beside)
        change = row(spacing=2)
        change.addWidget(self._left, 0, Qt.AlignmentFlag.AlignVCenter)
        change.addWidget(self._little, 0, Qt.AlignmentFlag.AlignVCenter)
        change.addStretch(1)
        change.addWidget(self._less)
        change.addWidget(self._more)
        inside.addWidget(folding(change))
        inside.addWidget(self._writing)
        inside.addWidget(self._how)
        inside.addWidget(self._latest)
        inside.addWidget(self._notice)
        self._in_notice = in_notice = column(self._notice, spacing=2)
        in_notice.setContentsMargins(8, 6, 8, 6)
        in_notice.addWidget(self._notice_text)
        ways = row(spacing=2)
        ways.addWidget(self._ways)
        ways.addWidget(self._not_now)
        ways.addStretch(1)
        in_notice.addWidget(folding(ways))

    def _connect(self) -> None:
        self._toggle.clicked.connect(self.toggle)
        self._less.clicked.connect(self.take_minute)
        self._more.clicked.connect(self.give_minute)
        self._menu.clicked.connect(self._on_menu)
        self._ways.clicked.connect(self.ways_wished)
        self._not_now.clicked.connect(self.put_away)
        self._clock.ticked.connect(self.refresh)

    @Slot()
    def toggle(self) -> None:
        """Start or pause the clock."""
        self._clock.toggle()
        how = "Klok loopt" if self._clock.runs else "Klok gepauzeerd"
        announce(self, f"{how}. {self._left_now()}.")

    @Slot()
    def give_minute(self) -> None:
        """Give the ronde at hand a minute more."""
        self._give(1)

    @Slot()
    def take_minute(self) -> None:
        """Take a minute from the ronde at hand."""
        self._give(-1)

    def _give(self, minutes: int) -> None:
        before = self._clock.plan().here.minutes
        self._clock.give(minutes)
        here = self._clock.plan().here
        left = counted(here.minutes, "minuut", "minuten")
        if here.minutes == before:
            announce(self, f"Er kan niets meer af: {left} voor deze ronde.")
            return
        how = "erbij" if minutes > 0 else "eraf"
        announce(self, f"Een minuut {how}: {left} voor deze ronde.")

    def _left_now(self) -> str:
        plan = self._clock.plan()
        return capital(left_in_words(mark_of(plan.here, self._clock.thresholds), plan.pace.left))

    @Slot()
    def put_away(self) -> None:
        """Not now: say nothing more until the talk takes clearly longer still."""
        self._put_away = minutes_behind(self._clock.plan())
        self.refresh()

    def set_compact(self, *, compact: bool) -> None:
        """Show the time alone, and what cannot wait."""
        self._compact = compact
        set_look(self._time, "role", "small-strong" if compact else "clock")
        for each in (self._where, self._how, self._less, self._more, self._menu):
            each.setVisible(not compact)
        self._not_now.setVisible(not compact)
        self._little.setWordWrap(compact)
        edge = 2 if compact else 8
        self._in_notice.setContentsMargins(edge, 6, edge, 6)
        self._ways.setText("Wat kan?" if compact else "Wat kan nu?")
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the time as it is now."""
        plan = self._clock.plan()
        stands = plan.pace
        opening = self._editor.session.progress.phase is PhaseKey.OPENING
        where = "opening" if opening else "deze ronde"
        fast = self._clock.tempo is not Tempo.USUAL
        self._where.setText(f"{where}, {TEMPO_LABELS[self._clock.tempo]}" if fast else where)
        self._time.setText(f"{stands.spent // 60:02}:{stands.spent % 60:02}")
        mark = mark_of(plan.here, self._clock.thresholds)
        self._show_left(mark, stands.left)
        used = plan.used > 0 or self._clock.runs
        self._show_writing(plan, used=used)
        self._how.setText(behind_in_words(stands.behind) if used else "")
        self._how.setVisible(used and not self._compact)
        latest = self._latest_start(plan) if self._clock.runs else ""
        self._latest.setText(latest)
        self._latest.setVisible(bool(latest) and not self._compact)
        self._show_notice(plan)
        runs = self._clock.runs
        self._toggle.setText("❚❚" if runs else "▶")
        self._toggle.setAccessibleName("Klok pauzeren" if runs else "Klok starten")
        self._toggle.setToolTip(f"{self._toggle.accessibleName()} (Ctrl+K)")

    def _show_writing(self, plan: Plan, *, used: bool) -> None:
        """In ronde 6: how long everybody still writes, and then that the round is there."""
        weighing = plan.at is PhaseKey.CONSIDERATION and plan.pace.left > 0
        self._writing.setText(writing_in_words(self._clock.writing_left))
        self._writing.setVisible(weighing and used and not self._compact)

    def _latest_start(self, plan: Plan) -> str:
        return latest_start(plan, self._now().astimezone(), tempo=self._clock.tempo.value)

    def _show_left(self, mark: TimeMark, left: int) -> None:
        much = mark is TimeMark.ROOM
        self._left.setVisible(much and not self._compact)
        self._little.setVisible(not much)
        shown = self._left if much else self._little
        shown.setText(left_in_words(mark, left))
        if not much:
            set_look(self._little, "chip", "open" if mark is TimeMark.SOON else "late")

    def _show_notice(self, plan: Plan) -> None:
        late = minutes_behind(plan)
        step = self._clock.thresholds.late
        self._put_away = min(self._put_away, late)
        from_here = self._put_away + step if self._put_away else step
        wanted = self._clock.runs and late >= from_here
        if wanted and self._notice.isHidden():
            by = counted(late, "minuut", "minuten")
            announce(self, f"Jullie lopen {by} uit. Wat kan nu? Ctrl T.")
        self._notice.setVisible(wanted)
        self._notice_text.setText(f"Jullie lopen {late} min uit.")
        self._notice_text.setVisible(not self._compact)
        self._ways.setAccessibleName(f"Jullie lopen {late} min uit. Wat kan nu?")

    @Slot()
    def _on_menu(self) -> None:
        self.menu_wished.emit(self._menu)
