"""Moments on the clock: what was seen or heard, and whether the gespreksleider stepped in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from beraad.training.coaching import Moment, Step
from beraad.training.seen_words import STEP_WORDS, moment_times
from beraad.ui.observing.done_key import is_done
from beraad.ui.observing.moment_change import ON_THE_CLOCK, MomentChange
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, column, in_card, label, line, row, title_above
from beraad.ui.widgets.text_field import TextField

_KEYS = "M brengt je hier. Ctrl+Enter bewaart het moment en brengt je terug. W wijzigt het laatste."
_EMPTY = "Nog geen momenten in deze ronde."


class MomentsCard(QFrame):
    """`added` carries a text and a Step; `removed` the number of a moment, as does
    `change_wished`.

    Where no clock runs, it `asks_time`.
    """

    added = Signal(str, object)
    removed = Signal(int)
    change_wished = Signal(int)

    def __init__(self, *, asks_time: bool = False) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = in_card(self, spacing=8)
        inside.addWidget(title_above("Momenten"))
        self.time = TextField(hint="bijvoorbeeld 05:40", single_line=True, parent=self)
        self.time.setObjectName("moment-time")
        self.time.setAccessibleName(ON_THE_CLOCK)
        if asks_time:
            inside.addWidget(label(ON_THE_CLOCK, role="label"))
            inside.addWidget(self.time)
        else:
            self.time.hide()
        self.field = TextField(hint="Wat zag je, wat hoorde je?", least_lines=2)
        self.field.goes_on = False
        self.field.setObjectName("moment-text")
        self.field.setAccessibleName("Nieuw moment, M")
        inside.addWidget(self.field)
        inside.addWidget(label(_KEYS, role="small"))
        ways = FlowLayout()
        for step, text in (
            (Step.NONE, "Bewaar moment"),
            (Step.SEEN, "Ingreep gezien"),
            (Step.MISSED, "Ingreep gemist"),
        ):
            made = button(text, name=f"moment-{step.name.lower()}")
            made.clicked.connect(partial(self._on_add, step))
            ways.addWidget(made)
        inside.addLayout(ways)
        self._list = column(spacing=6)
        inside.addLayout(self._list)

    def show_moments(
        self, moments: Sequence[tuple[int, Moment]], *, changing: int = 0
    ) -> MomentChange | None:
        """Show these, the latest first; returns the one that is open to be changed, if any."""
        opened = None
        clear(self._list)
        if not moments:
            self._list.addWidget(label(_EMPTY, role="muted"))
        times = moment_times([moment for _, moment in moments])
        for (number, moment), time in reversed([*zip(moments, times, strict=True)]):
            self._list.addWidget(line())
            if number == changing:
                opened = MomentChange(number, moment, time)
                self._list.addWidget(opened)
                opened.show()  # Now: the focus goes to it.
            else:
                self._list.addWidget(self._row(number, moment, time))
        return opened

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_done(event) and self.field.toPlainText().strip():
            self._on_add(Step.NONE)
        else:
            super().keyPressEvent(event)

    def _row(self, number: int, moment: Moment, time: str) -> QWidget:
        box = QWidget()
        beside = row(box, spacing=12)
        beside.addWidget(label(time, role="strong", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        told = column(spacing=2)
        told.addWidget(label(moment.what or "zonder woorden"))
        if moment.step is not Step.NONE:
            told.addWidget(label(STEP_WORDS[moment.step], role="small"))
        told.addStretch(1)  # The words begin where the time stands.
        beside.addLayout(told, 1)
        change = button("Wijzig", kind="link", name="moment-change")
        change.setAccessibleName(f"Wijzig het moment op {time}")
        change.setAccessibleDescription(moment.what)
        change.clicked.connect(partial(self.change_wished.emit, number))
        beside.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        away = button("×", kind="quiet", name="moment-away")
        away.setAccessibleName(f"Moment op {time} weghalen")
        away.setAccessibleDescription(moment.what)
        away.clicked.connect(partial(self.removed.emit, number))
        beside.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _on_add(self, step: Step) -> None:
        self.added.emit(self.field.toPlainText().strip(), step)
