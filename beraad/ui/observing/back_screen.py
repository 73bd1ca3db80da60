"""Looking back at an oefening, oneself first; it ends with one thing to keep and one to try."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.phases.dates import dated
from beraad.training.observing.looking_back import OWN_TEXTS, LookingBack
from beraad.training.observing.observation import SUFFIX, Observation
from beraad.ui.announce import announce
from beraad.ui.observing.both_sheets import BothSheets
from beraad.ui.observing.noting import Noting
from beraad.ui.observing.observed_card import ObservedCard
from beraad.ui.observing.own_sheet import OwnSheet
from beraad.ui.observing.takeaway_card import TakeawayCard
from beraad.ui.outside_vault import say_outside
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.digit_row import digit_meant
from beraad.ui.widgets.dropped import accept_copy, dropped_file
from beraad.ui.widgets.folder_dialog import ask_file
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    chip,
    clear,
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
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1260
_LEFT, _RIGHT = 480, 320
_FIRST = (
    "Vul dit in voordat je hoort wat een ander zag. Er is geen cijfer en geen optelsom. Zet het "
    "vast als je klaar bent; daarna gaat het blad van de observator open."
)
_THEN = "Een verschil is een vraag voor jullie samen. Er is geen totaal en geen gemiddelde."
_ALONE = (
    "Keek er iemand mee? Open dan dat blad, of sleep het hierheen. Keek er niemand mee, "
    "schrijf dan op wat je behoudt en wat je probeert."
)
_LOCK = "Zet vast"
_LOCK_ANYHOW = "Zet toch vast"


class LookingBackScreen(Screen):
    """`time_wished` leads to how the time went; `taken_along` carries the Takeaway."""

    back_wished = Signal()
    time_wished = Signal()
    taken_along = Signal(object)

    def __init__(
        self,
        back: LookingBack,
        look: Look,
        *,
        now: Callable[[], datetime],
        start: Path,
        steps: dict[str, TextSteps] | None = None,
        outside_vault: str = "",
    ) -> None:
        """`steps` is what can be undone of when it was typed at before, in this run.

        `outside_vault` says that it lies outside the vault, where there is one.
        """
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Terugkijken, jij eerst")
        self.setAcceptDrops(True)
        self._back = back
        self._look = look
        self._now = now
        self._start = start
        self.banner = Banner()
        self._saved = label(role="small")
        self._saved.setObjectName("saved")
        self._noting = Noting(self, self.banner, now=now, told=self._saved.setText, steps=steps)
        self._noting.leave_wished.connect(self.back_wished)
        self._own: OwnSheet | None = None
        self._both: BothSheets | None = None
        self._card: TakeawayCard | None = None
        middle = QWidget()
        inside = column(middle, spacing=12)
        inside.addWidget(title_row("Terugkijken, jij eerst", is_practice=True))
        self._says = label(role="muted")
        inside.addWidget(self._says)
        say_outside(outside_vault, inside)
        self._body = column(spacing=12)
        inside.addLayout(self._body)
        inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(middle, widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        leave_by_esc(self, self.back_wished)
        self._show()

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        if self._own is not None:
            self._own.take_focus()
        elif self._both is not None:
            self._both.take_focus()
        elif self._card is not None:
            self._card.first.setFocus()

    def hand_over(self) -> Solvable | None:
        """Keep what was typed; what went wrong and was told, if anything."""
        return self._noting.hand_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_meant(event)
        if not (self._own and digit and self._own.choose(int(digit))):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None and path.suffix.lower() == SUFFIX:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            accept_copy(event)
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Lay the sheet of an observer beside one's own; before that is fast, say so."""
        if self._back.locked_at is None:
            self.banner.ask(
                f"Eerst jij: vul je eigen blad in en kies {_LOCK}. Daarna gaat dit blad open."
            )
            return
        try:
            self._back.bring(path)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self.banner.hide()  # What was said of another sheet.
        self._show()
        self.take_focus()
        announce(self, "Het blad van de observator staat ernaast")
        if self._back.can_put_back:
            told = "Dit blad kwam in de plaats van het blad dat er lag."
            self.banner.offer(told, way_out="Zet terug", deed=self._put_back)

    def _put_back(self) -> None:
        try:
            self._back.put_back()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self.banner.hide()
        self._show()
        self.take_focus()
        announce(self, "Het blad dat er lag, ligt er weer")

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        inside.addWidget(way_back("← Oefening", self.back_wished))
        time = button("Zo liep de tijd", kind="link", name="to-time")
        time.clicked.connect(self.time_wished)
        inside.addWidget(time)
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        self._lock = button(_LOCK, kind="primary", name="lock-own")
        self._lock.clicked.connect(self._on_lock)
        inside.addWidget(self._lock)
        self._along = button(
            "Neem mee naar mijn volgende beraad", kind="primary", name="take-along"
        )
        self._along.clicked.connect(self._on_along)
        inside.addWidget(self._along)
        return bar

    def _show(self) -> None:
        locked = self._back.locked_at
        self._own = self._both = self._card = None
        clear(self._body)
        self._lock.setVisible(locked is None)
        self._along.setVisible(locked is not None)
        if locked is None:
            self._says.setText(_FIRST)
            self._own = OwnSheet(self._back, self._noting, self._look)
            self._own.filled.connect(self._offer_lock)
            self._body.addWidget(self._own)
            self._own.show()  # Now: the focus goes to it.
            self._offer_lock()
        else:
            self._says.setText(_THEN)
            self._show_both(locked)

    def _show_both(self, locked: datetime) -> None:
        for name in OWN_TEXTS:
            self._noting.forget(name)
        sheet = None
        try:
            sheet = self._back.sheet
        except Solvable as problem:
            self.banner.show_problem(problem)
        chips = Folding()
        told = row(chips, spacing=8)
        told.addWidget(chip(f"✓ eerst jouw blad, vast om {locked.astimezone():%H:%M}", "other"))
        if sheet is not None:
            told.addWidget(chip("✓ daarna het blad van de observator", "other"))
        told.addStretch(1)
        self._body.addWidget(chips)
        if sheet is not None:
            whose = self._whose(sheet)
            self._body.addWidget(whose)
            whose.show()
        beside = Folding()
        parts = row(beside, spacing=20)
        left = QWidget()
        inside = column(left, spacing=12)
        if sheet is not None:
            self._both = BothSheets(self._back.compared(sheet), self._look)
            inside.addWidget(self._both)
            inside.addWidget(ObservedCard(sheet))
        else:
            inside.addWidget(self._alone())
            inside.addWidget(self._chosen())
        inside.addWidget(self._words())
        inside.addStretch(1)
        stand_beside(left, least=self._look.scale.px(_LEFT))
        parts.addWidget(left, 5)
        right = QWidget()
        around = column(right, spacing=8)
        self._card = TakeawayCard(self._back.taken, self._noting)
        around.addWidget(self._card)
        around.addWidget(
            label(
                "Dit is van jou. Het staat bij deze oefening. Alleen jij neemt het mee.",
                role="small",
            )
        )
        around.addStretch(1)
        stand_beside(right, least=self._look.scale.px(_RIGHT))
        parts.addWidget(right, 3)
        self._body.addWidget(beside)
        beside.show()

    def _whose(self, sheet: Observation) -> QWidget:
        """Of which day the sheet is, and a way to another."""
        of = Folding()
        inside = row(of, spacing=8)
        told = f"Blad van wie meekeek op {dated(sheet.begun_on)}, bij {sheet.case}."
        inside.addWidget(label(told, role="small"), 1)
        other = button("Ander blad …", kind="link", name="other-sheet")
        other.clicked.connect(self._on_open)
        inside.addWidget(other)
        return of

    def _alone(self) -> QFrame:
        card = panel("card")
        inside = in_card(card, spacing=8)
        inside.addWidget(label(_ALONE))
        ways = row()
        opens = button("Open het blad van de observator …", name="open-sheet")
        opens.clicked.connect(self._on_open)
        ways.addWidget(opens)
        ways.addStretch(1)
        inside.addLayout(ways)
        return card

    def _chosen(self) -> QFrame:
        """What one saw oneself, as it was locked; beside another sheet it stands there."""
        card = panel("card")
        inside = in_card(card, spacing=6)
        inside.addWidget(title_above("Wat jij invulde"))
        before = ""
        for where, text, chosen in self._back.own:
            if where != before:
                before = where
                inside.addWidget(line())
                inside.addWidget(label(where, role="small-strong"))
            inside.addWidget(label(text))
            inside.addWidget(label(chosen or "niet ingevuld", role="strong" if chosen else "muted"))
        return card

    def _words(self) -> QFrame:
        """What was written about oneself, as it was locked."""
        card = panel("card")
        inside = in_card(card, spacing=6)
        for name, asked in OWN_TEXTS.items():
            inside.addWidget(label(asked, role="label"))
            said = self._back.text(name).strip()
            inside.addWidget(label(said or "niets opgeschreven", role="" if said else "muted"))
        return card

    @Slot()
    def _offer_lock(self) -> None:
        self._lock.setEnabled(self._back.is_begun)
        self._lock.setToolTip("" if self._back.is_begun else "Vul eerst iets in")

    @Slot()
    def _on_lock(self) -> None:
        """Lock it; of one that is nearly empty that is asked first."""
        count, whole = self._back.filled
        if 2 * count >= whole:
            self._lock_it()
            return
        told = f"Je vulde {count} van de {whole} in. Staat het vast, dan vul je niets meer aan."
        self.banner.ask(told, way_out=_LOCK_ANYHOW, deed=self._lock_it)

    def _lock_it(self) -> None:
        self.banner.hide()
        if self.hand_over() is None and self._noting.keep("vast", self._lock_now):
            self._show()
            self.take_focus()
            announce(self, "Je blad staat vast")

    def _lock_now(self) -> None:
        self._back.lock(self._now())

    @Slot()
    def _on_open(self) -> None:
        kinds = f"Observaties (*{SUFFIX})"
        chosen = ask_file(self, "Welke observatie?", str(self._start), kinds)
        if chosen:
            self.bring(Path(chosen))

    @Slot()
    def _on_along(self) -> None:
        if self.hand_over() is not None:
            return
        takeaway = self._back.taken.whole
        if takeaway is None:
            lacking = ", ".join(f"“{each}”" for each in self._back.taken.lacking())
            self.banner.ask(f"Schrijf nog op: {lacking}.")
            if self._card is not None:
                self.banner.goes_with(self._card.changed)
            return
        self.taken_along.emit(takeaway)
