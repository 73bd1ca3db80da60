"""One signal in the register: what it says, how far it is, and the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout

from beraad.editing.text_steps import TextSteps
from beraad.phases.dates import full_date, week_label
from beraad.phases.wording import SIGNAL_LEVEL_LABELS, SIGNAL_STATUS_LABELS
from beraad.privacy.find import Find
from beraad.records import RegisteredSignal, SignalStatus
from beraad.signals.register import NEXT
from beraad.ui.announce import announce
from beraad.ui.signals.answer_places import AnswerPlaces
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, chip, column, label, row
from beraad.ui.widgets.text_field import TextField

_STEPS = {
    SignalStatus.PASSED_ON: "Doorgegeven",
    SignalStatus.RECEIVED: "Ontvangst bevestigd",
    SignalStatus.ANSWERED: "Antwoord noteren",
    SignalStatus.CLOSED: "Afsluiten",
}

_NOT_NOTED = (
    "Het antwoord dat je typte, is nog niet genoteerd. Noteer het, of maak het vak leeg. "
    "Daarna kun je het signaal afsluiten."
)


class SignalCard(QFrame):
    """What has to happen next is a button; an answer is written where it belongs.

    An answer is kept once somebody decided about every place in it: `status_wished` and
    `answer_read` then carry it as it was read.
    """

    status_wished = Signal(object, object, str)
    answer_read = Signal(object, str)
    answer_typed = Signal(object, str)

    def __init__(
        self,
        signal: RegisteredSignal,
        *,
        today: date,
        places_in: Callable[[str], tuple[Find, ...]],
        now: Callable[[], datetime],
        is_open: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._signal = signal
        called = signal.content.bottleneck or signal.content.what
        self.setAccessibleName(f"{called}, {week_label(signal.week)}")
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 16, 20, 16)
        _tell(signal, inside, today)
        self._answer = TextField(hint="wat is ermee gedaan, of waarom niet?", least_lines=2)
        self._answer.setObjectName("answer")
        self._answer.setAccessibleName("Het antwoord op dit signaal")
        self._answer.show_value(signal.answer_draft)
        self._answer.edited.connect(self._on_answer)
        inside.addWidget(self._answer)
        self._answer.setVisible(bool(signal.answer_draft))
        self._now = now
        self._steps = TextSteps(self._answer.toPlainText(), now=now)
        self._places_in = places_in
        self._may_stay: set[str] = set()
        self._places = AnswerPlaces()
        self._places.rewritten.connect(self._on_rewritten)
        self._places.kept.connect(self._on_kept)
        inside.addWidget(self._places)
        if is_open:
            self._read_again(inside)
        self._untold = label(_NOT_NOTED, role="strong")
        self._untold.hide()
        inside.addWidget(self._untold)
        self._ways: list[QAbstractButton] = []
        ways = FlowLayout()
        for status in NEXT[signal.status]:
            way = button(_STEPS[status], name=f"to-{status.value}")
            way.clicked.connect(self._on_way)
            way.setProperty("status", status.value)
            ways.addWidget(way)
            self._ways.append(way)
        inside.addLayout(ways)

    def take_focus(self) -> None:
        """Put the focus on what is next for this signal; on the card itself when nothing is."""
        (self._ways[0] if self._ways else self).setFocus()

    def undo(self) -> bool:
        """Take back what was typed last in the answer, when the cursor is there; whether it was."""
        return self._answer.hasFocus() and self._put(self._steps.undo())

    def redo(self) -> bool:
        """Type it again; whether there was something to type."""
        return self._answer.hasFocus() and self._put(self._steps.redo())

    def _put(self, text: str | None) -> bool:
        if text is None:
            return False
        self._answer.show_value(text)
        self.answer_typed.emit(self._signal, text)
        return True

    @Slot(str)
    def _on_answer(self, text: str) -> None:
        self._steps.typed(text)
        self.answer_typed.emit(self._signal, text)

    @Slot()
    def _on_way(self) -> None:
        status = SignalStatus(str(self.sender().property("status")))
        answer = self._answer.toPlainText().strip()
        if status is SignalStatus.ANSWERED and not answer:
            self._answer.show()
            self._answer.setFocus()
            return
        if status is SignalStatus.CLOSED and self._is_not_noted(answer):
            self._untold.show()
            announce(self, _NOT_NOTED)
            self._answer.setFocus()
            return
        if not self._is_waiting():
            self.status_wished.emit(self._signal, status, answer)

    def _is_not_noted(self, answer: str) -> bool:
        """Whether an answer was typed that a closed signal would have no place for."""
        return self._answer.isVisible() and answer not in {"", self._signal.answer.strip()}

    def _read_again(self, inside: QVBoxLayout) -> None:
        """Let an answer be decided about that was kept before anybody read it."""
        self._answer.show_value(self._signal.answer_draft or self._signal.answer)
        self._steps = TextSteps(self._answer.toPlainText(), now=self._now)
        self._answer.show()
        read = button("Antwoord nagelezen", name="answer-read")
        read.clicked.connect(self._on_read)
        inside.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        self._is_waiting()

    def _is_waiting(self) -> bool:
        """Show what still has to be decided about in the answer, and whether there is any."""
        found = self._places_in(self._answer.toPlainText().strip())
        waiting = tuple(one for one in found if one.text not in self._may_stay)
        self._places.show_places(waiting)
        return bool(waiting)

    @Slot()
    def _on_read(self) -> None:
        if not self._is_waiting():
            self.answer_read.emit(self._signal, self._answer.toPlainText().strip())

    @Slot(object)
    def _on_rewritten(self, place: Find) -> None:
        text = self._answer.toPlainText()
        instead = place.generalised or place.suggestion
        self._answer.setPlainText(text.replace(place.text, instead))
        self._answer.setFocus()
        self._is_waiting()

    @Slot(object)
    def _on_kept(self, place: Find) -> None:
        self._may_stay.add(place.text)
        self._answer.setFocus()
        self._is_waiting()


def _tell(signal: RegisteredSignal, inside: QVBoxLayout, today: date) -> None:
    """What the signal says, how far it is, and what was answered."""
    content = signal.content
    head = row(spacing=10)
    title = label(content.bottleneck or content.what, role="heading")
    head.addWidget(title, 1)
    late = signal.is_late(today)
    head.addWidget(
        chip(
            "antwoord is te laat" if late else SIGNAL_STATUS_LABELS[signal.status],
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
