"""What can be done when the talk takes too long: three ways, each with what it brings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.phases import conclusion
from beraad.phases.shortening import shorten
from beraad.records import Session
from beraad.ui.rondes.clock import Clock
from beraad.ui.rondes.late_words import (
    about_parking,
    about_second_meeting,
    about_shorter,
    standing,
)
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.parts import button, column, label, panel, row, title_above


class LatePanel(QWidget):
    """Opened by the gespreksleider, and put away again. It does nothing by itself."""

    park_wished = Signal()
    put_away = Signal()

    def __init__(self, maker: FieldMaker, clock: Clock, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("late-panel")
        self.setAccessibleName("Wat kan als het uitloopt")
        self._editor = maker.editor
        self._clock = clock
        self._now = now
        self._standing = label(role="strong")
        self._shorter, self._parking, self._later = (label(role="muted") for _ in range(3))
        self._shorten = button("Inkorten", name="shorten")
        self._park = button("Parkeren", name="late-park", described="Parkeren (Ctrl+P)")
        self._meeting = maker.bound(conclusion.SECOND_MEETING)
        self._not_now = button("Niet nu", kind="link", name="late-not-now")
        self._lay_out(maker)
        self._shorten.clicked.connect(self._on_shorten)
        self._park.clicked.connect(self._on_park)
        self._not_now.clicked.connect(self.close_panel)
        clock.ticked.connect(self._refresh)
        self.hide()

    def _lay_out(self, maker: FieldMaker) -> None:
        outside = column(self)
        outside.setContentsMargins(0, 0, 0, 14)
        card = panel("card")
        outside.addWidget(card)
        inside = column(card, spacing=10)
        inside.setContentsMargins(18, 14, 18, 16)
        head = row(spacing=12)
        head.addWidget(self._standing, 1)
        head.addWidget(self._not_now, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        ways = row(spacing=24)
        maker.room.adapt(ways, self)
        for title, text, what in (
            ("Kort de komende rondes in", self._shorter, self._shorten),
            ("Parkeer wat kan wachten", self._parking, self._park),
            ("Plan een vervolg", self._later, self._meeting.widget),
        ):
            ways.addLayout(_way(title, text, what), 1)
        inside.addLayout(ways)

    @Slot()
    def open_panel(self) -> None:
        """Show what can be done now, and put the cursor on the first way."""
        self.show()
        self._refresh()
        first = self._shorten if self._shorten.isEnabled() else self._park
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_panel(self) -> None:
        """Put it away."""
        self.hide()
        self.put_away.emit()

    def show_session(self, session: Session) -> None:
        """Show the day of the second meeting, and what the plan is now."""
        self._meeting.show(session)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if self.isHidden():
            return
        plan = self._clock.plan()
        now, tempo = self._now().astimezone(), self._clock.tempo.value
        self._standing.setText(standing(plan, now, tempo=tempo))
        self._shorter.setText(about_shorter(plan))
        self._shorten.setEnabled(bool(shorten(plan).changes))
        self._parking.setText(about_parking(plan))
        self._later.setText(about_second_meeting(plan))

    @Slot()
    def _on_shorten(self) -> None:
        self._editor.shift_time(shorten(self._clock.plan()).shifts)
        self._park.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_park(self) -> None:
        self.hide()
        self.park_wished.emit()


def _way(title: str, text: QWidget, what: QWidget) -> QVBoxLayout:
    made = column(spacing=6)
    made.addWidget(title_above(title))
    made.addWidget(text)
    under = row()
    under.addWidget(what)
    under.addStretch(1)
    made.addLayout(under)
    made.addStretch(1)
    return made
