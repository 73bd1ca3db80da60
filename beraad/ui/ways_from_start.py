"""The ways from the start screen that open no beraad: practice cases, registers, forms, help."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.ui.coming_back import Way, comes_back
from beraad.ui.desk import Desk
from beraad.ui.municipality.meetings import Meetings
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.ways import Ways
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.below import below

if TYPE_CHECKING:
    from beraad.errors import Solvable
    from beraad.privacy.dutch.lexicon import Lexicon
    from beraad.publishing.answered import Answer
    from beraad.records import Id, OverviewRow, PhaseKey, RegisteredLesson, StepKind
    from beraad.report.blocks import Document
    from beraad.report.house.style import House
    from beraad.training.case_form import CaseForm
    from beraad.training.exercise import Exercise
    from beraad.training.observing.given_out import GivenOut
    from beraad.training.observing.observation import ObservationFile
    from beraad.training.practice import PracticeCase
    from beraad.ui.observing.screen import ObservingScreen
    from beraad.ui.open_beraad import OpenBeraad
    from beraad.ui.practising.bringing_in import Brought
    from beraad.ui.practising.choosing_screen import ChoosingScreen
    from beraad.ui.signals.life_screen import SignalLifeScreen
    from beraad.ui.signals.register_screen import RegisterScreen
    from beraad.ui.widgets.line_at_hand import LineAtHand


class WaysFromStart(Ways):
    """Shows one screen after the other; `start_wished` goes back.

    `show` puts a screen in the window, `banner` tells what cannot be shown. A practice case that
    was chosen is passed on by `practice_wished`, an empty one by `empty_practice_wished`.
    `signal_wished` carries the file of a beraad and the signal to go on with. `home` is what the
    start is called.
    """

    practice_wished = Signal(object)
    empty_practice_wished = Signal()
    signal_wished = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        *,
        desk: Desk,
        look: Look,
        settings: Settings,
        show: Callable[[QWidget], None],
        banner: Banner,
        home: str = "Beraden",
        meetings: Meetings | None = None,
    ) -> None:
        super().__init__(window, desk=desk, look=look, settings=settings, show=show)
        self._meetings = meetings
        self._banner = banner
        self._sought = ""
        self._about: frozenset[Id] = frozenset()
        self._home = home
        self._practice: WaysFromStart | None = None

    @Slot()
    def show_practice(self, at: str = "") -> None:
        """Choose an oefencasus; the one that is called `at` is told of first."""
        self._show_practice(at)

    def bring_in(self, path: Path) -> None:
        """Open a course or a case that was dropped on the window."""
        self._show_practice().bring_in(path)

    def tell_in_practice(self, problem: Solvable) -> None:
        """Say among the oefeningen what could not be opened, and where it can be."""
        self._show_practice().banner.show_problem(problem)

    @Slot(object)
    def _on_brought(self, brought: Brought) -> None:
        self._show_practice(brought.at).tell(brought)

    @Slot(str, object, object)
    def _on_less_there(self, told: str, given: GivenOut, at_hand: LineAtHand) -> None:
        screen = self._show_practice()
        screen.tell_less(told, given)
        at_hand.go_on(screen)

    def _show_practice(self, at: str = "") -> ChoosingScreen:
        from beraad.training.course.opening import courses_in
        from beraad.training.observing.observation import lying_here
        from beraad.training.own_cases import whole_shelf
        from beraad.ui.practising.choosing_screen import ChoosingScreen
        from beraad.ui.start.practice_register import PracticeRegister

        folder = self._desk.folder
        screen = ChoosingScreen(
            whole_shelf(folder),
            self._look,
            self._settings,
            sessions=folder,
            courses=tuple(courses_in(folder)),
            lying=lying_here(folder),
            now=self._desk.now,
            house=self._desk.house,
            at=at,
        )
        lie = "Oefeningen, casussen en observaties liggen"
        screen.say_outside(self._desk.outside(lie, "ze"))
        screen.chosen.connect(self.practice_wished)
        screen.brought.connect(self._on_brought)
        screen.less_there.connect(self._on_less_there)
        screen.observing_wished.connect(self.observe)
        screen.observation_wished.connect(self.go_on_observing)
        screen.form_wished.connect(self.show_case_form)
        screen.rating_wished.connect(self.show_rating)
        screen.portfolio_wished.connect(self.show_portfolio)
        screen.pulse_wished.connect(self.show_pulse)
        screen.empty_chosen.connect(self.empty_practice_wished)
        screen.start_wished.connect(self.start_wished)
        register = PracticeRegister(
            screen, screen.banner, self._desk.for_practice().folder, now=self._desk.now
        )
        register.ready.connect(self._show_practice_register)
        screen.register_chosen.connect(register.open)
        comes_back(screen, lambda _: self.show_practice(at))
        self._show(screen)
        screen.take_focus()
        return screen

    @Slot(object)
    def observe(self, wish: Exercise) -> None:
        """Look along with who plays this case, from the ronde in which that begins.

        It goes on with what was noted before.
        """
        self._observe(wish.case, wish.first, anew=False)

    def _observe(self, case: PracticeCase, first: PhaseKey | None, *, anew: bool) -> None:
        from beraad.errors import Solvable
        from beraad.training.observing.observation import ObservationFile, observations_of

        folder = self._desk.folder
        before = () if anew else observations_of(folder, case.name)
        try:
            file = (
                before[0]
                if before
                else ObservationFile.begin(folder, case, today=self._desk.today())
            )
        except Solvable as problem:
            self._show_practice(case.name).banner.show_problem(problem)
            return
        screen = self._observing(file, goes_on=bool(before), first=first or "")
        screen.another_wished.connect(partial(self._observe, case, first, anew=True))
        comes_back(screen, lambda _: self._observe(case, first, anew=False))
        self._show(screen)
        screen.take_focus()

    @Slot(object)
    def go_on_observing(self, path: Path) -> None:
        """Open an observation that lies here, also one that was given on."""
        from beraad.errors import Solvable
        from beraad.training.observing.observation import ObservationFile

        try:
            file = ObservationFile.open(path)
        except Solvable as problem:
            self._show_practice().banner.show_problem(problem)
            return
        screen = self._observing(file)
        comes_back(screen, lambda _: self.go_on_observing(path))
        self._show(screen)
        screen.take_focus()

    def _observing(
        self, file: ObservationFile, *, goes_on: bool = False, first: str = ""
    ) -> ObservingScreen:
        from beraad.ui.observing.screen import ObservingScreen

        screen = ObservingScreen(
            file,
            self._look,
            self._settings.export_folder,
            now=self._desk.now,
            lexicon=self._desk.lexicon,
            goes_on=goes_on,
            first=file.last_place or first,
            steps=self._desk.typed_steps(f"meekijken {file.path}"),
            outside_vault=self._desk.outside("Deze observatie ligt", "haar"),
        )
        screen.back_wished.connect(partial(self._on_observed, screen, file.shown.name))
        screen.taken_away.connect(partial(self._on_observation_gone, file.shown.name))
        return screen

    def _on_observed(self, screen: ObservingScreen, name: str) -> None:
        """Go back, and say of the observation how it stands now."""
        screen.hand_over()
        self.show_practice(name)

    def _on_observation_gone(self, name: str, given: GivenOut) -> None:
        """Go back, and say what else of it lies where."""
        self._show_practice(name).tell_less("De observatie is hier weg.", given)

    @Slot(object)
    def show_case_form(self, case: PracticeCase) -> None:
        """Add to a case of one's own what a trainer needs."""
        from beraad.errors import Solvable
        from beraad.training.case_form import CaseForm
        from beraad.ui.practising.case_form_screen import CaseFormScreen

        try:
            form = CaseForm(case, today=self._desk.today())
        except Solvable as problem:
            self._show_practice(case.name).banner.show_problem(problem)
            return
        screen = CaseFormScreen(
            form,
            self._look,
            self._settings.export_folder,
            now=self._desk.now,
            lexicon=self._desk.lexicon,
            steps=self._desk.typed_steps(f"casus {case.name}"),
            outside_vault=self._desk.outside("Deze casus ligt", "hem"),
        )
        screen.back_wished.connect(partial(self.show_practice, case.name))
        screen.play_wished.connect(self._on_play)
        screen.example_wished.connect(self._show_example)
        comes_back(screen, lambda _: self.show_case_form(case))
        self._show(screen)
        screen.take_focus()

    @Slot(object)
    def _show_example(self, form: CaseForm) -> None:
        """Fill in the observation that goes along with a case of one's own."""
        from beraad.ui.practising.example_screen import ExampleScreen

        screen = ExampleScreen(
            form.example,
            self._look,
            self._settings.export_folder,
            now=self._desk.now,
            lexicon=self._desk.lexicon,
            steps=self._desk.typed_steps(f"voorbeeld {form.case.name}"),
        )
        screen.back_wished.connect(partial(self.show_case_form, form.case))
        comes_back(screen, lambda _: self._show_example(form))
        self._show(screen)
        screen.take_focus()

    @Slot(object)
    def _on_play(self, case: PracticeCase) -> None:
        from beraad.training.exercise import whole

        self.practice_wished.emit(whole(case))

    @Slot()
    def show_rating(self) -> None:
        """Learn to look with others, at scripted pieces of a beraad."""
        from beraad.ui.observing.rating_screen import RatingScreen

        screen = RatingScreen(
            self._desk.folder,
            self._look,
            self._settings.export_folder,
            now=self._desk.now,
            outside_vault=self._desk.outside("Wat je hier noteert, ligt", "het"),
        )
        screen.back_wished.connect(self.show_practice)
        comes_back(screen, lambda _: self.show_rating())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_portfolio(self) -> None:
        """Open what somebody who learns to lead keeps of it."""
        from beraad.ui.observing.portfolio_screen import PortfolioScreen

        screen = PortfolioScreen(
            self._desk.folder,
            self._look,
            self._settings.export_folder,
            now=self._desk.now,
            house=self._desk.house,
            steps=self._desk.typed_steps("portfolio"),
        )
        screen.back_wished.connect(self.show_practice)
        comes_back(screen, lambda _: self.show_portfolio())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_pulse(self) -> None:
        """Count the slips of a team after a beraad, and see them over time."""
        from beraad.ui.observing.pulse_screen import PulseScreen

        settings = self._settings
        screen = PulseScreen(
            self._look,
            settings.export_folder,
            now=self._desk.now,
            begun=settings.pulse_team,
            typed=partial(setattr, settings, "pulse_team"),
            steps=self._desk.typed_steps("pols"),
        )
        screen.back_wished.connect(self.show_practice)
        comes_back(screen, lambda _: self.show_pulse())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def begin_practice_anew(self) -> None:
        """Make the oefenregister as it was at first, and show it again."""
        if self._practice is not None:
            self._practice.show_signals_made_anew()

    def show_signals_made_anew(self) -> None:
        """Show the signals of the oefenregister, and again when it was made anew.

        The screen before it is left first, so that nothing half typed comes into the new one.
        """
        from beraad.ui.start.practice_register import PracticeRegister

        screen = self._signals_screen()
        register = PracticeRegister(screen, screen.banner, self._desk.folder, now=self._desk.now)
        register.ready.connect(self.show_signals)
        self._show(screen)
        register.begin_anew()

    @Slot()
    def _show_practice_register(self) -> None:
        """Look into the oefenregister by the same ways as into the real one."""
        self._practice = WaysFromStart(
            self._window,
            desk=self._desk.for_practice(),
            look=self._look,
            settings=self._settings,
            show=self._show_practising,
            banner=self._banner,
            home="Oefenen",
        )
        self._practice.start_wished.connect(self.show_practice)
        self._practice.show_signals()

    def _show_practising(self, screen: QWidget) -> None:
        from beraad.ui.start.practice_strip import MARK

        screen.setProperty(MARK, True)
        self._show(screen)

    @Slot()
    def begin_first_practice(self) -> None:
        """Go straight to the oefencasus that comes first, with everything filled."""
        from beraad.training.exercise import whole
        from beraad.training.practice import shelf

        found = shelf()
        for case in found.cases:
            self.practice_wished.emit(whole(case))
            return
        for problem in found.refused:
            self._banner.show_problem(problem)
            return

    @Slot()
    def show_signals(self, beside: Id | None = None) -> None:
        """Look into the register of signals; the cursor goes to this signal."""
        if beside is None:
            self._sought, self._about = "", frozenset()
        screen = self._signals_screen(beside)
        self._show(screen)
        screen.take_focus()

    def _signals_screen(self, beside: Id | None = None) -> RegisterScreen:
        from beraad.ui.signals.register_screen import RegisterScreen

        screen = RegisterScreen(
            self._desk.register,
            self._look,
            self._settings,
            today=self._desk.today,
            lexicon=self._desk.lexicon,
            now=self._desk.now,
            meetings=self._meetings,
            beside=beside,
            home=self._home,
        )
        screen.seek(self._sought)
        screen.show_about(self._about)
        screen.all_wished.connect(self._on_all_signals)
        screen.searched.connect(self._on_searched)
        screen.start_wished.connect(self.start_wished)
        screen.opened.connect(self.show_signal)
        screen.routes_wished.connect(self.show_routes)
        screen.new_wished.connect(self.show_new_signal)
        screen.overview_wished.connect(self.show_overview)
        screen.patterns_wished.connect(self.show_patterns)
        screen.questions_wished.connect(self.show_questions)
        screen.answer_wished.connect(self.show_answer)
        screen.begun_wished.connect(self.signal_wished)
        comes_back(screen, lambda _: self.show_signals(beside))
        return screen

    @Slot()
    def _on_all_signals(self) -> None:
        self._about = frozenset()

    @Slot(object)
    def _on_signals_of(self, row: OverviewRow) -> None:
        """See the signals of a knelpunt, also those that are counted with nothing yet."""
        from beraad.errors import Solvable
        from beraad.signals.overview import key_of
        from beraad.store.register_lines import signal_lines

        keys = {key_of(title) for title in (row.title, *row.joined)}
        try:
            lines = signal_lines(self._desk.register)
        except Solvable:  # Signalen tells what is wrong with it.
            lines = ()
        found = {line.id for line in lines if key_of(line.title) in keys}
        self._sought, self._about = "", frozenset(found.union(row.signals))
        screen = self._signals_screen()
        self._show(screen)
        screen.take_focus()

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self._sought = text

    @Slot(object)
    def show_questions(self, file: Path | None = None) -> None:
        """See what beleid asks of teams; with the file of a question or an answer that came."""
        self._show_questions(file=file)

    def show_question_about(self, title: str) -> None:
        """Begin a question to all teams about this knelpunt."""
        self._show_questions(about=title)

    def _show_questions(self, *, about: str = "", file: Path | None = None) -> None:
        from beraad.ui.asking.screen import QuestionsScreen

        screen = QuestionsScreen(
            self._desk.register,
            self._look,
            self._settings,
            today=self._desk.today,
            lexicon=self._desk.lexicon,
            now=self._desk.now,
            about=about,
            file=file,
            steps=lambda draft: self._desk.typed_steps(f"vraag {draft}"),
        )
        screen.back_wished.connect(self.show_signals)
        comes_back(screen, lambda _: self.show_questions(file))
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_routes(self) -> None:
        """See where a signal can go, and go back to the signals."""
        self._show_routes(self.show_signals)

    def show_routes_of(self, signal_id: Id, holder: str) -> None:
        """See where a signal is that this role or body has, and go back to it."""
        back = partial(self.show_signal, signal_id, None)
        self._show_routes(back, holder=holder, named="Signaal")

    def _show_routes(
        self, back: Callable[[], None], *, holder: str = "", named: str = "Signalen"
    ) -> None:
        from beraad.ui.routes.screen import RoutesScreen

        screen = RoutesScreen(
            self._desk.folder,
            self._look,
            self._settings,
            today=self._desk.today,
            house=self._desk.house,
            holder=holder,
            back=named,
        )
        screen.back_wished.connect(back)
        comes_back(screen, lambda _: self._show_routes(back, named=named))  # No word of a signal.
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_new_signal(self) -> None:
        """Write a signal that comes from no beraad."""
        from beraad.publishing.by_hand import NEW
        from beraad.store.register_lines import signal_lines
        from beraad.ui.signals.new_screen import NewSignalScreen

        screen = NewSignalScreen(
            self._desk.register,
            self._look,
            today=self._desk.today,
            lexicon=self._desk.lexicon,
            now=self._desk.now,
            lines=partial(signal_lines, self._desk.register),
            steps=self._desk.typed_steps(NEW),
        )
        screen.back_wished.connect(self.show_signals)
        screen.made.connect(self._on_made)
        comes_back(screen, lambda _: self.show_new_signal())
        self._show(screen)
        screen.take_focus()

    @Slot(object)
    def _on_made(self, signal_id: Id) -> None:
        from beraad.publishing.by_hand import NEW

        self._desk.forget_typed(NEW)
        self.show_signals(signal_id)

    @Slot(object, object)
    def show_answer(self, signal_id: Id, found: Answer) -> None:
        """Read one signal, with an answer that came back laid ready."""
        self._signal_shown(signal_id, None).take_answer(found)

    @Slot(object, object)
    def show_signal(self, signal_id: Id, kind: StepKind | None) -> None:
        """Read one signal, or write down a step of it."""
        self._signal_shown(signal_id, kind)

    def _signal_shown(self, signal_id: Id, kind: StepKind | None) -> SignalLifeScreen:
        from beraad.ui.signals.life_screen import SignalLifeScreen

        screen = SignalLifeScreen(
            signal_id,
            self._desk.register,
            self._look,
            today=self._desk.today,
            lexicon=self._desk.lexicon,
            now=self._desk.now,
            kind=kind,
            steps=lambda step: self._desk.typed_steps(f"{signal_id} {step.value}"),
        )
        screen.back_wished.connect(partial(self.show_signals, signal_id))
        screen.routes_wished.connect(partial(self.show_routes_of, signal_id))
        screen.letter_wished.connect(partial(self.show_letter, signal_id, screen.banner))
        screen.page_wished.connect(partial(self.show_page, signal_id, screen.banner))
        screen.other_wished.connect(partial(self.show_signal, kind=None))
        comes_back(screen, lambda _: self.show_signal(signal_id, kind))
        self._show(screen)
        screen.take_focus()
        return screen

    def show_letter(self, signal_id: Id, banner: Banner) -> None:
        """Read the terugkoppeling of a signal, and go back to it; `banner` tells what hinders."""
        from beraad.publishing.answer_letter import letter_of

        again = partial(self._document_again, signal_id, self.show_letter)
        self._show_document(letter_of, signal_id, banner, "Terugkoppeling", again)

    def show_page(self, signal_id: Id, banner: Banner) -> None:
        """Read the page of a signal for who can mend it, and go back; `banner` tells as above."""
        from beraad.publishing.signal_page import page_of

        again = partial(self._document_again, signal_id, self.show_page)
        self._show_document(page_of, signal_id, banner, "Signaal om door te geven", again)

    def _document_again(
        self, signal_id: Id, show: Callable[[Id, Banner], None], _beraad: OpenBeraad | None
    ) -> None:
        show(signal_id, self._signal_shown(signal_id, None).banner)

    def _show_document(
        self,
        made: Callable[[Id, Path, House, Lexicon | None], Document],
        signal_id: Id,
        banner: Banner,
        named: str,
        again: Way,
    ) -> None:
        from beraad.errors import Solvable
        from beraad.ui.signals.letter_screen import LetterScreen

        desk = self._desk
        try:
            document = made(signal_id, desk.register, desk.house(), desk.lexicon())
        except Solvable as problem:
            banner.show_problem(problem)
            return
        screen = LetterScreen(document, self._look, self._settings, named=named)
        screen.back_wished.connect(partial(self.show_signal, signal_id, None))
        comes_back(screen, again)
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_overview(self) -> None:
        """See which knelpunten several teams saw, and go back to the signals."""
        from beraad.ui.counting.overview_screen import OverviewScreen

        screen = OverviewScreen(
            self._desk.folder,
            self._look,
            self._settings,
            today=self._desk.today,
            lexicon=self._desk.lexicon,
            house=self._desk.house,
        )
        screen.back_wished.connect(self.show_signals)
        screen.patterns_wished.connect(self.show_patterns)
        screen.ask_wished.connect(self.show_question_about)
        screen.signals_wished.connect(self._on_signals_of)
        comes_back(screen, lambda _: self.show_overview())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_patterns(self) -> None:
        """See what returns over many beraden, and go back to the signals."""
        from beraad.ui.counting.patterns_screen import PatternsScreen

        screen = PatternsScreen(self._desk.folder, self._look, today=self._desk.today)
        screen.back_wished.connect(self.show_signals)
        screen.overview_wished.connect(self.show_overview)
        comes_back(screen, lambda _: self.show_patterns())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_lessons(self) -> None:
        """Look for an earlier leerverslag."""
        from beraad.ui.lessons.archive_screen import ArchiveScreen

        screen = ArchiveScreen(self._desk.register, self._look)
        screen.start_wished.connect(self.start_wished)
        screen.opened.connect(partial(self.read_lesson, then=self.show_lessons))
        comes_back(screen, lambda _: self.show_lessons())
        self._show(screen)
        screen.take_focus()

    def read_lesson(self, lesson: RegisteredLesson, *, then: Callable[[], None]) -> None:
        """Read an earlier leerverslag, and then go on."""
        from beraad.ui.lessons.reading_screen import LessonReading

        screen = LessonReading(
            lesson, self._desk.register, self._look, self._settings, now=self._desk.now
        )
        screen.back_wished.connect(then)
        comes_back(screen, partial(self._read_lesson_again, lesson.id))
        self._show(screen)
        screen.take_focus()

    def _read_lesson_again(self, lesson_id: Id, beraad: OpenBeraad | None) -> None:
        found = next((each for each in self._desk.lessons() if each.id == lesson_id), None)
        if found is not None:
            self.read_lesson(found, then=beraad.show_session if beraad else self.show_lessons)

    @Slot()
    def show_forms(self) -> None:
        """Choose blank forms to print."""
        from beraad.ui.forms.screen import FormsScreen

        screen = FormsScreen(self._settings, None, house=self._desk.house)
        screen.back_wished.connect(self.start_wished)
        comes_back(screen, lambda _: self.show_forms())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_help(self) -> None:
        """Show the keys and the handleiding."""
        self.show_help_about("")

    def show_help_about(self, chapter: str) -> None:
        """Show the help at this chapter; empty shows the keys first. There is one such window."""
        from beraad.ui.help.window import HelpWindow

        there = below(self._window, HelpWindow)
        window = next((each for each in there if each.isVisible()), None)
        if window is not None:
            window.come_back(chapter)
            return
        window = HelpWindow(self._look, self._window, about=chapter)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()
