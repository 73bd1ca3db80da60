"""One signal in its lane: what it is about, what is asked, whose turn it is, and the next step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy

from beraad.phases.dates import origin_label
from beraad.records import SignalLine, SignalStatus, StepKind
from beraad.signals.life import Lane
from beraad.signals.telling import mark_of_line, turn_of_line
from beraad.ui.signals.stations import StationLine
from beraad.ui.signals.step_words import STEP_BUTTONS, next_kind
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, chip, column, label, row

_LONGEST = 180
"""Characters of an ask on a card; the whole stands on the signal's own screen."""

_URGENT = {Lane.WAITING: "late", Lane.OURS: "open", Lane.DONE: "other"}
"""The look of what is too late, or over."""


class SignalCard(QFrame):
    """A card of one lane, on which another signal can be shown.

    `opened` carries the signal, and the step that was chosen; None to only read it.
    """

    opened = Signal(object, object)

    def __init__(self, lane: Lane, line: SignalLine, *, today: date) -> None:
        super().__init__()
        self._lane = lane
        self.setProperty("panel", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._called = label(role="heading")
        self._days = label(role="small", wrap=False)
        self._urgent = chip("", _URGENT[lane])
        self._ask = label()
        self._whose = label(role="small")
        self._read = button("Lezen", name="read-signal", kind="link")
        self._read.clicked.connect(self._on_read)
        self._disputed = chip("twee laptops schreven tegelijk: kies", "open")
        self._stations = StationLine(ended=lane is Lane.DONE)
        kind = "primary" if lane is Lane.OURS else ""
        self._way = button("", kind=kind, name="next-step")
        self._way.clicked.connect(self._on_way)
        self._lay_out()
        self.show_line(line, today=today)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        inside = column(self, spacing=6)
        inside.setContentsMargins(18, 14, 18, 14)
        head = row(spacing=10)
        head.addWidget(self._called, 1)
        head.addWidget(self._days, 0, top)
        head.addWidget(self._urgent, 0, top)
        inside.addLayout(head)
        inside.addWidget(self._ask)
        whose = row(spacing=10)
        whose.addWidget(self._whose, 1)
        whose.addWidget(self._read, 0, top)
        inside.addLayout(whose)
        inside.addWidget(self._disputed)
        foot = row(spacing=10)
        foot.addWidget(self._stations)
        foot.addStretch(1)
        foot.addWidget(self._way)
        inside.addWidget(folding(foot))

    def show_line(self, line: SignalLine, *, today: date) -> None:
        """Show this signal instead of the one before."""
        self.line = line
        late = line.is_late(today)
        called = line.title or line.ask or "Signaal"
        mark = mark_of_line(line, today)
        turn = turn_of_line(line)
        origin = "" if line.week else origin_label("")
        told = (called, mark, turn, line.team, origin_label(line.week))
        self.setAccessibleName(", ".join(part for part in told if part))
        self._kind = _next(line, late=late)
        self._called.setText(called)
        is_urgent = late or self._lane is Lane.DONE
        self._urgent.setText(mark)
        self._urgent.setVisible(is_urgent)
        self._days.setText(mark)
        self._days.setVisible(not is_urgent)
        self._ask.setText(_short(line.ask))
        self._ask.setVisible(bool(line.ask.strip()))
        self._whose.setText(" · ".join(filter(None, (line.team, origin, turn))))
        self._read.setVisible(self._kind is not None)
        self._read.setAccessibleDescription(called)
        self._disputed.setVisible(line.disputed)
        self._stations.show_passed(line.passed_stations)
        self._way.setText(_said(self._kind))
        self._way.setAccessibleDescription(called)

    def take_focus(self) -> None:
        """Put the focus on what is next for this signal."""
        self._way.setFocus()

    @Slot()
    def _on_way(self) -> None:
        self.opened.emit(self.line.id, self._kind)

    @Slot()
    def _on_read(self) -> None:
        self.opened.emit(self.line.id, None)


def _next(line: SignalLine, *, late: bool) -> StepKind | None:
    """The step that the button is for; None to only read, such as where somebody has to choose."""
    if line.disputed or line.status is SignalStatus.JOINED:
        return None
    if line.owed is StepKind.TOLD:  # Also when one team said what it thinks, and another waits.
        return StepKind.TOLD
    if line.owed is StepKind.CLOSED:  # Also of what was told while no answer came.
        return StepKind.CLOSED
    return next_kind(line.status, late=late)


def _said(kind: StepKind | None) -> str:
    if kind is None:
        return "Lezen"
    return "Sluiten of opnieuw" if kind is StepKind.CLOSED else STEP_BUTTONS[kind]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
