"""Making documents that others get: which one, as what version, in which forms, and where to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from beraad.errors import Solvable
from beraad.phases.suggestions import Suggestions
from beraad.phases.wording import LAYER_LABELS
from beraad.privacy.clean import CleanedSignal
from beraad.publishing.layers import PUBLICATIONS
from beraad.publishing.making import Making, Wish, making, require_settled
from beraad.publishing.proving import Betrayed, Proven
from beraad.publishing.registering import is_registered, says_otherwise, with_identity
from beraad.publishing.removed import LeftBehind
from beraad.records import Layer, Session
from beraad.report.boxed import boxed_words, told_boxes
from beraad.report.formats import Format
from beraad.report.house.style import House
from beraad.ui.publishing.copying import copy_document
from beraad.ui.publishing.making_job import MakingJob, Outcome
from beraad.ui.publishing.output_card import OutputCard
from beraad.ui.publishing.result_card import ResultCard
from beraad.ui.publishing.standing_card import StandingCard
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.dropped import accept_copy, dropped_file
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    column,
    label,
    line,
    panel,
    row,
    title_row,
    way_back,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.undo_keys import UndoKeys
from beraad.ui.workspace import Workspace

_WIDEST = 920
_CALM = 250
"""Milliseconds without a key before the document is put together anew."""
_DIFFERS = (
    "In het register staan andere woorden van dit signaal dan hier. Zet je het opnieuw in het "
    "register, dan staan daar deze woorden; de stappen blijven. Wil je overnemen wat daar staat? "
    "Ga dan terug naar het signaal."
)
_UNREGISTERED = (
    "Dit signaal staat nog niet in het register. Zet het erin: dan zie je bij Signalen wie aan zet "
    "is, en wanneer jullie het antwoord vertellen."
)
_CHOICES = tuple((layer, text.capitalize()) for layer, text in LAYER_LABELS.items())


class PublishScreen(Screen):
    """One place where documents are made; nothing is written while a place is open."""

    back_wished = Signal()
    review_wished = Signal(object, str)
    register_wished = Signal()

    def __init__(
        self,
        workspace: Workspace,
        job: MakingJob,
        look: Look,
        settings: Settings,
        layer: Layer,
        *,
        today: Callable[[], date],
        suggestions: Callable[[], Suggestions],
        house: Callable[[], House] = House,
        register: Path | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Document maken")
        self._workspace = workspace
        self._look = look
        self._settings = settings
        self._layer = layer
        self._today = today
        self._house = house
        self._register = register
        self._job = job
        self._job.changed.connect(self._on_job)
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_way_out)
        self._word = ""
        self._unsettled: Solvable | None = None
        maker = FieldMaker(workspace.editor, today=today, suggestions=suggestions)
        self._layers = SegmentField(_CHOICES, name="Document")
        self._layers.setObjectName("layer")
        self._layers.edited.connect(self._on_layer)
        self._standing = StandingCard(maker, workspace.lexicon)
        self._standing.reacted.failed.connect(self.banner.show_problem)
        self.setAcceptDrops(True)
        self._standing.wish_changed.connect(self._show)
        self._output = OutputCard(settings)
        self._output.changed.connect(self._show)
        self._result = ResultCard(self.banner)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(self._middle(), widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._show)
        workspace.session_changed.connect(self._on_session)
        for keys, action in (("Ctrl+S", self.make), ("Esc", self.go_back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(action)
        UndoKeys(self, workspace.editor, elsewhere=self.banner.show_message)
        self._on_layer(layer)
        self._busy(busy=job.runs)

    @property
    def folder(self) -> Path:
        """Where the files come."""
        return self._settings.export_folder

    def take_focus(self) -> None:
        """Put the focus on the choice of a document."""
        self._layers.take_focus()

    @Slot()
    def go_back(self) -> None:
        """Leave; what is being made goes on, and the beraad keeps its version."""
        self.back_wished.emit()

    @Slot()
    def make(self) -> None:
        """Write the files in the background; nothing is overwritten."""
        if self._job.runs:
            return
        formats = self._output.formats
        made = self._making(goes_out=True)
        try:
            require_settled(made, formats)
            self._job.start(made, formats, self.folder)
        except Solvable as problem:
            self._unsettled = problem
            self._show_problem(problem)

    @Slot()
    def print_out(self) -> None:
        """Print through the dialog of the system."""
        from beraad.ui.publishing.printing import print_document

        made = self._making(goes_out=True)
        try:
            sent = print_document(made, self._workspace, above=self)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        if sent:
            self._show()
            self.banner.show_message(
                "Het document is naar de printer gestuurd. Haal het meteen op."
            )

    @Slot()
    def copy_out(self) -> None:
        """Put the document on the clipboard, to paste it elsewhere."""
        try:
            copy_document(self._making(goes_out=True), self._workspace)
        except Solvable as problem:
            self._show_problem(problem)
            return
        self._show()
        self.banner.show_message(
            "Het document is gekopieerd, met opmaak en als gewone tekst. Plak het meteen waar het "
            "hoort."
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._layer is Layer.WORK and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if self._layer is Layer.WORK and path is not None:
            accept_copy(event)
            self._standing.reacted.read(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_job()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=14)
        practice = self._workspace.editor.session.is_practice
        inside.addWidget(title_row("Document maken", is_practice=practice))
        inside.addWidget(self._layers)
        self._whom = label(role="muted")
        inside.addWidget(self._whom)
        inside.addWidget(self._open_places())
        inside.addWidget(self._unregistered())
        inside.addWidget(self._result)
        self._standing_box = _card("Stand", self._standing)
        inside.addWidget(self._standing_box)
        inside.addWidget(_card("Vorm en plek", self._output))
        inside.addStretch(1)
        return middle

    def _open_places(self) -> QFrame:
        self._hint = panel("hint")
        inside = row(self._hint, spacing=16)
        inside.setContentsMargins(14, 8, 14, 8)
        self._hint_text = label()
        inside.addWidget(self._hint_text, 1)
        review = button("Naar nalezen", name="to-review")
        review.clicked.connect(self._on_review)
        inside.addWidget(review)
        return self._hint

    def _unregistered(self) -> QFrame:
        self._to_register = panel("hint")
        inside = row(self._to_register, spacing=16)
        inside.setContentsMargins(14, 8, 14, 8)
        self._why_register = label(_UNREGISTERED)
        inside.addWidget(self._why_register, 1)
        put = button("In het register zetten", name="to-register")
        put.clicked.connect(self._on_register)
        inside.addWidget(put)
        return self._to_register

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        back = way_back("← Terug", self.go_back)
        inside.addWidget(back)
        inside.addStretch(1)
        self._progress = label("Beraad maakt de documenten …", role="small", wrap=False)
        self._cancel = button("Stoppen", name="cancel")
        self._cancel.clicked.connect(self._job.stop)
        self._print = button("Afdrukken …", name="print")
        self._print.clicked.connect(self.print_out)
        self._make = button("Maken", kind="primary", name="make")
        self._make.clicked.connect(self.make)
        self._copy = button("Kopiëren", name="copy")
        self._copy.clicked.connect(self.copy_out)
        for each in (self._progress, self._cancel, self._copy, self._print, self._make):
            inside.addWidget(each)
        return bar

    def _busy(self, *, busy: bool) -> None:
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)
        self._make.setEnabled(not busy)
        self._print.setEnabled(not busy)
        self._copy.setEnabled(not busy)

    def _with_identity(self, session: Session) -> Session:
        return session if self._register is None else with_identity(session, self._register)

    def _is_registered(self) -> bool:
        if self._register is None:
            return False
        try:
            return is_registered(self._workspace.editor.session, self._register)
        except Solvable:  # Putting it there tells what is wrong.
            return False

    def _making(self, *, goes_out: bool = False) -> Making:
        """The document as it is now; one that goes out says by what the register knows it."""
        wish = Wish(
            layer=self._layer,
            length=self._output.length,
            final=self._standing.final and self._layer is not Layer.SIGNAL,
            room_for_reactions=self._standing.room_for_reactions and self._layer is Layer.WORK,
            tied_agreed=self._standing.tied_agreed,
        )
        session = self._workspace.editor.session
        return making(
            self._with_identity(session) if goes_out and self._layer is Layer.SIGNAL else session,
            self._workspace.lexicon,
            wish,
            today=self._today(),
            house=self._house(),
        )

    @Slot(object)
    def _on_layer(self, layer: Layer) -> None:
        if layer is not self._layer:
            self._result.hide()
            self.banner.hide()
            self._unsettled = None
        self._layer = layer
        self._layers.show_value(layer)
        self._whom.setText(PUBLICATIONS[layer].for_whom)
        publication = PUBLICATIONS[layer]
        self._output.offer(publication.formats, lengths=publication.shorten is not None)
        self._standing.choose_concept()
        self._standing_box.setVisible(layer is not Layer.SIGNAL)
        self._standing.show_session(self._workspace.editor.session)
        self._show()

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        self._standing.show_session(session)
        self._calm.start()

    @Slot()
    def _show(self) -> None:
        made = self._making()
        self._standing.show_making(made)
        self._forget_what_is_settled(made)
        self._output.show_stem(made.document.stem)
        wants_pdf = Format.PDF in self._output.formats
        self._output.show_boxes(told_boxes(boxed_words(made.document)) if wants_pdf else "")
        count = made.bare.source.open_count
        places = "Eén plek wacht" if count == 1 else f"{count} plekken wachten"
        self._hint.setVisible(bool(count))
        lacks, differs = self._lacks_register(), self._register_differs(made)
        self._to_register.setVisible(not count and (lacks or differs))
        self._why_register.setText(_DIFFERS if differs else _UNREGISTERED)
        self._hint_text.setText(
            f"{places} nog op jouw besluit. Pas daarna kun je het document maken."
        )

    def _forget_what_is_settled(self, made: Making) -> None:
        """Take away why nothing was made, once that is so no longer."""
        if self._unsettled is None:
            return
        try:
            require_settled(made, self._output.formats)
        except Solvable as problem:
            if problem.happened == self._unsettled.happened:
                return
        self.banner.solve(self._unsettled)
        self._unsettled = None

    def _lacks_register(self) -> bool:
        signal = self._layer is Layer.SIGNAL and not self._workspace.editor.session.is_practice
        return signal and not self._is_registered()

    def _register_differs(self, made: Making) -> bool:
        source = made.bare.source
        if self._register is None or not isinstance(source, CleanedSignal) or source.is_practice:
            return False
        try:
            return says_otherwise(source, self._workspace.editor.session, self._register)
        except Solvable:  # Putting it there tells what is wrong.
            return False

    @Slot()
    def _on_register(self) -> None:
        self.register_wished.emit()
        self._show()
        if self._to_register.isHidden():
            self._make.setFocus()

    @Slot()
    def _on_review(self) -> None:
        self.review_wished.emit(self._layer, "")

    @Slot()
    def _on_way_out(self) -> None:
        """Go to the word that keeps the document back."""
        self.review_wished.emit(self._layer, self._word)

    @Slot()
    def _on_job(self) -> None:
        """Show how it stands with what is being made, also when another screen began it."""
        self._busy(busy=self._job.runs)
        if self.isVisible() and not self._job.runs:
            self._job.tell_outcome(self._show_outcome)

    def _show_outcome(self, outcome: Outcome) -> None:
        match outcome:
            case None:
                self.banner.show_message("Gestopt. Er is niets geschreven.")
            case Solvable() as problem:
                self._show_problem(problem)
            case Proven() as proven:
                self._show()
                self._show_proven(proven)

    def _show_problem(self, problem: Solvable) -> None:
        """Tell it, with the way to the place where something is done about it."""
        self._word, way_out = "", ""
        if isinstance(problem, (LeftBehind, Betrayed)):
            self._word, way_out = next(iter(problem.words), ""), "Naar nalezen"
        self.banner.show_problem(problem, way_out=way_out)

    def _show_proven(self, proven: Proven) -> None:
        try:
            self._result.show_proven(proven)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        names = ", ".join(path.name for path in proven.paths)
        told = f"Geschreven: {names}. {proven.checked.sentence}"
        if self._to_register.isHidden():
            self.banner.show_message(told)
        else:
            self.banner.show_message(f"{told} {self._why_register.text()}")


def _card(title: str, inner: QWidget) -> QFrame:
    card = panel("card")
    inside = column(card, spacing=10)
    inside.setContentsMargins(20, 16, 20, 16)
    inside.addWidget(label(title, role="heading"))
    inside.addWidget(line())
    inside.addWidget(inner)
    return card
