"""How the time went, as a picture with the same in words, and what to talk about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.training.observing.looking_back import LookingBack
from beraad.training.observing.replay import Replay
from beraad.ui.observing.noting import Noting
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.chart import ChartView
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    column,
    in_card,
    label,
    line,
    panel,
    row,
    title_above,
    title_row,
    way_back,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1300
_LEFT, _RIGHT = 640, 280
_SAYS = "Er is niets opgenomen. Er staan geen teksten of namen in."
_EMPTY = (
    "Zet bij een volgende oefening links boven de klok aan. Dan zie je hier per ronde wat er "
    "gepland was, wat je gaf en wat je gebruikte."
)
_ANSWER = "tijd"


class TimeScreen(Screen):
    """`back_wished` leads to the oefening, `looking_back_wished` to looking back."""

    back_wished = Signal()
    looking_back_wished = Signal()

    def __init__(
        self,
        replay: Replay,
        back: LookingBack,
        look: Look,
        *,
        now: Callable[[], datetime],
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`steps` is what can be undone of when it was typed at before, in this run."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Zo liep de tijd")
        self._chart: ChartView | None = None
        self.banner = Banner()
        self._saved = label(role="small")
        self._noting = Noting(self, self.banner, now=now, told=self._saved.setText, steps=steps)
        self._noting.leave_wished.connect(self.back_wished)
        middle = QWidget()
        inside = column(middle, spacing=12)
        inside.addWidget(title_row("Zo liep de tijd", is_practice=True))
        inside.addWidget(label(f"{replay.told} {_SAYS}", role="muted"))
        beside = Folding()
        parts = row(beside, spacing=20)
        left = self._picture(replay)
        stand_beside(left, least=look.scale.px(_LEFT))
        parts.addWidget(left, 7)
        right = self._talk(replay, back)
        stand_beside(right, least=look.scale.px(_RIGHT))
        parts.addWidget(right, 2)
        inside.addWidget(beside)
        inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(middle, widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        leave_by_esc(self, self.back_wished)

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._home.setFocus()

    def hand_over(self) -> Solvable | None:
        """Keep what was typed; what went wrong and was told, if anything."""
        return self._noting.hand_over()

    def _picture(self, replay: Replay) -> QWidget:
        box = QWidget()
        outside = column(box)
        card = panel("card")
        inside = column(card, spacing=10)
        inside.setContentsMargins(20, 16, 20, 16)
        if replay.chart is None:
            inside.addWidget(label(_EMPTY))
        else:
            inside.addWidget(label(replay.chart.told, role="label"))
            self._chart = ChartView()
            self._chart.show_chart(replay.chart)
            inside.addWidget(self._chart)
            self._table = button("Toon als tabel", kind="link", name="as-table")
            self._table.setCheckable(True)
            self._table.clicked.connect(self._on_table)
            under = row()
            under.addWidget(self._table)
            under.addStretch(1)
            inside.addLayout(under)
        outside.addWidget(card)
        outside.addStretch(1)
        return box

    def _talk(self, replay: Replay, back: LookingBack) -> QWidget:
        box = QWidget()
        outside = column(box, spacing=12)
        if replay.questions:
            card = panel("card")
            inside = in_card(card, spacing=8)
            inside.addWidget(title_above("Om over te praten"))
            for number, question in enumerate(replay.questions):
                if number:
                    inside.addWidget(line())
                inside.addWidget(label(question))
            outside.addWidget(card)
        mine = panel("card")
        inside = in_card(mine, spacing=8)
        inside.addWidget(title_above("Mijn antwoord"))
        field = TextField(hint="Schrijf hier wat je opvalt. Dit is alleen voor jou.", least_lines=3)
        field.setObjectName("time-answer")
        field.setAccessibleName("Mijn antwoord")
        self._noting.add(_ANSWER, field, back.text(_ANSWER), partial(back.write, _ANSWER))
        inside.addWidget(field)
        outside.addWidget(mine)
        outside.addStretch(1)
        return box

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        self._home = way_back("← Oefening", self.back_wished)
        inside.addWidget(self._home)
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        on = button("Terugkijken, jij eerst →", kind="primary", name="to-looking-back")
        on.clicked.connect(self.looking_back_wished)
        inside.addWidget(on)
        return bar

    @Slot(bool)
    def _on_table(self, wished: bool) -> None:  # noqa: FBT001
        if self._chart is not None:
            self._chart.show_table(wished=wished)
            self._table.setText("Toon als beeld" if wished else "Toon als tabel")
