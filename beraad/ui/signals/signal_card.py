"""One signal in the register: what it says, how far it is, and the answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.phases.dates import full_date, week_label
from beraad.phases.wording import SIGNAL_LEVEL_LABELS, SIGNAL_STATUS_LABELS
from beraad.records import RegisteredSignal, SignalStatus
from beraad.signals.register import NEXT
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, chip, column, label, row
from beraad.ui.widgets.text_field import TextField

_STEPS = {
    SignalStatus.PASSED_ON: "Doorgegeven",
    SignalStatus.RECEIVED: "Ontvangst bevestigd",
    SignalStatus.ANSWERED: "Antwoord noteren",
    SignalStatus.CLOSED: "Afsluiten",
}


class SignalCard(QFrame):
    """What has to happen next is a button; an answer is written where it belongs."""

    status_wished = Signal(object, object, str)

    def __init__(self, signal: RegisteredSignal, *, today: date) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._signal = signal
        content = signal.content
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 16, 20, 16)
        head = row(spacing=10)
        title = label(content.bottleneck or content.what, role="heading")
        head.addWidget(title, 1)
        late = signal.is_late(today)
        head.addWidget(
            chip(
                "te laat" if late else SIGNAL_STATUS_LABELS[signal.status],
                "open" if late or signal.awaits_answer() else "other",
            )
        )
        inside.addLayout(head)
        level = SIGNAL_LEVEL_LABELS[content.level] if content.level else ""
        due = f"antwoord voor {full_date(content.answer_due)}" if content.answer_due else ""
        to = f"aan {content.recipient}" if content.recipient else ""
        facts = (signal.team, week_label(signal.week), level, to, due)
        inside.addWidget(label(" · ".join(fact for fact in facts if fact), role="small"))
        if content.bottleneck and content.what:
            inside.addWidget(label(content.what))
        if signal.answer:
            when = f" ({full_date(signal.answered_on)})" if signal.answered_on else ""
            inside.addWidget(label(f"Antwoord{when}", role="small-strong"))
            inside.addWidget(label(signal.answer))
        self._answer = TextField(hint="wat is ermee gedaan, of waarom niet?", least_lines=2)
        self._answer.setObjectName("answer")
        self._answer.setAccessibleName("Het antwoord op dit signaal")
        self._answer.hide()
        inside.addWidget(self._answer)
        ways = FlowLayout()
        for status in NEXT[signal.status]:
            way = button(_STEPS[status], name=f"to-{status.value}")
            way.clicked.connect(self._on_way)
            way.setProperty("status", status.value)
            ways.addWidget(way)
        inside.addLayout(ways)

    @Slot()
    def _on_way(self) -> None:
        status = SignalStatus(str(self.sender().property("status")))
        answer = self._answer.toPlainText().strip()
        if status is SignalStatus.ANSWERED and not answer:
            self._answer.show()
            self._answer.setFocus()
            return
        self.status_wished.emit(self._signal, status, answer)
