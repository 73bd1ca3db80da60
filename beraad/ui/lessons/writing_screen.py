"""Writing the leerverslag of one beraad, and approving it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable
from beraad.lessons.copied import told
from beraad.lessons.identity import identities
from beraad.lessons.proposals import proposals
from beraad.lessons.related import ENOUGH, settled, settled_from
from beraad.phases.dates import full_date
from beraad.phases.numbers import in_words
from beraad.phases.suggestions import Suggestions
from beraad.privacy.clean import clean
from beraad.privacy.leaving.lesson import clean_lesson
from beraad.publishing.approving import missing, stands
from beraad.publishing.layers import PUBLICATIONS
from beraad.publishing.registering import lessons_in, withdraw
from beraad.publishing.stepping import HARDLY
from beraad.records import Layer, RegisteredLesson, Session
from beraad.ui.lessons.approval import approved_into
from beraad.ui.lessons.earlier import Earlier
from beraad.ui.lessons.form import LessonForm
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import bar_row, button, column, label, title_row
from beraad.ui.widgets.save_label import SaveLabel
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.shortcuts import heed
from beraad.ui.widgets.undo_keys import UndoKeys
from beraad.ui.workspace import Workspace

_WIDEST = 920
_CALM = 600
"""Milliseconds without a change before the text is read for what may identify somebody."""
_HELP = (
    "Een leerverslag vertelt wat anderen kunnen leren, in algemene woorden. Niet wat hier "
    "speelde, maar het soort situatie. Beraad stelt teksten voor uit dit beraad; jij "
    "herschrijft ze."
)
_RETRY = 5000
"""Milliseconds until a register that could not be written is tried again."""
_STILL_THERE = (
    "De tekst is veranderd na de goedkeuring, maar het leerverslag staat nog in het archief. "
    "Beraad haalt het eruit zodra dat lukt."
)
_WITHDRAWN = (
    "De tekst is veranderd na de goedkeuring. Het leerverslag is uit het archief gehaald, tot je "
    "het opnieuw goedkeurt."
)


class LessonScreen(Screen):
    """The form, what the register has about the same conflict, and the way on."""

    back_wished = Signal()
    review_wished = Signal()
    earlier_wished = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        register: Path,
        *,
        today: Callable[[], date],
        suggestions: Callable[[], Suggestions],
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Leerverslag schrijven")
        self._workspace = workspace
        self._register = register
        self._today = today
        self._kept: tuple[RegisteredLesson, ...] = ()
        cleaned = clean(workspace.editor.session, workspace.lexicon)
        self._offered = proposals(cleaned)
        self._case = told(cleaned)
        self.banner = Banner()
        self._form = LessonForm(FieldMaker(workspace.editor, today=today, suggestions=suggestions))
        self._earlier = Earlier(today)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(self._middle(), widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        self._connect()
        self._read_register()
        self._show(workspace.editor.session)
        self._read_again()

    def take_focus(self) -> None:
        """Put the cursor where writing starts."""
        self._form.take_focus()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=10)
        practice = self._workspace.editor.session.is_practice
        inside.addWidget(title_row("Leerverslag", is_practice=practice))
        inside.addWidget(label(_HELP, role="muted"))
        inside.addWidget(self._earlier)
        inside.addSpacing(8)
        inside.addWidget(self._form)
        inside.addStretch(1)
        return middle

    def _bar(self) -> QWidget:
        bar, inside = bar_row(spacing=20)
        self._back = button("← Terug naar het beraad", kind="link", name="back")
        self._back.setProperty("tone", "plain")
        self._saved = SaveLabel()
        self._review = button("Nalezen en exporteren →", kind="primary", name="review")
        inside.addWidget(self._back)
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        inside.addWidget(self._review)
        return bar

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.session_changed.connect(self._show)
        workspace.save_state_changed.connect(self._saved.show_save_state)
        self._saved.show_save_state(workspace.save_state)
        self._back.clicked.connect(self._on_back)
        self._review.clicked.connect(self._on_review)
        self._form.approval_wished.connect(self._on_approve)
        self._earlier.chosen.connect(self.earlier_wished)
        self._calm.timeout.connect(self._read_again)
        UndoKeys(self, workspace.editor, elsewhere=self.banner.show_message)
        heed(self, "Esc", self._on_back)

    @Slot(object)
    def _show(self, session: Session) -> None:
        self._form.show_session(session)
        self._calm.start()

    @Slot()
    def _read_again(self) -> None:
        self._calm.stop()
        session = self._workspace.editor.session
        kept = next((one for one in self._kept if one.id in identities(session)), None)
        if kept is not None and not stands(clean_lesson(session, self._workspace.lexicon), kept):
            self._withdraw(kept)
            kept = None
        found = PUBLICATIONS[Layer.LEARNING].findings(session, self._workspace.lexicon)
        self._form.show_findings(found)
        self._form.show_copied(self._case, session)
        self._form.show_proposals(self._offered, session)
        self._form.show_standing(
            session, tuple(missing(session, found, self._workspace.lexicon)), kept
        )
        self._earlier.show_lessons(session, self._kept)

    def _withdraw(self, kept: RegisteredLesson) -> None:
        """Somebody is typing: what does not work now is tried again a little later."""
        self._workspace.editor.approve_lesson(None)
        try:
            withdraw(kept.id, self._register, patience=HARDLY)
        except Solvable as problem:
            still = Solvable(problem.happened, kept=_STILL_THERE, way_out=problem.way_out)
            self.banner.show_problem(still)
            QTimer.singleShot(_RETRY, self, self._read_again)
            return
        self._kept = tuple(one for one in self._kept if one is not kept)
        self.banner.show_message(_WITHDRAWN)

    def _read_register(self) -> None:
        try:
            self._kept = lessons_in(self._register, tell=self.banner.stand)
        except Solvable as problem:
            self.banner.show_problem(problem)

    @Slot()
    def _on_approve(self) -> None:
        editor = self._workspace.editor
        try:
            kept = approved_into(self._workspace, self._register, today=self._today())
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._kept = (
            kept,
            *(one for one in self._kept if one.id not in identities(editor.session)),
        )
        editor.approve_lesson(kept.content.approved_on)
        waits = "" if kept in settled(self._kept, self._today()) else f" {_waits(kept)}"
        self.banner.show_message(
            "Goedgekeurd. Het leerverslag staat in het archief. Je vindt het bij Eerdere lessen."
            + waits
        )
        self._read_again()

    @Slot()
    def _on_back(self) -> None:
        self._leave(self.back_wished.emit)

    @Slot()
    def _on_review(self) -> None:
        self._leave(self.review_wished.emit)

    def _leave(self, go: Callable[[], None]) -> None:
        """What changed after the approval is settled before anybody goes on."""
        self._read_again()
        self._workspace.keep()
        go()


def _waits(lesson: RegisteredLesson) -> str:
    """Why a leerverslag that nobody else has seen yet stays so for a while."""
    return (
        f"Bij een ander beraad verschijnt het pas als er {in_words(ENOUGH)} zijn, of vanaf "
        f"{full_date(settled_from(lesson))}: van een eerste leerverslag weet iedereen van welk "
        "beraad het komt. Deel het tot dan ook zelf niet breder."
    )
