"""The pulse of a team: slips typed over one by one, and what they say over time, from six on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable, ToldOnce
from beraad.phases.dates import full_date
from beraad.training.observing.pulse import LEAST, SUFFIX, Answer, Pulse, Statement, statements
from beraad.ui.announce import announce
from beraad.ui.observing.noting import Noting
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.chart import ChartView
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folder_dialog import ask_file
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    clear,
    column,
    in_card,
    label,
    panel,
    row,
    title_above,
    way_back,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.text_field import TextField
from beraad.ui.widgets.way_out import leave_by_esc

_LEAVE = "Ga weg zonder deze briefjes"
_WIDEST = 1100
_LEFT, _RIGHT = 340, 420
_SAYS = (
    "Vijf zinnen, één kruisje per zin, zonder naam. Deel na een beraad het blad “pols” uit; het "
    "zit in de cursus. Hier staat nooit wie wat zei. Je ziet pas iets als je Klaar kiest, vanaf "
    f"{LEAST} antwoorden, en alleen als minstens twee mensen iets anders zeiden dan de meesten."
)
_FILE = (
    "Er staan alleen aantallen in, per zin en per dag, en pas als je Klaar kiest. Tel de briefjes "
    f"dus achter elkaar, als er {LEAST} of meer zijn. Wat later komt, hoort bij de volgende pols."
)


class PulseScreen(Screen):
    """One team at a time; nothing compares teams.

    `begun` is the team that was named before and has no pulse yet, `typed` keeps it.
    """

    back_wished = Signal()

    def __init__(
        self,
        look: Look,
        export_folder: Path,
        *,
        now: Callable[[], datetime],
        begun: str = "",
        typed: Callable[[str], None] = lambda _: None,
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`steps` is what can be undone of when it was typed at before, in this run."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Pols van een team")
        self._look = look
        self._export_folder = export_folder
        self._begun = begun
        self._typed = typed
        self._now = now
        self._pulse: Pulse | None = None
        self._last: tuple[str, Answer] | None = None
        self._told_few = 0
        self._counted: dict[str, QLabel] = {}
        self._answers: dict[str, list[QPushButton]] = {}
        self._charts: dict[str, QVBoxLayout] = {}
        self.banner = Banner()
        self._saved = label(role="small")
        self._noting = Noting(self, self.banner, now=now, told=self._on_told, steps=steps)
        self._noting.leave_wished.connect(self.back_wished)
        middle = QWidget()
        inside = column(middle, spacing=12)
        self._title = label("Pols van een team", role="title")
        inside.addWidget(self._title)
        inside.addWidget(label(_SAYS, role="muted"))
        self._body = column(spacing=12)
        inside.addLayout(self._body)
        inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(middle, widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        leave_by_esc(self, self.back_wished)
        self._show()

    @property
    def today(self) -> date:
        """The day that is being counted."""
        return self._now().astimezone().date()

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        if self._pulse is None:
            self._team.setFocus()
            return
        answers = (made for each in self._answers.values() for made in each if made.isEnabled())
        next(answers, self._home).setFocus()

    def hand_over(self) -> Solvable | None:
        """Keep what was counted; what went wrong and was told, if anything.

        What is not finished is kept nowhere: that is told once before one leaves.
        """
        problem = self._noting.hand_over()
        few = 0 if self._pulse is None else self._pulse.unkept(self.today)
        if problem is not None or not few or few == self._told_few:
            return problem
        self._told_few = few
        told = ToldOnce(
            f"Van {few} {'briefje is' if few == 1 else 'briefjes is'} nog niets bewaard.",
            kept=f"Beraad bewaart pas als je Klaar kiest, vanaf {LEAST} antwoorden op een zin.",
            way_out="Tel verder, of houd de briefjes apart en tel ze later opnieuw.",
        )
        self.banner.show_problem(told, way_out=_LEAVE, deed=self.back_wished.emit)
        return told

    def open(self, path: Path) -> None:
        """Go on with the pulse in this file."""
        try:
            self._pulse = Pulse.open(path)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._show()
        self.take_focus()

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        self._home = way_back("← Oefenen", self.back_wished)
        inside.addWidget(self._home)
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        self._back = button("Laatste weg", name="pulse-back")
        self._back.clicked.connect(self._on_taken_back)
        inside.addWidget(self._back)
        self._done = button("Klaar", kind="primary", name="pulse-done")
        self._done.setToolTip(f"Bewaar en toon wat {LEAST} antwoorden of meer heeft")
        self._done.clicked.connect(self._on_done)
        inside.addWidget(self._done)
        return bar

    def _show(self) -> None:
        clear(self._body)
        self._counted, self._charts, self._answers = {}, {}, {}
        self._back.setVisible(self._pulse is not None)
        self._back.setEnabled(self._last is not None)
        self._done.setVisible(self._pulse is not None)
        self._done.setEnabled(self._pulse is not None and self._pulse.can_finish(self.today))
        if self._pulse is None:
            self._put(self._beginning())
            return
        self._title.setText(f"Pols van {self._pulse.team}")
        self._put(title_above(f"Vandaag, {full_date(self.today)}"))
        for each in statements():
            self._put(self._row(each))
            self._show_one(each)

    def _beginning(self) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=8)
        inside.addWidget(label("Van welk team?", role="label"))
        self._team = TextField(hint="bijvoorbeeld: Team Jongeren", single_line=True)
        self._team.setObjectName("pulse-team")
        self._team.setAccessibleName("Van welk team?")
        self._team.on_enter = self._on_begin
        self._noting.add("team", self._team, self._begun, self._typed)
        inside.addWidget(self._team)
        ways = FlowLayout(spacing=8)
        begin = button("Begin", kind="primary", name="pulse-begin")
        begin.clicked.connect(self._on_begin)
        opens = button("Ga verder met een bestand …", name="pulse-open")
        opens.clicked.connect(self._on_open)
        ways.addWidget(begin)
        ways.addWidget(opens)
        inside.addLayout(ways)
        told = f"Het bestand komt in {self._export_folder}. {_FILE}"
        inside.addWidget(label(told, role="small"))
        return card

    def _row(self, each: Statement) -> QFrame:
        card = panel("card")
        around = in_card(card)
        beside = Folding()
        parts = row(beside, spacing=20)
        left = QWidget()
        inside = column(left, spacing=6)
        inside.addWidget(label(each.text, role="strong"))
        ways = FlowLayout(spacing=6)
        for answer in Answer:
            made = button(answer, name=f"{each.key}-{answer.name.lower()}")
            made.setAccessibleName(f"{answer}: {each.text}")
            made.clicked.connect(partial(self._on_count, each, answer))
            ways.addWidget(made)
            self._answers.setdefault(each.key, []).append(made)
        inside.addLayout(ways)
        self._counted[each.key] = label(role="small")
        inside.addWidget(self._counted[each.key])
        inside.addStretch(1)
        stand_beside(left, least=self._look.scale.px(_LEFT))
        parts.addWidget(left, 2)
        right = QWidget()
        self._charts[each.key] = column(right)
        stand_beside(right, least=self._look.scale.px(_RIGHT))
        parts.addWidget(right, 3)
        around.addWidget(beside)
        return card

    def _show_one(self, each: Statement) -> None:
        pulse = self._pulse
        if pulse is None:
            return
        count = pulse.counted(self.today, each.key)
        left = max(0, LEAST - count)
        is_closed = pulse.is_closed(self.today, each.key)
        more = ", klaar" if is_closed else f", nog {left} nodig" if left else ""
        self._counted[each.key].setText(f"{count} geteld{more}")
        for made in self._answers[each.key]:
            made.setEnabled(not is_closed)
        self._done.setEnabled(pulse.can_finish(self.today))
        inside = self._charts[each.key]
        clear(inside)
        bars = pulse.chart(each)
        if bars is None:
            return
        chart = ChartView()
        chart.show_chart(bars)
        inside.addWidget(chart)
        chart.show()

    def _put(self, widget: QWidget) -> None:
        self._body.addWidget(widget)
        widget.show()

    def _on_count(self, each: Statement, answer: Answer) -> None:
        pulse, day = self._pulse, self.today
        if pulse is None or self._noting.hand_over() is not None:
            return
        self._told_few = 0
        self.banner.hide()
        if self._noting.keep("tellen", partial(pulse.count, day, each.key, answer)):
            self._last = each.key, answer
            self._back.setEnabled(True)
            announce(self, f"{answer}, {pulse.counted(day, each.key)} geteld")
        self._show_one(each)

    @Slot()
    def _on_taken_back(self) -> None:
        if self._pulse is None or self._last is None:
            return
        key, answer = self._last
        self._noting.keep("terug", partial(self._pulse.take_back, self.today, key, answer))
        self._last = None
        self._back.setEnabled(False)
        self._show_one(next(each for each in statements() if each.key == key))
        self.take_focus()

    @Slot()
    def _on_done(self) -> None:
        """Keep what was counted, all at once; then it changes no more."""
        pulse = self._pulse
        if pulse is None or self._noting.hand_over() is not None:
            return
        if self._noting.keep("klaar", partial(pulse.finish, self.today)):
            self._last = None
            self._told_few = 0
            self.banner.hide()
            self._show()
            self.take_focus()
            announce(self, "Bewaard. Hier verandert niets meer aan.")

    @Slot(str)
    def _on_told(self, told: str) -> None:
        few = 0 if self._pulse is None else self._pulse.unkept(self.today)
        self._saved.setText("nog niet bewaard: dat doet Klaar" if few else told)

    @Slot()
    def _on_begin(self) -> None:
        try:
            team = self._team.toPlainText()
            self._pulse = Pulse.begin(self._export_folder, team, today=self.today)
        except Solvable as problem:
            self.banner.show_problem(problem)
            self.banner.goes_with(self._team.edited)
            self._team.setFocus()
            return
        self._typed("")
        self._noting.forget("team", is_gone=True)
        self._show()
        self.take_focus()

    @Slot()
    def _on_open(self) -> None:
        kinds = f"Polsen (*{SUFFIX})"
        chosen = ask_file(self, "Welke pols?", str(self._export_folder), kinds)
        if chosen:
            self.open(Path(chosen))
