"""The ways from a beraad to its documents: writing the signal, reading again, making files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable
from beraad.privacy.leaving.undecided import DECIDE_HERE, Undecided
from beraad.records import Id, Layer, RegisteredLesson, Session
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.coming_back import comes_back_in_beraad
from beraad.ui.desk import Desk
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.workspace import Workspace

if TYPE_CHECKING:
    from beraad.publishing.differing import Apart
    from beraad.ui.publishing.making_job import MakingJob


_IN_REGISTER = "Het signaal staat in het register. Bij Signalen zie je of er al antwoord is."


class ReadLesson(Protocol):
    """Shows an earlier leerverslag."""

    def __call__(self, lesson: RegisteredLesson, *, then: Callable[[], None]) -> None:
        """Show it, and go on with `then`."""
        ...


class Documents(QObject):
    """Shows the screens of one open beraad, one after the other.

    `show` puts a screen in the window; `leave` goes back to the ronde at hand. `unmade` says that a
    document failed while no screen told it, `told` that a screen told it after all.
    """

    unmade = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        *,
        desk: Desk,
        look: Look,
        settings: Settings,
        show: Callable[[QWidget], None],
        leave: Callable[[], None],
        read_lesson: ReadLesson,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._desk = desk
        self._look = look
        self._settings = settings
        self._show = show
        self._leave = leave
        self._read_lesson = read_lesson
        self._making: MakingJob | None = None
        self._warming = OneAtATime(self)
        self._can_print = False

    @Slot()
    def show_report(self) -> None:
        """Read the werkverslag before it goes out."""
        self.show_review(Layer.WORK)

    @Slot(object, str)
    def show_review(self, layer: Layer, word: str = "") -> None:
        """Read a document before it goes out, at the place where a word stands if one is given."""
        from beraad.publishing.layers import PUBLICATIONS
        from beraad.ui.review.screen import ReportScreen

        self._workspace.keep()
        screen = ReportScreen(
            self._workspace, self._look, PUBLICATIONS[layer], today=self._desk.today
        )
        ways_back = {Layer.SIGNAL: self.show_signal, Layer.LEARNING: self.show_lesson}
        screen.back_wished.connect(ways_back.get(layer, self._leave))
        screen.publish_wished.connect(partial(self.show_publishing, layer))
        screen.begin_at(word)
        screen.register_wished.connect(partial(self._register, screen.banner, screen.refuse))
        comes_back_in_beraad(screen, lambda beraad: beraad.documents.show_review(layer))
        self._show(screen)
        screen.take_focus()

    @Slot()
    def _on_made(self) -> None:
        from beraad.store.audit import Action, note

        about = self._workspace.editor.session.id
        note(self._desk.folder, Action.EXPORTED, about=about, now=self._desk.now())

    def show_publishing(self, layer: Layer) -> None:
        """Make a document that others get."""
        from beraad.ui.publishing.making_job import MakingJob
        from beraad.ui.publishing.screen import PublishScreen

        if self._making is None:
            self._making = MakingJob(self._workspace, self)
            self._making.failed.connect(self.unmade)
            self._making.told.connect(self.told)
            self._making.made.connect(self._on_made)
        screen = PublishScreen(
            self._workspace,
            self._making,
            self._look,
            self._settings,
            layer,
            today=self._desk.today,
            suggestions=self._desk.suggestions,
            house=self._desk.house,
            register=self._desk.register,
        )
        refuse = screen.banner.show_problem
        screen.register_wished.connect(partial(self._register, screen.banner, refuse))
        screen.back_wished.connect(partial(self.show_review, layer))
        screen.review_wished.connect(self.show_review)
        comes_back_in_beraad(screen, lambda beraad: beraad.documents.show_publishing(layer))
        self._show(screen)
        screen.take_focus()
        if not self._can_print:
            from beraad.ui.warming import get_printing_ready

            self._can_print = self._warming.start(get_printing_ready)

    @Slot()
    def show_signal(self, at_hand: Id | None = None) -> None:
        """Write the structural signal of this beraad, with how often when ronde 8 told that.

        One that has to be `at_hand` is taken up first.
        """
        from beraad.editing.signals import with_how_often, with_other_signal
        from beraad.store.register_lines import signal_lines
        from beraad.ui.signals.recipients import offered
        from beraad.ui.signals.writing_screen import SignalScreen

        if self._workspace.may_write:
            others = {each.id for each in self._workspace.editor.session.other_signals}
            if at_hand is not None and at_hand in others:
                self._workspace.editor.change(partial(with_other_signal, signal_id=at_hand))
            self._workspace.editor.change(with_how_often)
        self._workspace.keep()
        screen = SignalScreen(
            self._workspace,
            self._look,
            today=self._desk.today,
            suggestions=self._desk.suggestions,
            lines=partial(signal_lines, self._desk.register),
            differing=self.differing,
            recipients=partial(offered, self._desk.register),
        )
        screen.back_wished.connect(self._leave)
        screen.review_wished.connect(partial(self.show_review, Layer.SIGNAL))
        comes_back_in_beraad(screen, lambda beraad: beraad.documents.show_signal())
        self._show(screen)
        screen.take_focus()

    def differing(self, session: Session) -> Mapping[Id, Apart]:
        """Of which signals the register has other words; may be asked beside the window."""
        from beraad.publishing.differing import differing

        return differing(session, self._desk.register, self._workspace.lexicon)

    @Slot()
    def show_lesson(self) -> None:
        """Write the leerverslag of this beraad."""
        from beraad.ui.lessons.writing_screen import LessonScreen

        self._workspace.keep()
        screen = LessonScreen(
            self._workspace,
            self._look,
            self._desk.register,
            today=self._desk.today,
            suggestions=self._desk.suggestions,
        )
        screen.back_wished.connect(self._leave)
        screen.review_wished.connect(partial(self.show_review, Layer.LEARNING))
        screen.earlier_wished.connect(partial(self._read_lesson, then=self.show_lesson))
        comes_back_in_beraad(screen, lambda beraad: beraad.documents.show_lesson())
        self._show(screen)
        screen.take_focus()

    def _register(self, banner: Banner, refuse: Callable[[Solvable], None]) -> None:
        """Put the signal in the register; `refuse` tells that a place in it is open."""
        from beraad.publishing.registering import put_in_register

        found: list[Solvable] = []
        try:
            put_in_register(
                self._workspace.editor.session,
                self._desk.register,
                today=self._desk.today(),
                lexicon=self._workspace.lexicon,
                tell=found.append,
            )
        except Undecided as problem:
            refuse(Solvable(problem.happened, kept=problem.kept, way_out=DECIDE_HERE))
            return
        except Solvable as problem:
            banner.show_problem(problem)
            return
        if not found:
            banner.show_message(_IN_REGISTER)
            return
        banner.show_problems(
            Solvable(f"{_IN_REGISTER} {told.happened}", kept=told.kept, way_out=told.way_out)
            for told in found
        )
