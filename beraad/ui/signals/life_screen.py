"""One signal: what it says, whose turn it is, what became of it, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.phases.dates import full_date, origin_label
from beraad.phases.wording import SIGNAL_LEVEL_LABELS
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find
from beraad.privacy.leaving.later import open_steps, places_in
from beraad.publishing.answered import Answer
from beraad.publishing.drafting import Drafting, Replaced
from beraad.publishing.erasing import told as not_everywhere
from beraad.publishing.stepping import (
    Beside,
    beside_of,
    chosen,
    known,
    laid_beside,
    put_again,
    reworded,
    taken,
)
from beraad.records import Id, RegisteredSignal, SignalLine, Step, StepKind, in_force, new_id
from beraad.report.compose.parts import listed
from beraad.signals.days import misdated
from beraad.signals.fold import Folded
from beraad.signals.form_marks import answered_by, form_mark
from beraad.signals.joining import also_seen, lets_go, what_is_let_go
from beraad.signals.life import allowed, lacks, life
from beraad.signals.likeness import alike_signals
from beraad.signals.lines import line_of
from beraad.signals.moves import WAY_BACK
from beraad.signals.teams import BETWEEN_TEAMS
from beraad.signals.telling import days_sentence, owed_sentence, step_sentence, usual_term
from beraad.signals.told_back import (
    has_heard,
    owed_among,
    standing_withdrawals,
    still_waiting,
)
from beraad.store.copies.emptying import Emptied
from beraad.store.register_lines import signal_lines
from beraad.ui.signals.answer_file import AnswerFile, beside_what_was_typed, laid_ready, told
from beraad.ui.signals.came_back import OF_NONE
from beraad.ui.signals.deeds import NOTHING_AGAIN, NOTHING_LEFT, Deed, Deeds, Did
from beraad.ui.signals.draft_keeper import DraftKeeper
from beraad.ui.signals.erase_card import SignalErasing
from beraad.ui.signals.other_words import told_apart
from beraad.ui.signals.read_texts import ReadTexts
from beraad.ui.signals.step_form import Hearers, StepForm
from beraad.ui.signals.step_words import AGAIN, STEP_BUTTONS
from beraad.ui.signals.timeline import Timeline
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.dropped import accept_copy, dropped_file
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, clear, column, in_card, label, panel, row, title_above
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.shortcuts import heed_undo
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1200
_SIDE_BY_SIDE = 860
_OFFERED = 6
_LONGEST_TITLE = 80
"""Signals to join with that are offered at once."""
_IN_WORDS = ("words", "to", "change", "how", "role")
_TAKEN_BACK = "Teruggenomen: de stap telt niet meer mee. Wat je schreef staat weer klaar."
_TAKEN_BACK_KEPT = (
    "Teruggenomen: de stap telt niet meer mee. Wat je schreef is bewaard, en staat klaar zodra "
    "deze stap weer past. Met Ctrl+Shift+Z of “Weer laten tellen” telt hij weer mee."
)
_CHOSEN = "Gekozen. Met Ctrl+Z staan ze weer naast elkaar."
_CHOICE_BACK = "Je keuze is teruggenomen. Kies opnieuw wat geldt."
_READ_FIRST = (
    "Samenvoegen laat hier een termijn vervallen. Lees bovenaan welke. Klopt het toch, kies dan "
    "nog eens “Nalezen en bewaren”."
)
_GOES_ON_HERE = "“{}” gaat nu verder met dit signaal. Wat hier al gevraagd was, blijft staan."
_JOINED_THERE = "Het samenvoegen staat bij “{}”. Neem het daar terug."
_REWORDED_STAYS = (
    "Wat je anders schreef kan niet terug: de woorden van daarvoor zijn gewist. Met nog eens "
    "Ctrl+Z neem je terug wat je daarvoor deed."
)
_ERASED_STAYS = "Wissen kan niet terug: de woorden staan nergens meer."
_TYPED_TOO = (
    "In een ander venster typte iemand in hetzelfde veld. Dat staat nu onder wat jij schreef."
)
_TAKEN_BACK_TOO = (
    "Teruggenomen: de stap telt niet meer mee. Wat je al typte bleef staan; wat in de stap stond,"
    " staat eronder."
)
_APART = "Twee laptops schreven dit zonder het van elkaar te weten. Wat geldt?"
_CHOOSE_FIRST = "Er liggen twee antwoorden. Kies eerst bij “Wat geldt?” welk antwoord geldt."
_ANOTHER_SINCE = (
    "Sinds je hieraan begon kwam er een ander antwoord. Lees dat eerst. Wat je typte staat er nog; "
    "als je bewaart, gaat het over het antwoord dat er nu staat."
)
_PUT_BACK = "Zet dit signaal weer in het register"
_PAGE = "Een bladzijde met een vak voor het antwoord, voor wie het kan oplossen."
_ELSEWHERE = "Het gaat verder met een signaal van een andere laptop. Wissel uit om het te zien."
_CIRCLE = "Dit signaal en {} zijn over en weer samengevoegd. Neem bij één van de twee terug."
_LETTER = "Een halve pagina voor het team: wat zij zagen, wat ermee is gedaan en waarom."
_WITHDRAWN_STAYS = (
    "Intrekken bewaart het signaal, met de reden; je kunt het terugnemen. Moeten de woorden weg, "
    "ook bij anderen? Kies dan “Wissen uit het register …”."
)
_ERASED = "Dit signaal is gewist. De woorden staan hier niet meer, en komen niet terug."
_ERASED_NOW = (
    "Gewist. Voeg samen of wissel uit: dan verdwijnt het ook bij de anderen, zodra zij dat doen."
)
_GONE_ON = (
    "Het ging verder met een signaal dat is gewist. Speelt dit nog? Neem het samenvoegen dan terug."
)
_VERSIONS = "Twee laptops veranderden de tekst zonder het van elkaar te weten. Welke tekst geldt?"
_PASSED_OVER = "Er stond ook een andere tekst; gekozen is wat hier staat. Daar staat:"

_NOT_NOW = Solvable(
    "Op dit signaal kan nu geen antwoord worden genoteerd.",
    kept="Er is niets veranderd.",
    way_out="Schrijf eerst op dat het is doorgegeven, of kijk of dit het goede signaal is.",
)


def _of_another(line: SignalLine) -> Solvable:
    return Solvable(
        f"Dit antwoord hoort bij een ander signaal: “{line.title}”, {line.team}.",
        kept="Er is niets veranderd.",
        way_out="Open dat signaal en geef het bestand daar.",
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
        self._path = path
        self._look = look
        self._today = today
        self._lexicon = lexicon
        self._now = now
        self._steps_of = steps
        self._known = Folded()
        self._typed: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._deeds = Deeds()
        self._asked_to_join: Id | None = None
        self._beside = Beside()
        self._untold: tuple[str, ...] = ()
        self._form: StepForm | None = None
        self._first: QPushButton | None = None
        self._other: Id | None = None
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_way_out)
        self._drafting = Drafting(signal_id, path)
        self._keeper = DraftKeeper(
            self._keep_drafts,
            self.banner,
            self,
            typed=self._words_waiting,
            again=self._drafting.again,
        )
        self._keeper.replaced.connect(self._on_replaced)
        self._answer = self._answer_file()
        self._erasing = SignalErasing(signal_id, path, self, now=now)
        self._erasing.erased.connect(self._on_erased)
        self._erasing.failed.connect(self._on_not_erased)
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
        outside.addWidget(centred(middle, widest=look.scale.px(_WIDEST)), 1)
        heed_undo(self, self.undo, self.redo)
        leave_by_esc(self, self.back_wished)
        self._read(kind)

    def _answer_file(self) -> AnswerFile:
        """What came back may be dropped here."""
        made = AnswerFile(self, today=self._today, lexicon=self._lexicon)
        made.read.connect(self.take_answer)
        made.failed.connect(self.banner.show_problem)
        self.setAcceptDrops(True)
        return made

    def _beside_each_other(self, share: int, *, spacing: int) -> QVBoxLayout:
        """One of the sides: Tab goes down through it, and then through the next."""
        side = QWidget()
        self._side.addWidget(side, share)
        return column(side, spacing=spacing)

    def take_focus(self) -> None:
        """Put the cursor in the step that is being written, or on the first that can be taken."""
        if self._form is not None:
            self._form.take_focus()
        elif self._first is not None:
            self._first.show()  # It was made just now.
            self._first.setFocus()
        else:
            self._back.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._look.scale.px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._side.direction() != way:
            self._side.setDirection(way)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            accept_copy(event)
            self._answer.take(path)

    def hand_over(self) -> Solvable | None:
        """Keep what was typed and is no step yet; what went wrong and was told, if anything."""
        self._erasing.settle()
        return self._keeper.hand_over()

    def _words_waiting(self) -> tuple[str, ...]:
        """What somebody wrote in words; a day or a choice names nothing by itself."""
        typed = (*_IN_WORDS, "typed")
        return tuple(
            text for name, text in self._waiting.items() if name.rpartition(".")[2] in typed
        )

    def _keep_drafts(self) -> None:
        if not self._waiting:
            return
        kept = self._drafting.keep(self._waiting, seen=self._kept)
        others = {name for name, text in self._waiting.items() if kept.get(name, "") != text}
        self._waiting, self._kept = {}, kept
        if others:
            self._typed = kept
            self._show(StepKind(others.pop().partition(".")[0]))
            self.take_focus()
            self.banner.show_message(_TYPED_TOO)

    def undo(self) -> None:
        """Take back what was typed where the cursor is, or else the last that was done here."""
        if self._form is not None and self._form.undo():
            return
        deed = self._deeds.last()
        if deed is None:
            if self._form is None or not self._form.undo_anywhere():
                self.banner.show_message(NOTHING_LEFT)
        elif deed.did is Did.FOR_GOOD:
            self._deeds.went_back()
            self.banner.show_message(deed.why)
        elif self._is_done(deed, is_back=True):
            self._deeds.went_back()
            self._tell_of(deed, is_back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._form is not None and self._form.redo():
            return
        deed = self._deeds.next()
        if deed is None:
            self.banner.show_message(NOTHING_AGAIN)
        elif self._is_done(deed, is_back=False):
            self._deeds.went_on()
            self._tell_of(deed, is_back=False)

    def _is_done(self, deed: Deed, *, is_back: bool) -> bool:
        """Do again what was done, or take it back; whether that was kept."""
        if deed.chosen is None:
            return self._makes_count(deed.steps, counts=deed.makes_count != is_back)
        if (deed.did is Did.CHOSE_TEXT) != is_back:
            return self._lets_stand(deed.chosen, deed.texts)
        return self._lays_beside(deed.chosen, deed.texts)

    def _lets_stand(self, signal: RegisteredSignal, texts: tuple[RegisteredSignal, ...]) -> bool:
        try:
            self._known = chosen(signal, texts, self._path)
        except Solvable as problem:
            self._read_again(problem)
            return False
        return True

    def _lays_beside(self, signal: RegisteredSignal, texts: tuple[RegisteredSignal, ...]) -> bool:
        try:
            self._known = laid_beside(texts, self._path, chosen=signal)
        except Solvable as problem:
            self._read_again(problem)
            return False
        return True

    def _read_again(self, problem: Solvable) -> None:
        """Show what stands there by now, and why nothing was done."""
        self._read(self._form.kind if self._form is not None else None)
        self.take_focus()
        self.banner.show_problem(problem)

    def _makes_count(self, about: tuple[Id, ...], *, counts: bool) -> bool:
        """Withdraw these steps, or the withdrawals of them; whether all of that was kept."""
        standing = {step.id for step in in_force(self._steps())}
        if counts:
            withdrawals = standing_withdrawals(self._steps())
            wanted = [each for step in about for each in withdrawals.get(step, ())]
        else:
            wanted = [step for step in about if step in standing]
        return all(self._withdrawn(each) for each in wanted)

    def _tell_of(self, deed: Deed, *, is_back: bool) -> None:
        """Say what became of a deed; the words of a step that counts no more are laid ready."""
        steps = [each for each in self._steps() if each.id in deed.steps]
        if deed.did in {Did.CHOSE, Did.CHOSE_TEXT, Did.LAID_BESIDE}:
            self._show()
            self.take_focus()
            chosen_now = (deed.did is Did.LAID_BESIDE) == is_back
            self.banner.show_message("Weer gekozen." if chosen_now else _CHOICE_BACK)
        elif deed.makes_count == is_back:
            for step in steps:
                self._lay_ready(step)
        else:
            for step in steps:
                if self._drafts(step.kind) == _texts_of(step):
                    self._on_typed(step.kind, {})
            self.hand_over()
            self._show()
            self.take_focus()
            self.banner.show_message("Weer gedaan: de stap telt weer mee.")

    def _lay_ready(self, step: Step) -> None:
        """Lay what a step said ready to write it down again, where it can be written now."""
        begun = self._drafts(step.kind)
        self._on_typed(step.kind, beside_what_was_typed(_texts_of(step), begun))
        self.hand_over()
        self._show(step.kind)
        self.take_focus()
        if self._form is None:
            self.banner.show_message(_TAKEN_BACK_KEPT)
        else:
            self.banner.show_message(_TAKEN_BACK_TOO if begun.get("words") else _TAKEN_BACK)

    def _steps(self) -> tuple[Step, ...]:
        return self._known.signal.steps if self._known.signal else ()

    def _withdrawn(self, about: Id) -> bool:
        today = self._today()
        step = Step(id=new_id(), kind=StepKind.UNDONE, on=today, recorded_on=today, about=about)
        return self._take(step)

    def _read(self, kind: StepKind | None) -> None:
        if self._is_read():
            self._show(kind or self._begun())

    def _is_read(self) -> bool:
        """Read what the register says now; whether that went well, and else it is told."""
        try:
            self._known = known(self._id, self._path)
            self._typed = self._kept = self._drafting.read()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return False
        return True

    def _begun(self) -> StepKind | None:
        """The step that somebody began to write and did not finish."""
        began = {field.partition(".")[0] for field in self._typed}
        return next((kind for kind in StepKind if kind.value in began), None)

    def _show(self, kind: StepKind | None = None) -> None:
        clear(self._life)
        clear(self._said)
        self._form = None
        self._first = None
        self._untold = ()
        signal = self._known.signal
        if signal is None:
            self._show_gone()
            return
        content = signal.content
        self._entitle(content.bottleneck or content.what or "Signaal")
        self._tell(signal)
        self._beside = self._what_is_beside(signal)
        self._untold = still_waiting(signal, self._beside.joined)
        whose, turn = self._turn(signal)
        self._life.addWidget(turn)
        for complaint in self._known.complaints:
            self._life.addWidget(_hint(complaint))
        self._show_disputes(whose)
        unread = {step.id for step in open_steps(signal, self._lexicon())}
        timeline = Timeline(signal, unread=unread)
        timeline.undo_wished.connect(self._on_undo)
        timeline.again_wished.connect(self._on_again)
        timeline.reword_wished.connect(self._on_reword)
        self._life.addWidget(timeline)
        offered = allowed(signal)
        if StepKind.TOLD in offered:
            self._offer_letter(signal)
        if kind is not None and kind in offered:
            self._open_form(kind)
        if offered and life(signal).answer is None:
            self._offer(_PAGE, "Signaal om door te geven", "page", self.page_wished)
        if not offered:
            self._life.addStretch(1)
            return
        steps = self._owed_first(signal, offered)
        self._offer_steps(signal, tuple(each for each in steps if each is not kind), whose)
        self._life.addStretch(1)

    def _owed_first(
        self, signal: RegisteredSignal, offered: tuple[StepKind, ...]
    ) -> tuple[StepKind, ...]:
        """The steps as a life has them, but first what we owe ourselves."""
        owing = owed_among(signal, *self._beside, clash=self._known.answers_clash)
        if owing is None or owing.what is StepKind.ANSWERED:
            return offered
        return tuple(sorted(offered, key=lambda kind: kind is not owing.what))

    def _offer_steps(
        self, signal: RegisteredSignal, offered: tuple[StepKind, ...], whose: str
    ) -> None:
        """The steps that can be taken; with the cursor on the first is heard whose turn it is."""
        self._life.addWidget(title_above("Wat is er nu gedaan?"))
        ways = FlowLayout()
        for each in offered:
            again = each is StepKind.PASSED_ON and any(
                step.kind is StepKind.PASSED_ON for step in signal.steps
            )
            way = button(AGAIN if again else STEP_BUTTONS[each], name=f"step-to-{each.value}")
            way.clicked.connect(partial(self._on_kind, each))
            ways.addWidget(way)
            if self._first is None:
                self._first = way
                way.setAccessibleDescription(whose)
        if StepKind.ANSWERED in allowed(signal):
            from_file = button("Antwoord uit een bestand …", kind="link", name="answer-file")
            from_file.clicked.connect(self._answer.choose)
            ways.addWidget(from_file)
        self._life.addLayout(ways)

    def _show_gone(self) -> None:
        erased = self._known.erased
        self._entitle("Dit signaal is gewist" if erased else "Dit signaal is er niet meer")
        if erased:
            self._life.addWidget(label(_ERASED, role="muted"))
        self._life.addStretch(1)

    def _entitle(self, name: str) -> None:
        self._title.setText(name)
        self.setWindowTitle(f"Signaal: {' '.join(name.split())}"[:_LONGEST_TITLE])

    def _turn(self, signal: RegisteredSignal) -> tuple[str, QFrame]:
        """Whose turn it is; also heard on the control where the cursor is after each step."""
        head = panel("card")
        inside = in_card(head, spacing=4)
        owing = owed_among(signal, *self._beside, clash=self._known.answers_clash)
        who = owed_sentence(owing) if owing else "Niemand is meer aan zet."
        inside.addWidget(label(who, role="heading"))
        if other := line_of(signal).goes_on_with:
            self._lead_on(inside, other)
        own = line_of(signal, clash=self._known.answers_clash)
        for joined, said in also_seen(own, self._beside.joined):
            self._lead_to(inside, joined.id, said)
        if owing is not None:
            how = "afgesproken" if owing.agreed else usual_term(owing)
            days = days_sentence(owing.days_left(self._today()))
            since = f"Aan zet sinds {full_date(owing.since)}"
            inside.addWidget(label(f"{since} · {days} · {how}", role="small"))
        return who, head

    def _lead_on(self, inside: QVBoxLayout, other: Id) -> None:
        """Tell with which signal a joined one goes on, with the way there."""
        try:
            found = next((line for line in signal_lines(self._path) if line.id == other), None)
            erased = found is None and known(other, self._path).erased
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        if found is None:
            inside.addWidget(label(_GONE_ON if erased else _ELSEWHERE, role="small"))
            return
        called = f"“{found.title}”, {found.team}" if found.team else f"“{found.title}”"
        goes_on = f"Het gaat verder met {called}."
        self._lead_to(inside, other, goes_on if self._beside.end else _CIRCLE.format(called))

    def _lead_to(self, inside: QVBoxLayout, other: Id, said: str) -> None:
        """Say something of another signal, with the way there."""
        both = row(spacing=12)
        both.addWidget(label(said), 1)
        way = button("Naar dat signaal", name="other-signal")
        way.setAccessibleDescription(said)
        way.clicked.connect(partial(self._on_other, other))
        both.addWidget(way)
        inside.addWidget(folding(both))

    @Slot()
    def _on_other(self, other: Id) -> None:
        self.other_wished.emit(other)

    def _offer_letter(self, signal: RegisteredSignal) -> None:
        """Half a page for the team, and who besides has to hear it."""
        is_told = life(signal).told is not None
        untold = tuple(team for team in self._untold if is_told or team != signal.team.strip())
        also = _also(untold) if untold else ""
        self._offer(_LETTER, "Terugkoppeling maken", "letter", self.letter_wished, also)

    def _offer(
        self, told: str, way: str, name: str, wished: SignalInstance, above: str = ""
    ) -> None:
        """A document about this signal, with what it is for."""
        box = panel("card")
        inside = in_card(box, spacing=6)
        if above:
            inside.addWidget(label(above, role="strong"))
        beside = row(spacing=12)
        beside.addWidget(label(told), 1)
        made = button(way, name=name)
        made.clicked.connect(wished)
        beside.addWidget(made)
        inside.addWidget(folding(beside))
        self._life.addWidget(box)

    def _what_is_beside(self, signal: RegisteredSignal) -> Beside:
        try:
            return beside_of(signal.id, self._path)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return Beside()

    def _tell(self, signal: RegisteredSignal) -> None:
        content = signal.content
        self._said.addWidget(title_above("Het signaal in het kort"))
        level = SIGNAL_LEVEL_LABELS[content.level] if content.level else ""
        often = ", ".join(filter(None, (content.frequency, content.since)))
        for said, text in (
            ("Van", " · ".join(filter(None, (signal.team, origin_label(signal.week))))),
            ("Wat gebeurt er?", content.what),
            ("Waar zit het?", " · ".join(filter(None, (level, content.process)))),
            ("Hoe vaak en sinds wanneer?", often),
            ("Wat doet het met inwoners?", content.effect),
            ("Onze vraag", content.wish),
            ("Aan", content.recipient),
            ("Wie koppelt terug?", content.reports_back),
        ):
            if text.strip():
                self._said.addWidget(label(said, role="label"))
                self._said.addWidget(label(text))
        self._tell_passed_over(signal)
        routes = button("Routekaart", name="routes")
        routes.clicked.connect(partial(self._on_routes, life(signal).holder))
        erase = button("Wissen uit het register …", kind="link", name="erase-signal")
        erase.clicked.connect(self._on_erase)
        ways = FlowLayout()
        ways.addWidget(routes)
        ways.addWidget(erase)
        self._said.addLayout(ways)
        self._said.addStretch(1)

    def _tell_passed_over(self, signal: RegisteredSignal) -> None:
        """Say which text was not chosen, with the way back; nothing that was chosen is for good."""
        if not self._known.passed_over:
            return
        texts = (*self._known.passed_over, signal)
        told = "\n".join(_told_beside(each, texts) for each in self._known.passed_over)
        box = _hint(f"{_PASSED_OVER}\n{told}")
        back = button("Zet ze weer naast elkaar", kind="link", name="lay-beside")
        back.clicked.connect(self._on_lay_beside)
        inside = box.layout()
        if inside is not None:
            inside.addWidget(back)
        self._said.addWidget(box)

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
        self._waiting, self._typed, self._kept = {}, {}, {}
        for kind in StepKind:
            self._steps_of(kind).clear()
        self._deeds.clear()
        self._deeds.add(Deed(Did.FOR_GOOD, why=_ERASED_STAYS))
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

    @Slot()
    def _on_routes(self, holder: str) -> None:
        self.routes_wished.emit(holder)

    def _show_disputes(self, whose: str) -> None:
        for steps in self._known.apart:
            box = _hint(_APART)
            for step in steps:
                others = tuple(each for each in steps if each.id != step.id)
                self._choice(box, step_sentence(step), partial(self._on_choose_step, others), whose)
            self._life.addWidget(box)
        if self._known.versions:
            box = _hint(_VERSIONS)
            for each in self._known.versions:
                said = _told_beside(each, self._known.versions)
                self._choice(box, said, partial(self._on_choose_text, each), whose)
            self._life.addWidget(box)

    def _choice(self, box: QWidget, said: str, choose: Callable[[], None], whose: str) -> None:
        beside = row(spacing=10)
        beside.addWidget(label(said), 1)
        way = button("Dit geldt", name="choose")
        way.setAccessibleDescription(said)
        if self._first is None:
            self._first = way
            way.setAccessibleDescription(f"{whose} {said}")
        way.clicked.connect(choose)
        beside.addWidget(way)
        inside = box.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(beside)

    def _open_form(self, kind: StepKind, again: Step | None = None) -> None:
        texts = _texts_of(again) if again else self._drafts(kind)
        if kind is StepKind.PASSED_ON and again is None and not texts:
            texts = self._as_agreed()
        waiting = self._who_wait() if kind is StepKind.TOLD else ()
        if waiting and again is None and "to" not in texts:
            texts["to"] = BETWEEN_TEAMS.join(waiting)
        signal = self._known.signal
        answer = life(signal).answer if signal else None
        began_at = texts.get("answer", "")
        form = StepForm(
            kind,
            texts=texts,
            answer=answer.id if answer else None,
            hearers=Hearers(self._teams(), waiting) if kind is StepKind.TOLD else None,
            today=self._today,
            read=ReadTexts(
                self,
                places_in=self._places_in,
                now=self._now,
                steps=None if again else self._steps_of(kind),
            ),
            others=self._others,
            again=again,
        )
        form.put_away.connect(self._on_put_away)
        if again is None:
            form.typed.connect(partial(self._on_typed, kind))
            form.taken.connect(self._on_taken)
        else:
            form.taken.connect(self._on_reworded)
        self._form = form
        if kind is StepKind.WITHDRAWN:
            self._life.addWidget(_hint(_WITHDRAWN_STAYS))
        self._life.addWidget(form)
        form.show()
        if self._known.answers_clash and kind in WAY_BACK:
            form.refuse(_CHOOSE_FIRST)
        elif began_at and answer is not None and began_at != answer.id:
            form.refuse(_ANOTHER_SINCE)

    @Slot(object)
    def take_answer(self, found: Answer) -> None:
        """Lay what came back ready in the step; a person reads it and keeps it, or does not."""
        signal = self._known.signal
        if signal is None or StepKind.ANSWERED not in allowed(signal):
            self.banner.show_problem(_NOT_NOW)
            return
        if found.about and found.about != form_mark(self._id) and self._is_of_another(found.about):
            return
        texts = laid_ready(found, self._drafts(StepKind.ANSWERED))
        self._on_typed(StepKind.ANSWERED, texts)
        self.hand_over()
        self._show(StepKind.ANSWERED)
        self.take_focus()
        self.banner.show_message(told(found))

    def _is_of_another(self, about: str) -> bool:
        """Whether a form belongs to another signal; says to which, with the way there.

        One of a signal that went on in this one is answered here.
        """
        try:
            lines = signal_lines(self._path)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return True
        other = answered_by(about, lines)
        if other is None:
            self.banner.show_problem(OF_NONE)
            return True
        if other.id == self._id:
            return False
        self._other = other.id
        self.banner.show_problem(_of_another(other), way_out="Naar dat signaal")
        return True

    @Slot()
    def _on_way_out(self) -> None:
        if self._other is not None:
            self._on_other(self._other)

    def _drafts(self, kind: StepKind) -> dict[str, str]:
        begin = f"{kind.value}."
        return {
            field.removeprefix(begin): text
            for field, text in self._typed.items()
            if field.startswith(begin)
        }

    def _as_agreed(self) -> dict[str, str]:
        """To whom it goes and before when, as the signal says; of another round nothing is said."""
        signal = self._known.signal
        if signal is None or any(step.kind is StepKind.PASSED_ON for step in signal.steps):
            return {}
        content = signal.content
        due = content.answer_due.isoformat() if content.answer_due else ""
        agreed = {"to": content.recipient.strip(), "role": content.sender_role.strip(), "due": due}
        return {name: text for name, text in agreed.items() if text}

    def _teams(self) -> tuple[str, ...]:
        """The teams that this signal is of, with those that saw the same."""
        signal = self._known.signal
        own = (signal.team,) if signal else ()
        return tuple(
            filter(None, map(str.strip, (*own, *(line.team for line in self._beside.joined))))
        )

    def _who_wait(self) -> tuple[str, ...]:
        """Every team that did not hear it yet, each to be found back as a whole."""
        signal = self._known.signal
        own = signal is not None and not has_heard(signal, signal.team)
        mine = (signal.team,) if signal is not None and own else ()
        every = dict.fromkeys(map(str.strip, (*mine, *self._untold)))
        return tuple(filter(None, every))

    def _places_in(self, text: str) -> tuple[Find, ...]:
        return places_in(text, self._lexicon(), on=self._today()) if text.strip() else ()

    def _others(self, asked: str) -> tuple[SignalLine, ...]:
        from beraad.phases.folding import plain

        words = plain(asked).split()
        signal = self._known.signal
        ready = tuple(
            line
            for line in signal_lines(self._path)
            if line.id != self._id
            and line.owed is not None
            and all(word in plain(f"{line.title} {line.ask} {line.team}") for word in words)
        )
        alike = [one.line for one in alike_signals(signal.content, ready)] if signal else []
        found = {line.id: line for line in (*alike, *ready)}
        return tuple(line for line, _ in zip(found.values(), range(_OFFERED), strict=False))

    def _take(self, step: Step, *, is_read: bool = False) -> bool:
        """Keep a step; whether that worked."""
        if self.hand_over() is not None:
            return False
        try:
            self._known = taken(
                self._id, step, self._path, is_read=is_read, lexicon=self._lexicon()
            )
            self._typed = self._kept = self._drafting.read()
            self._steps_of(step.kind).clear()  # It stands in the register now.
        except Solvable as problem:
            if step.kind in WAY_BACK:  # Perhaps another answer came meanwhile: let it be seen.
                self._read(step.kind)
                self.take_focus()
            self.banner.show_problem(problem)
            return False
        self.banner.hide()
        self._show(self._begun())
        self.take_focus()
        return True

    def _on_typed(self, kind: StepKind, texts: dict[str, str]) -> None:
        """Only what is written anew here is kept anew: another window may write the rest."""
        begin = f"{kind.value}."
        before = {name: text for name, text in self._typed.items() if name.startswith(begin)}
        now = {f"{begin}{name}": text for name, text in texts.items()}
        self._waiting |= {
            name: now.get(name, "")
            for name in before | now
            if before.get(name, "") != now.get(name, "")
        }
        others = {name: text for name, text in self._typed.items() if name not in before}
        self._typed = others | now
        self._keeper.soon()

    @Slot(object)
    def _on_taken(self, step: Step) -> None:
        signal = self._known.signal
        if signal is not None and self._form is not None:
            why = lacks(signal, step) or misdated(signal, step, self._today())
            if why:
                self._form.refuse(why)
                return
        if self._lets_go(step):
            return
        if self._take(step, is_read=True):
            self._deeds.add(Deed(Did.WROTE, (step.id,)))

    def _lets_go(self, step: Step) -> bool:
        """Ask once about an answer that is owed here and will be owed by nobody."""
        if step.kind is not StepKind.JOINED or step.about == self._asked_to_join:
            return False
        try:
            lines = {line.id: line for line in signal_lines(self._path)}
        except Solvable as problem:
            self.banner.show_problem(problem)
            return True
        own, into = lines.get(self._id), lines.get(step.about) if step.about else None
        if own is None or into is None or not lets_go(own, into):
            return False
        self._asked_to_join = step.about
        if self._form is not None:
            self._form.refuse(_READ_FIRST)
        self.banner.ask(
            what_is_let_go(own, into, self._today()),
            way_out="Voeg andersom samen",
            deed=partial(self._join_here, into, step),
        )
        return True

    def _join_here(self, other: SignalLine, step: Step) -> None:
        """Let the other signal go on in this one, with what was written about it."""
        try:
            taken(
                other.id,
                replace(step, id=new_id(), about=self._id),
                self._path,
                is_read=True,
                lexicon=self._lexicon(),
            )
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._on_typed(StepKind.JOINED, {})
        self.hand_over()
        self._deeds.add(Deed(Did.FOR_GOOD, why=_JOINED_THERE.format(other.title)))
        self._read(None)
        self.take_focus()
        self.banner.show_message(_GOES_ON_HERE.format(other.title))

    @Slot(object)
    def _on_reworded(self, step: Step) -> None:
        signal = self._known.signal
        if signal is not None and self._form is not None:
            place = next((n for n, one in enumerate(signal.steps) if one.id == step.id), 0)
            before = replace(signal, steps=signal.steps[:place])
            if why := misdated(before, step, self._today()):
                self._form.refuse(why)
                return
        try:
            self._known = reworded(self._id, step, self._path)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._deeds.add(Deed(Did.FOR_GOOD, why=_REWORDED_STAYS))
        self._show()
        self.take_focus()

    @Slot(object)
    def _on_undo(self, step: Step) -> None:
        if self._makes_count((step.id,), counts=False):
            self._deeds.add(Deed(Did.TOOK_BACK, (step.id,)))
            self._lay_ready(step)

    @Slot(object)
    def _on_again(self, step: Step) -> None:
        """A step that was taken back counts again, also one that was withdrawn by a choice."""
        if self._makes_count((step.id,), counts=True):
            deed = Deed(Did.WROTE, (step.id,))
            self._deeds.add(deed)
            self._tell_of(deed, is_back=False)

    @Slot(object)
    def _on_reword(self, step: Step) -> None:
        self._show()
        self._open_form(step.kind, again=step)
        self.take_focus()

    @Slot(object)
    def _on_replaced(self, told: Replaced) -> None:
        """Show what the other register says; what is typed stays in its form."""
        shown = self._known.signal
        if not self._is_read():
            return
        if told.is_gone and shown is not None:
            self.banner.show_problem(told, way_out=_PUT_BACK, deed=partial(self._put_back, shown))
        elif self._known.signal != shown:
            self._show(self._form.kind if self._form is not None else self._begun())
            self.take_focus()

    def _put_back(self, signal: RegisteredSignal) -> None:
        """Write a signal down in the register again, with its steps."""
        try:
            self._known = put_again(signal, self._path)
            self._typed = self._kept = self._drafting.read()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._show(self._form.kind if self._form is not None else self._begun())
        self.take_focus()
        self.banner.show_message("Het signaal staat weer in het register.")

    @Slot()
    def _on_put_away(self) -> None:
        self.hand_over()
        self._show()
        self.take_focus()

    def _on_kind(self, kind: StepKind) -> None:
        self.hand_over()  # What goes out of sight is kept at once.
        self._show(kind)
        self.take_focus()

    def _on_choose_step(self, others: tuple[Step, ...]) -> None:
        about = tuple(step.id for step in others)
        if self._makes_count(about, counts=False):
            self._deeds.add(Deed(Did.CHOSE, about))
            self.banner.show_message(_CHOSEN)

    def _on_choose_text(self, signal: RegisteredSignal) -> None:
        texts = self._known.versions
        if self._lets_stand(signal, texts):
            self._deeds.add(Deed(Did.CHOSE_TEXT, texts=texts, chosen=signal))
            self._show()
            self.take_focus()
            self.banner.show_message(_CHOSEN)

    @Slot()
    def _on_lay_beside(self) -> None:
        """Take a choice between texts back, also one of before or of another laptop."""
        signal = self._known.signal
        if signal is None:
            return
        texts = (*self._known.passed_over, signal)
        if self._lays_beside(signal, texts):
            self._deeds.add(Deed(Did.LAID_BESIDE, texts=texts, chosen=signal))
            self._show()
            self.take_focus()
            self.banner.show_message(_CHOICE_BACK)


def _told_beside(signal: RegisteredSignal, versions: tuple[RegisteredSignal, ...]) -> str:
    """What a text says where another says something else."""
    others = [each for each in versions if each != signal]
    told = told_apart(signal.content, (each.content for each in others))
    teams = {each.team for each in versions}
    return told or (signal.team if len(teams) > 1 else origin_label(signal.week))


def _also(teams: tuple[str, ...]) -> str:
    """The teams of joined signals that did not hear the answer yet."""
    many = len(teams) > 1
    saw = "zagen dit ook en hoorden" if many else "zag dit ook en hoorde"
    return f"{listed(teams)} {saw} het antwoord nog niet."


def _hint(text: str) -> QWidget:
    box = panel("hint")
    inside = column(box, spacing=6)
    inside.setContentsMargins(14, 8, 14, 8)
    inside.addWidget(label(text))
    return box


def _texts_of(step: Step) -> dict[str, str]:
    """A step as its form holds it."""
    said = {name: getattr(step, name) for name in _IN_WORDS}
    days = {"on": step.on.isoformat(), "due": step.due.isoformat() if step.due else ""}
    chosen_ones = {
        "outcome": step.outcome or "",
        "helped": step.helped or "",
        "about": step.about or "",
    }
    return {name: text for name, text in (said | days | chosen_ones).items() if text}
