"""One signal: what it says, whose turn it is, what became of it, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.answered import Answer
from beraad.publishing.drafting import Replaced
from beraad.publishing.erasing import told as not_everywhere
from beraad.records import Id, RegisteredSignal, SignalLine, Step, StepKind
from beraad.signals.life import life
from beraad.store.copies.emptying import Emptied
from beraad.ui.signals.answer_file import laid_ready, told
from beraad.ui.signals.answer_here import AnswerHere
from beraad.ui.signals.deeds import NOTHING_LEFT
from beraad.ui.signals.disputes import Disputes
from beraad.ui.signals.doing import Doing
from beraad.ui.signals.erase_card import SignalErasing
from beraad.ui.signals.half_steps import HalfSteps
from beraad.ui.signals.hint import Hint
from beraad.ui.signals.in_register import SignalInRegister
from beraad.ui.signals.in_short import InShort
from beraad.ui.signals.joining_asked import JoiningAsked
from beraad.ui.signals.offered import NextSteps, letter_offer, page_offer
from beraad.ui.signals.step_writing import StepWriting
from beraad.ui.signals.timeline import Timeline
from beraad.ui.signals.turn_card import TurnCard
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.dropped import heed_offer, taken_file
from beraad.ui.widgets.folding import side_by_side
from beraad.ui.widgets.parts import button, clear, column, label, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.shortcuts import heed_undo
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1200
_SIDE_BY_SIDE = 860
_LONGEST_TITLE = 80
_GOES_ON_HERE = "“{}” gaat nu verder met dit signaal. Wat hier al gevraagd was, blijft staan."
_JOINED_THERE = "Het samenvoegen staat bij “{}”. Neem het daar terug."
_TYPED_TOO = (
    "In een ander venster typte iemand in hetzelfde veld. Dat staat nu onder wat jij schreef."
)
_PUT_BACK = "Zet dit signaal weer in het register"
_CHOOSE_FIRST = (
    "Kies eerst bij “Wat geldt?” welk antwoord geldt. Daarna kan het team het horen, met een "
    "terugkoppeling."
)
_ERASED = "Dit signaal is gewist. De woorden staan hier niet meer, en komen niet terug."
_ERASED_NOW = (
    "Gewist. Voeg samen of wissel uit: dan verdwijnt het ook bij de anderen, zodra zij dat doen."
)


class SignalLifeScreen(Screen):
    """Half a step is kept while it is typed, and waits until somebody finishes it.

    `routes_wished` carries who has the signal now; `letter_wished` asks for the terugkoppeling,
    `page_wished` for the page to pass on; `other_wished` carries the signal it goes on with.
    """

    back_wished = Signal()
    routes_wished = Signal(str)
    letter_wished = Signal()
    page_wished = Signal()
    other_wished = Signal(object)

    def __init__(
        self,
        signal_id: Id,
        path: Path,
        look: Look,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        kind: StepKind | None = None,
        steps: Callable[[StepKind], dict[str, TextSteps]] = lambda _: {},
    ) -> None:
        """`steps` is what can be undone of when a step was typed at before, in this run."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Signaal")  # Until it was read.
        self._id = signal_id
        self._look = look
        look.changed.connect(self._fit)
        self._today = today
        self._first: QPushButton | None = None
        self._laid_ready = ""
        self.banner = Banner()
        self._register = SignalInRegister(signal_id, path, lexicon=lexicon)
        self._half = HalfSteps(signal_id, path, self.banner, self, steps=steps)
        self._doing = Doing(
            self._register, self._half, self.banner, self, hand_over=self.hand_over, today=today
        )
        self._writing = StepWriting(
            self._register, self._half, self, today=today, lexicon=lexicon, now=now
        )
        self._joining = JoiningAsked(self._register, self.banner, self, today=today)
        self._answer = AnswerHere(self._register, self.banner, self, today=today, lexicon=lexicon)
        self._erasing = SignalErasing(signal_id, path, self, now=now)
        self.setAcceptDrops(True)
        self._listen()
        self._lay_out()
        heed_undo(self, self.undo, self.redo)
        leave_by_esc(self, self.back_wished)
        self._read(kind)

    def _listen(self) -> None:
        """Every subject tells what happened; what is shown then is decided here."""
        for happened, answer in (
            (self._half.mixed, self._on_mixed),
            (self._half.replaced, self._on_replaced),
            (self._doing.changed, self._on_changed),
            (self._doing.stale, self._on_stale),
            (self._writing.taken, self._on_taken),
            (self._writing.reworded, self._doing.reword),
            (self._writing.put_away, self._on_put_away),
            (self._joining.refused, self._writing.refuse),
            (self._joining.joined_here, self._on_joined_here),
            (self._answer.fits, self._on_answer),
            (self._answer.other_wished, self.other_wished),
            (self._erasing.erased, self._on_erased),
            (self._erasing.failed, self._on_not_erased),
        ):
            happened.connect(answer)

    def _lay_out(self) -> None:
        self._back = button("← Signalen", kind="link", name="signals")
        self._back.clicked.connect(self.back_wished)
        self._title = label(role="title")
        middle = QWidget()
        inside = column(middle, spacing=12)
        inside.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._title)
        self._side: QHBoxLayout = row(spacing=28)
        self._life: QVBoxLayout = self._beside_each_other(2, spacing=12)
        self._said: QVBoxLayout = self._beside_each_other(1, spacing=8)
        inside.addLayout(self._side)
        inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(middle, widest=self._look.scale.px(_WIDEST)), 1)

    def _beside_each_other(self, share: int, *, spacing: int) -> QVBoxLayout:
        """One of the sides: Tab goes down through it, and then through the next."""
        side = QWidget()
        self._side.addWidget(side, share)
        return column(side, spacing=spacing)

    def take_focus(self) -> None:
        """Put the cursor in the step that is being written, or on the first that can be taken."""
        if self._writing.take_focus():
            return
        if self._first is not None:
            self._first.setFocus()
        else:
            self._back.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        side_by_side(self._side, fits=self.width() >= self._look.scale.px(_SIDE_BY_SIDE))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        heed_offer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if file := taken_file(event):
            self._answer.take(file)

    def hand_over(self) -> Solvable | None:
        """Keep what was typed and is no step yet; what went wrong and was told, if anything."""
        self._erasing.settle()
        return self._half.hand_over()

    def undo(self) -> None:
        """Take back what was typed where the cursor is, or else the last that was done here."""
        if not (self._writing.undo() or self._doing.undo() or self._writing.undo_anywhere()):
            self.banner.show_message(NOTHING_LEFT)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if not self._writing.redo():
            self._doing.redo()

    @Slot(object)
    def take_answer(self, found: Answer) -> None:
        """Lay what came back ready in the step; a person reads it and keeps it, or does not."""
        self._answer.look_at(found, is_chosen=True)

    def _read(self, kind: StepKind | None) -> None:
        if self._is_read():
            self._show(kind or self._half.begun())

    def _is_read(self) -> bool:
        """Read what the register says now; whether that went well, and else it is told."""
        try:
            self._register.read()
            self._half.read()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return False
        return True

    def _show(self, kind: StepKind | None = None) -> None:
        if kind is not StepKind.ANSWERED and self._laid_ready:
            self.banner.take_back(self._laid_ready)
        clear(self._life)
        clear(self._said)
        self._writing.close()
        self._first = None
        signal = self._register.signal
        if signal is None:
            self._show_gone()
            return
        self._entitle(signal.content.bottleneck or signal.content.what or "Signaal")
        self._show_in_short(signal)
        try:
            self._register.look_beside()
        except Solvable as problem:
            self.banner.show_problem(problem)
        whose = self._show_turn(signal)
        for complaint in self._register.known.complaints:
            self._life.addWidget(Hint(complaint))
        self._show_disputes(whose)
        self._show_timeline(signal)
        offered = self._register.allowed
        possible = self._register.possible
        if possible != offered:
            self._life.addWidget(Hint(_CHOOSE_FIRST))
        if StepKind.TOLD in possible:
            letter = letter_offer(signal, self._register.untold)
            letter.wished.connect(self.letter_wished)
            self._life.addWidget(letter)
        if kind is not None and (kind in possible or (kind in offered and self._half.of(kind))):
            self._writing.open(kind, self._life)
        if offered and life(signal).answer is None:
            page = page_offer()
            page.wished.connect(self.page_wished)
            self._life.addWidget(page)
        if offered:
            self._show_next(kind, whose)
        self._life.addStretch(1)

    def _show_gone(self) -> None:
        erased = self._register.known.erased
        self._entitle("Dit signaal is gewist" if erased else "Dit signaal is er niet meer")
        if erased:
            self._life.addWidget(label(_ERASED, role="muted"))
        self._life.addStretch(1)

    def _entitle(self, name: str) -> None:
        self._title.setText(name)
        self.setWindowTitle(f"Signaal: {' '.join(name.split())}"[:_LONGEST_TITLE])

    def _show_in_short(self, signal: RegisteredSignal) -> None:
        said = InShort(signal, self._register.known.passed_over)
        said.routes_wished.connect(self.routes_wished)
        said.erase_wished.connect(self._on_erase)
        said.lay_beside_wished.connect(self._doing.lay_beside)
        self._said.addWidget(said)

    def _show_turn(self, signal: RegisteredSignal) -> str:
        """Show whose turn it is, and say it."""
        turn = TurnCard(signal, self._register, today=self._today(), tell=self.banner.show_problem)
        turn.other_wished.connect(self.other_wished)
        self._life.addWidget(turn)
        return turn.whose

    def _show_disputes(self, whose: str) -> None:
        known = self._register.known
        if not (known.apart or known.versions):
            return
        disputes = Disputes(known, whose=whose)
        disputes.steps_passed_over.connect(self._doing.pass_over)
        disputes.text_chosen.connect(self._doing.choose_text)
        self._life.addWidget(disputes)
        disputes.show()
        self._first = disputes.first

    def _show_timeline(self, signal: RegisteredSignal) -> None:
        timeline = Timeline(
            signal,
            unread=self._register.unread,
            apart=[{step.id for step in steps} for steps in self._register.known.apart],
            owing=self._register.owing,
        )
        timeline.undo_wished.connect(self._doing.take_back)
        timeline.again_wished.connect(self._doing.count_again)
        timeline.reword_wished.connect(self._on_reword)
        self._life.addWidget(timeline)

    def _show_next(self, kind: StepKind | None, whose: str) -> None:
        """The steps that can be taken; with the cursor on the first is heard whose turn it is."""
        steps = NextSteps(self._register, written=kind)
        steps.step_wished.connect(self._on_kind)
        steps.file_wished.connect(self._answer.choose)
        self._life.addWidget(steps)
        steps.show()
        if self._first is None and steps.first is not None:
            self._first = steps.first
            self._first.setAccessibleDescription(whose)

    @Slot(object)
    def _on_changed(self, kind: StepKind | None) -> None:
        self._show(kind)
        self.take_focus()

    @Slot(object)
    def _on_stale(self, kind: StepKind | None) -> None:
        self._read(kind or self._writing.kind)
        self.take_focus()

    @Slot(object)
    def _on_mixed(self, kind: StepKind) -> None:
        self._on_changed(kind)
        self.banner.show_message(_TYPED_TOO)

    @Slot(object)
    def _on_kind(self, kind: StepKind) -> None:
        self.hand_over()  # What goes out of sight is kept at once.
        self._on_changed(kind)

    @Slot()
    def _on_put_away(self) -> None:
        self.hand_over()
        self._on_changed(None)

    @Slot(object)
    def _on_taken(self, step: Step) -> None:
        if not self._joining.holds(step):
            self._doing.write(step)

    @Slot(object)
    def _on_reword(self, step: Step) -> None:
        self._show()
        self._writing.open(step.kind, self._life, again=step)
        self.take_focus()

    @Slot(object)
    def _on_joined_here(self, other: SignalLine) -> None:
        self._half.type(StepKind.JOINED, {})
        self.hand_over()
        self._doing.for_good(_JOINED_THERE.format(other.title))
        self._read(None)
        self.take_focus()
        self.banner.show_message(_GOES_ON_HERE.format(other.title))

    @Slot(object)
    def _on_answer(self, found: Answer) -> None:
        texts = laid_ready(found, self._half.of(StepKind.ANSWERED))
        self._half.type(StepKind.ANSWERED, texts)
        self._on_kind(StepKind.ANSWERED)
        self._laid_ready = told(found)
        self.banner.show_message(self._laid_ready)

    @Slot(object)
    def _on_replaced(self, told: Replaced) -> None:
        """Show what the other register says; what is typed stays in its form."""
        shown = self._register.signal
        if not self._is_read():
            return
        if told.is_gone and shown is not None:
            self.banner.show_problem(told, way_out=_PUT_BACK, deed=partial(self._put_back, shown))
        elif self._register.signal != shown:
            self._on_changed(self._writing.kind or self._half.begun())

    def _put_back(self, signal: RegisteredSignal) -> None:
        """Write a signal down in the register again, with its steps."""
        try:
            self._register.put_again(signal)
            self._half.read()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._on_changed(self._writing.kind or self._half.begun())
        self.banner.show_message("Het signaal staat weer in het register.")

    @Slot()
    def _on_erase(self) -> None:
        """Ask what erasing takes, above everything else; nothing has happened yet."""
        self.hand_over()
        self._show()
        card = self._erasing.card()
        if card is not None:
            card.put_away.connect(self._on_put_away)
            self._life.insertWidget(0, card)
            card.show()
            card.take_focus()

    @Slot(object)
    def _on_erased(self, emptied: Emptied) -> None:
        self._half.forget()
        self._doing.erased()
        self._read(None)
        self.take_focus()
        problem = not_everywhere(emptied)
        if problem is not None:
            self.banner.show_problem(problem)
        else:
            self.banner.show_message(_ERASED_NOW)

    @Slot(object)
    def _on_not_erased(self, problem: Solvable) -> None:
        self._read(None)
        self.take_focus()
        self.banner.show_problem(problem)
