"""What became of a signal, step by step: the way there and the way back."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from beraad.phases.dates import dated
from beraad.records import Id, RegisteredSignal, Step, StepKind, in_force
from beraad.signals.life import life
from beraad.signals.telling import step_sentence
from beraad.ui.widgets.parts import button, column, label, line, row, title_above

_NOT_COUNTED = "Telt nu niet mee: het past niet bij wat ervoor staat."
_UNDONE = "Teruggenomen."


class Timeline(QWidget):
    """`undo_wished` carries the step to take back, `again_wished` one that is to count again.

    `reword_wished` carries one to write otherwise.
    """

    undo_wished = Signal(object)
    again_wished = Signal(object)
    reword_wished = Signal(object)

    def __init__(self, signal: RegisteredSignal, *, unread: Collection[Id]) -> None:
        super().__init__()
        self._inside = column(self, spacing=6)
        standing = {step.id for step in in_force(signal.steps)}
        counted = {step.id for step in life(signal).counted}
        self._inside.addWidget(title_above("De weg heen"))
        if not signal.steps:
            self._inside.addWidget(label("Er is nog niets mee gedaan.", role="muted"))
        is_back = False
        for step in signal.steps:
            if step.kind is StepKind.UNDONE:
                continue
            turns = step.id in counted and step.kind is StepKind.PASSED_ON and is_back
            if turns or (step.id in counted and step.ends_waiting and not is_back):
                is_back = not turns
                self._inside.addWidget(title_above("De weg terug" if is_back else "Opnieuw heen"))
            note = "" if step.id in counted else _NOT_COUNTED
            self._add(step, note if step.id in standing else _UNDONE, step.id in unread)

    def _add(self, step: Step, note: str, is_unread: bool) -> None:  # noqa: FBT001
        beside = row(spacing=12)
        day = label(dated(step.on), role="small", wrap=False)
        day.setMinimumWidth(day.fontMetrics().horizontalAdvance("00 mmm 0000"))
        beside.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        told = column(spacing=2)
        said = label(step_sentence(step), role="muted" if note else "")
        told.addWidget(said)
        more = (
            step.role,
            f"vanaf maandag: {step.change}" if step.change.strip() else "",
            step.how,
            f"afgesproken voor {dated(step.due)}" if step.due else "",
            note,
        )
        about = " · ".join(part.strip() for part in more if part.strip())
        if about:
            told.addWidget(label(about, role="small"))
        beside.addLayout(told, 1)
        if is_unread:
            again = button("Nalezen", name="reword-step")
            again.setAccessibleDescription(step_sentence(step))
            again.clicked.connect(partial(self.reword_wished.emit, step))
            beside.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        text, name, wished = (
            ("Weer laten tellen", "again-step", self.again_wished)
            if note == _UNDONE
            else ("Terugnemen", "undo-step", self.undo_wished)
        )
        way = button(text, kind="link", name=name)
        way.setAccessibleDescription(step_sentence(step))
        way.clicked.connect(partial(wished.emit, step))
        beside.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addLayout(beside)
        self._inside.addWidget(line())
