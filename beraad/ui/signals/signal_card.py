"""One signal in its lane: what it is about, what is asked, whose turn it is, and the next step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy

from beraad.phases.dates import origin_label
from beraad.records import SignalLine, SignalStatus, StepKind
from beraad.signals.life import Lane
from beraad.signals.lines import lane_of_line
from beraad.signals.telling import mark_of_line, turn_of_line
from beraad.ui.signals.stations import StationLine
from beraad.ui.signals.step_words import STEP_BUTTONS, next_kind
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, chip, column, label, row

_LONGEST = 180
"""Characters of an ask on a card; the whole stands on the signal's own screen."""


class SignalCard(QFrame):
    """`opened` carries the signal, and the step that was chosen; None to only read it."""

    opened = Signal(object, object)

    def __init__(self, line: SignalLine, *, today: date) -> None:
        super().__init__()
        self.line = line
        self.setProperty("panel", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        lane = lane_of_line(line)
        late = line.is_late(today)
        called = line.title or line.ask or "Signaal"
        mark = mark_of_line(line, today)
        turn = turn_of_line(line)
        origin = "" if line.week else origin_label("")
        told = (called, mark, turn, line.team, origin_label(line.week))
        self.setAccessibleName(", ".join(part for part in told if part))
        inside = column(self, spacing=6)
        inside.setContentsMargins(18, 14, 18, 14)
        head = row(spacing=10)
        head.addWidget(label(called, role="heading"), 1)
        look = "late" if late and lane is Lane.WAITING else "open" if late else "other"
        days = chip(mark, look) if late or lane is Lane.DONE else label(mark, role="small")
        days.setWordWrap(False)
        head.addWidget(days, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        if line.ask.strip():
            inside.addWidget(label(_short(line.ask)))
        self._kind = _next(line, late=late)
        whose = row(spacing=10)
        whose.addWidget(label(" · ".join(filter(None, (line.team, origin, turn))), role="small"), 1)
        if self._kind is not None:
            read = button("Lezen", name="read-signal", kind="link")
            read.setAccessibleDescription(called)
            read.clicked.connect(self._on_read)
            whose.addWidget(read, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(whose)
        if line.disputed:
            inside.addWidget(chip("twee laptops schreven tegelijk: kies", "open"))
        foot = row(spacing=10)
        foot.addWidget(StationLine(line.passed_stations, ended=lane is Lane.DONE))
        foot.addStretch(1)
        self._way = button(
            _said(self._kind),
            kind="primary" if lane is Lane.OURS else "",
            name="next-step",
        )
        self._way.setAccessibleDescription(called)
        self._way.clicked.connect(self._on_way)
        foot.addWidget(self._way)
        inside.addWidget(folding(foot))

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
    return next_kind(line.status, late=late)


def _said(kind: StepKind | None) -> str:
    if kind is None:
        return "Lezen"
    return "Sluiten of opnieuw" if kind is StepKind.CLOSED else STEP_BUTTONS[kind]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
