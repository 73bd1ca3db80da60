"""A moment that was noted, open to be written otherwise: its time, its words and its kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from beraad.training.coaching import Moment, Step
from beraad.ui.observing.done_key import is_done
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label
from beraad.ui.widgets.text_field import TextField

ON_THE_CLOCK = "Hoe laat, op de klok van deze ronde?"
_KINDS = {
    Step.NONE: "Geen ingreep",
    Step.SEEN: "Ingreep gezien",
    Step.MISSED: "Ingreep gemist",
}


class MomentChange(QWidget):
    """`stepped` says that another kind was chosen; `done` that it is ready.

    Attributes:
        number: of which moment.
        time: when it was.
        words: what was seen or heard.
        step: whether the gespreksleider stepped in.
    """

    stepped = Signal()
    done = Signal()

    def __init__(self, number: int, moment: Moment, time: str) -> None:
        """`time` is what tells it from the other moments."""
        super().__init__()
        self.number = number
        self.step = moment.step
        self.setAccessibleName(f"Moment op {time} wijzigen")
        inside = column(self, spacing=6)
        inside.addWidget(label(ON_THE_CLOCK, role="label"))
        self.time = TextField(hint="bijvoorbeeld 05:40", single_line=True)
        self.time.setObjectName("change-time")
        self.time.setAccessibleName(ON_THE_CLOCK)
        inside.addWidget(self.time)
        self.words = TextField(hint="Wat zag je, wat hoorde je?", least_lines=2)
        self.words.goes_on = False
        self.words.setObjectName("change-text")
        self.words.setAccessibleName(f"Moment op {time}")
        inside.addWidget(self.words)
        kinds = SegmentField(tuple(_KINDS.items()), name="Soort moment")
        kinds.setObjectName("change-kind")
        kinds.show_value(moment.step)
        kinds.edited.connect(self._on_step)
        inside.addWidget(kinds)
        ready = button("Klaar", name="change-done")
        ready.setToolTip("Ctrl+Enter")
        ready.clicked.connect(self.done)
        ways = FlowLayout()
        ways.addWidget(ready)
        inside.addLayout(ways)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_done(event):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _on_step(self, step: Step) -> None:
        self.step = step
        self.stepped.emit()
