"""Vragen aan teams: what beleid asks, what came back, and answering after a beraad."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable
from beraad.phases.date_entry import Reach
from beraad.phases.dates import full_date
from beraad.phases.wording import OFTEN_LABELS
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.find import Find
from beraad.privacy.leaving.later import places_in
from beraad.publishing.asking import asked, letter_written, questions_in, replied, taken_in
from beraad.publishing.drafting import Drafting, Replaced
from beraad.records import Often, Question
from beraad.report.compose.asking import told_counts, told_question
from beraad.signals.event_kind import NEW_QUESTION
from beraad.signals.questions import Gathered, entity_of
from beraad.ui.asking.letter_form import LetterForm
from beraad.ui.settings import Settings
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.signals.draft_keeper import TYPED_TOO, DraftKeeper
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.dropped import heed_offer, taken_file
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folder_dialog import ask_file
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.parts import button, clear, column, label, panel
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 920
_KINDS = "Een vraag of een antwoord (*.json)"
_HELP = (
    "Beleid vraagt of teams iets zien. Een team antwoordt na een beraad met hoe vaak, in stappen. "
    "Het gaat met een klein bestand heen en terug, of mee met Uitwisselen. Een aantal staat er pas "
    "vanaf drie beraden van twee teams; welk team wat antwoordde, staat er nooit."
)
_EMPTY = "Er is nog geen vraag. Stel er een, of open het bestand dat je kreeg. Slepen mag ook."
_ASKS = {
    "asked": "Welke vraag stel je? Begin met: zien jullie",
    "bottleneck": "Over welk knelpunt? Mag leeg blijven.",
    "role": "Namens welke rol vraag je dit?",
}
_ANSWERS = {
    "words": "Wil het team er iets bij zeggen? Mag leeg blijven.",
    "team": "Welk team? Dit gaat niet mee; er wordt alleen mee geteld.",
}
_OFTEN = "Hoe vaak zien jullie dit, in het laatste halfjaar?"


def _joins(fields: Mapping[str, str]) -> dict[str, str]:
    return dict.fromkeys(fields, "; ")


class QuestionsScreen(Screen):
    """`about` is a knelpunt to ask of at once; `file` one that was dropped elsewhere."""

    back_wished = Signal()

    def __init__(
        self,
        path: Path,
        look: Look,
        settings: Settings,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        about: str = "",
        file: Path | None = None,
        steps: Callable[[str], dict[str, TextSteps]] = lambda _: {},
    ) -> None:
        """`steps` is what can be undone of when a letter was typed at before, in this run."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Vragen aan teams")
        self._path = path
        self._settings = settings
        self._today = today
        self._lexicon = lexicon
        self._now = now
        self._steps_of = steps
        self._draft_name = ""
        self._form: LetterForm | None = None
        self._drafting: Drafting | None = None
        self._seen: dict[str, str] = {}
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_open_folder)
        self._keeper = DraftKeeper(
            self._keep_draft, self.banner, self, typed=self._typed, again=self._again
        )
        self.setAcceptDrops(True)
        self._back = button("← Signalen", kind="link", name="signals")
        self._back.clicked.connect(self.back_wished)
        self._ask = button("+ Stel een vraag", kind="primary", name="ask")
        self._ask.clicked.connect(self._on_ask)
        opening = button("Vraag of antwoord openen …", name="open-letter")
        opening.clicked.connect(self._on_open)
        ways = FlowLayout()
        ways.addWidget(self._ask)
        ways.addWidget(opening)
        self._place: QVBoxLayout = column()
        self._cards: QVBoxLayout = column(spacing=12)
        middle = QWidget()
        inside = column(middle, spacing=12)
        inside.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(label("Zien jullie …?", role="title"))
        inside.addWidget(label(_HELP, role="muted"))
        inside.addLayout(ways)
        inside.addLayout(self._place)
        inside.addLayout(self._cards)
        inside.addStretch(1)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(middle, widest=look.scale.px(_WIDEST)), 1)
        leave_by_esc(self, self.back_wished)
        self._show()
        if about:
            self._begin_asking({"bottleneck": about})
        if file is not None:
            self._take(file)

    def take_focus(self) -> None:
        """Put the cursor in what is being written, or on what most people do here."""
        if self._form is not None:
            self._form.take_focus()
        else:
            self._ask.setFocus()

    def hand_over(self) -> Solvable | None:
        """Keep what was typed; what went wrong and was told, if anything."""
        return self._keeper.hand_over()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        heed_offer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if file := taken_file(event):
            self._take(file)

    def _show(self) -> None:
        """Read the register and show every question with what came back."""
        clear(self._cards)
        try:
            known = questions_in(self._path)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        cards = [self._card(one) for one in known] or [label(_EMPTY, role="muted")]
        for card in cards:
            self._cards.addWidget(card)
            card.show()

    def _card(self, one: Gathered) -> QFrame:
        question = one.question
        card = panel("card")
        card.setObjectName("question")
        card.setAccessibleName(question.asked)
        inside = column(card, spacing=6)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(label(told_question(question), role="strong", heads=True))
        about = (question.role, full_date(question.on), question.bottleneck)
        inside.addWidget(label(" · ".join(filter(None, about)), role="small"))
        for line in told_counts(one):
            inside.addWidget(label(line))
        ways = FlowLayout()
        for text, name, way in (
            ("Antwoorden", "answer", self._on_answer),
            ("Bestand met de vraag maken", "write-question", self._on_write),
        ):
            made = button(text, name=name, described=f"{text}: {question.asked}")
            made.clicked.connect(partial(way, question))
            ways.addWidget(made)
        inside.addLayout(ways)
        return card

    def _begin(self, form: LetterForm, drafting: Drafting, ready: Callable[[], None]) -> None:
        """Show a form in the place of the one before it, of which what was typed is kept."""
        self._keeper.hand_over()
        clear(self._place)
        self._form, self._drafting = form, drafting
        form.edited.connect(self._keeper.soon)
        form.left.connect(self._on_left)
        form.ready.connect(ready)
        self._place.addWidget(form)
        form.show()
        form.take_focus()

    def _begin_asking(self, offered: Mapping[str, str]) -> None:
        drafting = Drafting(NEW_QUESTION, self._path, joins=_joins(_ASKS))
        form = LetterForm(
            "Een vraag aan alle teams",
            _ASKS,
            {**self._draft(drafting), **offered},
            done="Nalezen en bestand maken",
            day="Antwoord graag voor",
            reach=Reach.COMING,
            today=self._today,
            now=self._now,
            places_in=self._places_in,
            needed={"asked": "Schrijf eerst de vraag op."},
            steps=self._steps_for(NEW_QUESTION),
        )
        self._begin(form, drafting, self._on_asked)

    def _begin_answering(self, question: Question) -> None:
        usual = {"team": self._settings.defaults.team, "day": self._today().isoformat()}
        drafting = Drafting(entity_of(question.id), self._path, joins=_joins(_ANSWERS))
        begun = {name: text for name, text in self._draft(drafting).items() if text}
        form = LetterForm(
            question.asked,
            _ANSWERS,
            {**usual, **begun},
            done="Nalezen en antwoorden",
            day="Dag van het beraad",
            reach=Reach.PAST,
            today=self._today,
            now=self._now,
            places_in=self._places_in,
            needed={
                "chosen": "Kies eerst hoe vaak jullie dit zien.",
                "team": "Vul het team in. Het gaat niet mee.",
                "day": "Vul de dag van het beraad in.",
            },
            choices=tuple(OFTEN_LABELS.items()),
            choice=_OFTEN,
            stay=frozenset({"team"}),
            steps=self._steps_for(entity_of(question.id)),
        )
        self._begin(form, drafting, partial(self._on_answered, question))

    def _steps_for(self, draft: str) -> dict[str, TextSteps]:
        self._draft_name = draft
        return self._steps_of(draft)

    def _draft(self, drafting: Drafting) -> dict[str, str]:
        try:
            self._seen = drafting.read() if self._path.exists() else {}
        except Solvable as problem:
            self.banner.show_problem(problem)
            self._seen = {}
        return self._seen

    def _keep_draft(self) -> None:
        if self._form is not None and self._drafting is not None:
            texts = self._form.texts
            self._seen = self._drafting.keep(texts, seen=self._seen)
            if any(self._seen.get(name, "") != text for name, text in texts.items()):
                self._form.show_texts(self._seen)
                self.banner.show_message(TYPED_TOO)

    def _typed(self) -> tuple[str, ...]:
        return self._form.unlike(self._seen) if self._form is not None else ()

    def _again(self) -> Replaced | None:
        return self._drafting.again() if self._drafting is not None else None

    def _places_in(self, text: str) -> tuple[Find, ...]:
        return places_in(text, self._lexicon(), on=self._today()) if text.strip() else ()

    def _take(self, file: Path) -> None:
        """Take over a question or an answer, and go on with what one does next."""
        try:
            taken = taken_in(file, self._path, self._lexicon(), today=self._today())
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._show()
        if taken.letter.reply is None:
            self._begin_answering(taken.letter.question)
        elif not taken.is_new:
            self.banner.show_message("Dit antwoord was al bekend. Er is niets veranderd.")
        else:
            self.banner.show_message("Het antwoord is overgenomen en telt mee.")

    def _finish(self, texts: dict[str, str]) -> None:
        """What was typed stands in the register now."""
        self._keeper.forget()
        self._steps_of(self._draft_name).clear()
        if self._drafting is not None:
            self._drafting.keep(dict.fromkeys(texts, ""))
        self._close_form()
        self._show()

    def _close_form(self) -> None:
        clear(self._place)
        self._form = None
        self._ask.setFocus()

    @Slot()
    def _on_ask(self) -> None:
        self._begin_asking({})

    @Slot(object)
    def _on_answer(self, question: Question) -> None:
        self._begin_answering(question)

    @Slot()
    def _on_asked(self) -> None:
        form = self._form
        if form is None:
            return
        texts = form.texts
        try:
            question = asked(
                self._path,
                texts["asked"],
                role=texts["role"],
                bottleneck=texts["bottleneck"],
                today=self._today(),
                due=form.day,
                is_read=True,
                lexicon=self._lexicon(),
            )
            self._finish(texts)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._on_write(question)

    def _on_answered(self, question: Question) -> None:
        form = self._form
        if form is None or form.day is None or not isinstance(form.chosen, Often):
            return
        texts = form.texts
        try:
            reply = replied(
                self._path,
                question,
                often=form.chosen,
                team=texts["team"],
                held_on=form.day,
                today=self._today(),
                words=texts["words"],
                is_read=True,
                lexicon=self._lexicon(),
            )
            self._finish(texts)
            made = letter_written(self._path, question, self._settings.export_folder, reply=reply)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        told = f"Geantwoord. Stuur {made.name} uit de map {made.parent.name} terug, of wissel uit."
        self.banner.show_message(told, way_out="Open map")

    @Slot(object)
    def _on_write(self, question: Question) -> None:
        try:
            made = letter_written(self._path, question, self._settings.export_folder)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        told = f"{made_told((made,))}. Stuur dit naar de gespreksleiders."
        self.banner.show_message(told, way_out="Open map")

    @Slot()
    def _on_left(self) -> None:
        self._keeper.hand_over()
        self._close_form()

    @Slot()
    def _on_open(self) -> None:
        chosen = ask_file(self, "Welk bestand kreeg je?", "", _KINDS)
        if chosen:
            self._take(Path(chosen))

    @Slot()
    def _on_open_folder(self) -> None:
        show_in_system(self._settings.export_folder, self.banner)
