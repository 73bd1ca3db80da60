"""The main window: one screen at a time, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from beraad.defects import write_down
from beraad.editing.autosave import Failed, Kept, SaveState
from beraad.errors import Solvable
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Priority, finish_all
from beraad.ui.desk import Desk
from beraad.ui.leaving import Leaving
from beraad.ui.look_menu import LookMenu
from beraad.ui.settings import Settings
from beraad.ui.spelling.speller import Speller
from beraad.ui.start.screen import StartScreen
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.page_stack import PageStack
from beraad.ui.widgets.parts import column
from beraad.ui.window_place import USUAL, WindowPlace

if TYPE_CHECKING:
    from beraad.records import RegisteredLesson
    from beraad.training.practice import PracticeCase
    from beraad.ui.documents import Documents
    from beraad.ui.group.group_screen import GroupScreen
    from beraad.ui.rondes.screen import SessionScreen
    from beraad.ui.workspace import Workspace

_REST = 150
"""Milliseconds in which the list can be painted before anything is loaded beside it."""

_ELSEWHERE = "Bewaar elders …"
_OTHER_FOLDER = "Andere map …"
_BRING_BACK = "Terughalen"


class MainWindow(QMainWindow):
    """A frame and its wiring; what happens on a screen is that screen's own."""

    def __init__(self, desk: Desk, look: Look, settings: Settings, speller: Speller) -> None:
        super().__init__()
        self.setWindowTitle("Beraad")
        self.resize(USUAL)
        self.place = WindowPlace(self, settings)
        self._desk = desk
        self._look = look
        self._settings = settings
        self._workspace: Workspace | None = None
        self._session: SessionScreen | None = None
        self._group: GroupScreen | None = None
        self.documents: Documents | None = None
        self._warming = OneAtATime(self, priority=Priority.IdlePriority)
        self._is_warm = False
        self._painted = False
        self._look_menu = LookMenu(look, settings, speller, self)
        self._stack = PageStack()
        self._start = StartScreen(look)
        self._stack.add(self._start)
        self._stack.turn_to(self._start)
        self._leaving = Leaving(self)
        self.banner = Banner()
        self._trouble: Solvable | None = None
        self._unmade: Solvable | None = None
        self._rescue_told: Solvable | None = None
        self._way_out_at_start: Callable[[], None] = self._choose_other_folder
        frame = QWidget()
        inside = column(frame)
        inside.addWidget(self.banner)
        inside.addWidget(self._stack, 1)
        self.setCentralWidget(frame)
        self._connect()

    def _connect(self) -> None:
        self.banner.way_out_chosen.connect(self._on_elsewhere)
        self._leaving.elsewhere_wished.connect(self._on_elsewhere)
        self._start.new_wished.connect(self.new)
        self._start.practice_wished.connect(self.show_practice)
        self._start.first_practice_wished.connect(self._on_first_practice)
        self._start.signals_wished.connect(self.show_signals)
        self._start.lessons_wished.connect(self.show_lessons)
        self._start.forms_wished.connect(self.show_forms)
        self._start.open_wished.connect(self.open)
        self._start.look_wished.connect(self._look_menu.open_under)
        self._start.help_wished.connect(self.show_help)
        self._start.banner.way_out_chosen.connect(self._on_way_out_at_start)
        for keys, action in (
            ("F1", self.show_help),
            ("Ctrl+N", self._on_new_key),
            ("Ctrl+F", self._on_find_key),
            ("Ctrl++", self._on_larger),
            ("Ctrl+=", self._on_larger),
            ("Ctrl+-", self._on_smaller),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    @Slot()
    def refresh_start(self) -> None:
        """Read again what lies in the folder."""
        from beraad.ui.start.gathering import Gathering
        from beraad.ui.start.overview import overview

        try:
            found = overview(self._desk.folder, today=self._today())
        except Solvable as problem:
            self._start.banner.show_problem(problem)
            return
        self._start.read(Gathering(self._desk.folder, today=self._today()))
        if found.signals:
            self._start.show_signals(found.signals)
        if found.service is not None:
            self._start.banner.show_problem(_synchronised(found.service))
        elif trouble := self._desk.trouble_with_words():
            self._start.banner.show_problem(trouble)
        if problem := self._desk.house_problem():
            self._start.banner.show_problem(problem)
        if self._settings.problem:
            self._start.banner.show_problem(self._settings.problem)
        self._show_rescued()
        try:
            self._desk.prepare()
        except Solvable as problem:
            self._show_trouble_at_start(problem)
        if self._start.isVisible():
            self._start.take_focus()
        QTimer.singleShot(_REST, self, self._warm_up)

    @Slot()
    def new(self) -> None:
        """Begin a new beraad."""
        self._enter(self._desk.new)

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a beraad where it was left."""
        self._enter(lambda: self._desk.open(path))

    @Slot()
    def show_practice(self) -> None:
        """Choose an oefencasus."""
        from beraad.training.practice import practice_cases
        from beraad.ui.start.practice_screen import PracticeScreen

        try:
            screen = PracticeScreen(practice_cases())
        except Solvable as problem:
            self._start.banner.show_problem(problem)
            return
        screen.chosen.connect(self.practise)
        screen.empty_chosen.connect(self._on_empty_practice)
        screen.start_wished.connect(self.show_start)
        self._show(screen)
        screen.take_focus()

    @Slot(object)
    def practise(self, case: PracticeCase) -> None:
        """Open a copy of an oefencasus."""
        self._enter(lambda: self._desk.practise(case))

    @Slot()
    def show_start(self) -> None:
        """Go back to the beraden; the open one is kept and closed."""
        if self._leave(then=self.show_start):
            self._show(self._start)
            self.refresh_start()

    @Slot()
    def show_session(self) -> None:
        """Go back to the ronde at hand."""
        if self._session is not None:
            self._show(self._session)
            self._session.take_focus()

    @Slot()
    def show_passing(self) -> None:
        """Hand the laptop round: each writes an afweging that nobody else sees."""
        if self._session is None:
            return
        screen = self._session.passing()
        screen.done.connect(self.show_session)
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_slips(self) -> None:
        """Type over the afwegingen that were written on paper."""
        if self._session is None:
            return
        screen = self._session.slips()
        screen.done.connect(self.show_session)
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_signals(self) -> None:
        """Look into the register of signals."""
        from beraad.ui.signals.register_screen import RegisterScreen

        screen = RegisterScreen(
            self._desk.register,
            self._look,
            self._settings,
            today=self._today,
            lexicon=self._desk.lexicon,
        )
        screen.start_wished.connect(self.show_start)
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_lessons(self) -> None:
        """Look for an earlier leerverslag."""
        from beraad.ui.lessons.archive_screen import ArchiveScreen

        screen = ArchiveScreen(self._desk.register, self._look)
        screen.start_wished.connect(self.show_start)
        screen.opened.connect(self._on_lesson)
        self._show(screen)
        screen.take_focus()

    @Slot(object)
    def _on_earlier(self, lesson: RegisteredLesson) -> None:
        self.read_lesson(lesson, then=self.show_session)

    @Slot(object)
    def _on_lesson(self, lesson: RegisteredLesson) -> None:
        self.read_lesson(lesson, then=self.show_lessons)

    def read_lesson(self, lesson: RegisteredLesson, *, then: Callable[[], None]) -> None:
        """Read an earlier leerverslag, and then go on."""
        from beraad.ui.lessons.reading_screen import LessonReading

        screen = LessonReading(lesson, self._desk.register, self._look, self._settings)
        screen.back_wished.connect(then)
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_forms(self) -> None:
        """Choose forms to print: of the open beraad, or blank from the start."""
        from beraad.ui.forms.screen import FormsScreen

        screen = FormsScreen(self._settings, self._workspace, house=self._desk.house)
        screen.back_wished.connect(self.show_session if self._workspace else self.show_start)
        screen.typing_wished.connect(self.show_typing)
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_typing(self) -> None:
        """Type in what was written on paper."""
        if self._workspace is None:
            return
        from beraad.ui.forms.typing import TypingScreen

        screen = TypingScreen(
            self._workspace, self._look, today=self._today, suggestions=self._desk.suggestions
        )
        screen.back_wished.connect(self.show_session)
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_help(self) -> None:
        """Show the keys and the handleiding."""
        from beraad.ui.help.window import HelpWindow

        window = HelpWindow(self._look, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()

    @Slot()
    def keep(self) -> Path | None:
        """Keep what was written, now, and ask nothing: the system is about to stop us.

        Returns the rescue copy, when the file itself could not be kept and a copy could.
        """
        self._leaving.handed_over(self._stack.current)
        if self._workspace is None:
            return None
        self._settle_clock()
        return self._leaving.secure(self._workspace)

    @property
    def is_unkept(self) -> bool:
        """Whether words were typed that could not be kept in the file of the open beraad."""
        return self._workspace is not None and isinstance(self._workspace.save_state, Failed)

    @Slot()
    def on_focus_left(self) -> None:
        """Keep what was written when a field or the window is left."""
        if self._workspace is not None:
            self._workspace.keep_what_waits()

    def show_defect(self) -> None:
        """Show that something went wrong in the program itself, and what is kept."""
        problem = self._leaving.defect(self._workspace)
        self.banner.show_problem(problem, way_out=self._way_out())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Without a window manager nobody else makes this the active window, and keys go nowhere.
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.refresh_start)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.place.remember()
        had_beraad = self._workspace is not None
        if self._leaving.handed_over(self._stack.current) and self._leave(then=self.close):
            if had_beraad and self._unmade is not None:
                self.show_start()
                return
            finish_all()
            event.accept()

    def _enter(self, make: Callable[[], Workspace]) -> None:
        from beraad.store.trouble import MayNotWrite
        from beraad.ui.documents import Documents
        from beraad.ui.group.group_screen import GroupScreen
        from beraad.ui.rondes.screen import SessionScreen

        if not self._leave(then=partial(self._enter, make)):
            return
        try:
            workspace = make()
        except Solvable as problem:
            self._show(self._start)
            self._show_trouble_at_start(problem)
            return
        self._workspace = workspace
        workspace.save_state_changed.connect(self._on_save_state)
        screen = SessionScreen(
            workspace,
            self._look,
            now=self._desk.now,
            suggestions=self._desk.suggestions,
            settings=self._settings,
            lessons=self._desk.lessons,
        )
        screen.start_wished.connect(self.show_start)
        self.documents = Documents(
            workspace,
            desk=self._desk,
            look=self._look,
            settings=self._settings,
            show=self._show,
            leave=self.show_session,
            read_lesson=self.read_lesson,
        )
        self.documents.unmade.connect(self._on_unmade)
        self.documents.told.connect(self.banner.solve)
        screen.report_wished.connect(self.documents.show_report)
        screen.signal_wished.connect(self.documents.show_signal)
        screen.lesson_wished.connect(self.documents.show_lesson)
        screen.earlier_wished.connect(self._on_earlier)
        screen.forms_wished.connect(self.show_forms)
        screen.group_wished.connect(self._on_group_menu)
        screen.passing_wished.connect(self.show_passing)
        screen.slips_wished.connect(self.show_slips)
        screen.listening.switch(on=self._settings.listening)
        screen.listening.switched.connect(self._on_listening)
        self._group = GroupScreen(
            workspace,
            screen.clock,
            screen.reveal,
            laptop=self,
            look=self._look,
            settings=self._settings,
        )
        self._group.told.connect(screen.show_group)
        self._group.exposed.connect(screen.banner.show_problem)
        self._group.covered.connect(screen.banner.solve)
        self._group.tell()
        self._session = screen
        self._show(screen)
        screen.take_focus()
        if (told := workspace.told) is not None:
            only_read = isinstance(told, MayNotWrite)
            self.banner.show_problem(told, way_out=_ELSEWHERE if only_read else "")
        practice = " (oefening)" if workspace.editor.session.is_practice else ""
        self.setWindowTitle(f"Beraad{practice}")

    def _leave(self, *, then: Callable[[], object]) -> bool:
        """Let go of the open beraad; whether that worked.

        `then` is what was wished: done after all when the user goes on with a rescue copy.
        """
        if self._workspace is None:
            return True
        self._settle_clock()
        self._unmade = None
        if not self._leaving.let_go(self._workspace, with_copy=partial(self._abandon, then)):
            return False
        self._desk.remember(self._workspace)
        self._clear_away()
        return True

    def _abandon(self, then: Callable[[], object]) -> None:
        if self._workspace is not None:
            self._workspace.abandon()
            self._clear_away()
        then()

    def _clear_away(self) -> None:
        """Take away what showed the beraad that was let go of."""
        self._workspace = None
        self._trouble = None
        self.banner.hide()
        if self._unmade is not None:
            self.banner.show_problem(self._unmade)
        if self._group is not None:
            self._group.close()
            self._group = None
        self.documents = None
        if self._session is not None:
            self._stack.remove(self._session)
            self._session = None
        self.setWindowTitle("Beraad")

    def _settle_clock(self) -> None:
        if self._session is not None:
            try:
                self._session.clock.settle()
            except Exception as error:  # noqa: BLE001 - a clock is no reason to keep no words
                write_down(error)

    def _show(self, screen: QWidget) -> None:
        self._leaving.settle()
        if not self._leaving.handed_over(self._stack.current):
            return
        self._stack.show_only(screen, keeping=(self._start, self._session))

    @Slot(bool)
    def _on_listening(self, wanted: bool) -> None:  # noqa: FBT001
        self._settings.listening = wanted

    @Slot(QWidget)
    def _on_group_menu(self, above: QWidget) -> None:
        from beraad.ui.group.group_menu import open_group_menu

        if self._group is not None:
            open_group_menu(self._group, above)

    @Slot(object)
    def _on_save_state(self, state: SaveState) -> None:
        trouble = state.problem if isinstance(state, Failed) else None
        if isinstance(state, Kept):
            trouble = state.concern
        if trouble is not None:
            self._trouble = trouble
            self.banner.show_problem(trouble, way_out=self._way_out())
        elif self._trouble is not None and isinstance(state, Kept):
            self.banner.solve(self._trouble)
            self._trouble = None

    @Slot(object)
    def _on_unmade(self, problem: Solvable) -> None:
        """Tell over every screen that a document was not made, also after its beraad was closed."""
        self._unmade = problem
        self.banner.show_problem(problem)

    def _way_out(self) -> str:
        return _ELSEWHERE if self._workspace is not None else ""

    @Slot()
    def _on_elsewhere(self) -> None:
        if self._workspace is None:
            return
        chosen = ask_folder(self, "Waar wil je dit beraad bewaren?")
        if chosen:
            try:
                told = self._workspace.keep_elsewhere(Path(chosen))
            except Solvable as problem:
                self.banner.show_problem(problem, way_out=_ELSEWHERE)
                return
            if told is not None:
                self.banner.show_problem(told)

    def _show_trouble_at_start(self, problem: Solvable) -> None:
        from beraad.store.trouble import MayNotWrite

        way_out = _OTHER_FOLDER if isinstance(problem, MayNotWrite) else ""
        self._way_out_at_start = self._choose_other_folder
        self._start.banner.show_problem(problem, way_out=way_out)

    def _show_rescued(self) -> None:
        """Say which rescue copy was left behind: nobody looks for it by themselves."""
        if self._rescue_told is not None:
            self._start.banner.solve(self._rescue_told)
        rescued = self._desk.rescued()
        self._rescue_told = rescued and rescued.told
        if rescued is None:
            return
        bring_back = partial(self._desk.bring_back, rescued.path)
        self._way_out_at_start = partial(self._enter, bring_back)
        way_out = "" if rescued.is_text else _BRING_BACK
        self._start.banner.show_problem(rescued.told, way_out=way_out)

    @Slot()
    def _on_way_out_at_start(self) -> None:
        self._way_out_at_start()

    def _choose_other_folder(self) -> None:
        chosen = ask_folder(self, "In welke map staan je beraden?")
        if chosen:
            self._desk.folder = Path(chosen)
            self._start.banner.hide()
            self.refresh_start()

    @Slot()
    def _on_new_key(self) -> None:
        if self._workspace is None:
            self.new()

    @Slot()
    def _on_find_key(self) -> None:
        if self._start.isVisible():
            self._start.look_for()

    @Slot()
    def _on_first_practice(self) -> None:
        from beraad.training.practice import practice_cases

        try:
            first, *_ = practice_cases()
        except Solvable as problem:
            self._start.banner.show_problem(problem)
            return
        self.practise(first)

    @Slot()
    def _on_empty_practice(self) -> None:
        self._enter(lambda: self._desk.new(practice=True))

    @Slot()
    def _on_larger(self) -> None:
        self._look_menu.step_text_size(1)

    @Slot()
    def _on_smaller(self) -> None:
        self._look_menu.step_text_size(-1)

    @Slot()
    def _warm_up(self) -> None:
        """Load in the background what the next screen needs, once the list is there."""
        if not self._is_warm:
            from beraad.ui.warming import get_ready

            folder = self._settings.export_folder
            self._is_warm = self._warming.start(partial(get_ready, folder))

    def _today(self) -> date:
        return self._desk.now().astimezone().date()


def _synchronised(service: str) -> Solvable:
    return Solvable(
        f"Je beraden staan in een map die {service} met andere plekken deelt.",
        kept="Er is niets veranderd.",
        way_out="Kies liever een map alleen op deze laptop, met beraad --sessions MAP.",
    )
