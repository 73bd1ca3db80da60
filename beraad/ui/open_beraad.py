"""One open beraad in the window: its screen, the group's screen, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.editing.beginning import usual_words
from beraad.errors import Solvable
from beraad.records import Id, PhaseKey, Session
from beraad.records.anatomy import Address
from beraad.ui.coming_back import comes_back_in_beraad
from beraad.ui.desk import Desk
from beraad.ui.documents import Documents, ReadLesson
from beraad.ui.earlier import EarlierBeraden
from beraad.ui.group.group_screen import GroupScreen
from beraad.ui.other_kader import OtherKader
from beraad.ui.rondes.screen import SessionScreen
from beraad.ui.settings import Settings
from beraad.ui.signals.comparing import Comparing
from beraad.ui.telling_back import TellingBack
from beraad.ui.theme.look import Look
from beraad.ui.troubles import Troubles
from beraad.ui.widgets.undo_keys import bring_in_sight
from beraad.ui.workspace import Workspace

if TYPE_CHECKING:
    from beraad.publishing.differing import Apart
    from beraad.training.coaching import Takeaway
    from beraad.training.observing.looking_back import LookingBack
    from beraad.ui.following_practice import FollowingPractice
    from beraad.ui.observing.back_screen import LookingBackScreen


class OpenBeraad(QObject):
    """Everything in the window that lives as long as one beraad is open.

    `show` puts a screen in the window, among those in `stack`; `read_lesson` shows an earlier
    leerverslag, and `earlier` says what earlier beraden offer; `start_wished` asks to let go of the
    beraad. In an oefening `again_wished` asks for the same one anew, `next_case_wished` for the
    case after the one that is called so.
    """

    start_wished = Signal()
    settings_wished = Signal()
    again_wished = Signal(object)
    next_case_wished = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        *,
        stack: QWidget,
        desk: Desk,
        look: Look,
        settings: Settings,
        show: Callable[[QWidget], None],
        read_lesson: ReadLesson,
        troubles: Troubles,
        earlier: EarlierBeraden,
    ) -> None:
        laptop = stack.window()
        super().__init__(laptop)
        self.workspace = workspace
        self._desk = desk
        self._look = look
        self._settings = settings
        self._show = show
        self.screen = SessionScreen(
            workspace,
            look,
            now=desk.now,
            suggestions=desk.suggestions,
            settings=settings,
            lessons=desk.lessons,
            earlier=earlier,
            parent=stack,  # Put there later, all of it would be styled once more.
        )
        self.documents = Documents(
            workspace,
            desk=desk,
            look=look,
            settings=settings,
            show=show,
            leave=self.show_session,
            read_lesson=read_lesson,
        )
        self.group = GroupScreen(
            workspace,
            self.screen.clock,
            self.screen.reveal,
            laptop=laptop,
            look=look,
            settings=settings,
        )
        self._telling = TellingBack(workspace, lambda: desk.register, today=desk.today, parent=self)
        self._comparing = Comparing(self.documents.differing, self)
        self._comparing.found.connect(self._on_differing)
        workspace.session_changed.connect(self._compare)
        self._kader = OtherKader(
            workspace,
            self.screen.banner,
            desk,
            self,
            usual=lambda: usual_words(settings.defaults),
        )
        self._connect(read_lesson, troubles)
        self.screen.listening.switch(on=settings.listening)
        self.group.tell()
        self._exercise = desk.exercise_of(workspace.editor.session)
        self._following: FollowingPractice | None = None
        self._not_a_case: Solvable | None = None
        if self._exercise is not None:
            self.screen.practise(self._exercise)
            self._follow()
        else:
            self.screen.invent()
        self._remind()
        self._compare(workspace.editor.session, in_sight=True)

    def _connect(self, read_lesson: ReadLesson, troubles: Troubles) -> None:
        screen, documents = self.screen, self.documents
        documents.unmade.connect(troubles.show_unmade)
        self._telling.failed.connect(troubles.banner.stand)
        self._telling.solved.connect(troubles.banner.solve)
        documents.told.connect(troubles.banner.solve)
        screen.start_wished.connect(self.start_wished)
        screen.place_wished.connect(self._on_place)
        screen.settings_wished.connect(self.settings_wished)
        screen.comparing_wished.connect(self.show_comparing)
        screen.case_wished.connect(self._on_case)
        screen.looking_back_wished.connect(self.show_looking_back)
        screen.attempt_put_away.connect(self._on_attempt_away)
        screen.report_wished.connect(documents.show_report)
        screen.signal_wished.connect(documents.show_signal)
        screen.lesson_wished.connect(documents.show_lesson)
        screen.earlier_wished.connect(partial(read_lesson, then=self.show_session))
        screen.forms_wished.connect(self.show_forms)
        screen.group_wished.connect(self._on_group_menu)
        screen.passing_wished.connect(self.show_passing)
        screen.slips_wished.connect(self.show_slips)
        screen.practice_wished.connect(self._kader.ask)
        screen.listening.switched.connect(self._on_listening)
        self.group.told.connect(screen.show_group)
        self.group.exposed.connect(screen.banner.stand)
        self.group.covered.connect(screen.banner.solve)

    @Slot()
    def show_session(self) -> None:
        """Go back to the ronde at hand; what was in the way of a case may be decided now."""
        if self._not_a_case is not None:
            self.screen.banner.solve(self._not_a_case)
            self._not_a_case = None
        self.screen.say_outside(self._desk.outside("Een oefening ligt", "haar"))
        self._show(self.screen)
        self._compare(self.workspace.editor.session, in_sight=True)
        if self.screen.isVisibleTo(self.screen.window()):
            # Else somebody reads first why they may not leave yet, and would type out of sight.
            self.screen.take_focus()

    def _compare(self, session: Session, *, in_sight: bool = False) -> None:
        """Look in ronde 8 whether the register says of a signal what this beraad says.

        What comes `in_sight` only now is looked at again: the register may have changed.
        """
        if session.progress.phase is not PhaseKey.CONCLUSION or session.is_practice:
            return
        if in_sight or self.screen.isVisibleTo(self.screen.window()):
            self._comparing.look(session, again=in_sight)

    @Slot(object)
    def _on_differing(self, found: Mapping[Id, Apart]) -> None:
        self.screen.tell_other_words(differ=bool(found))

    @Slot()
    def show_passing(self) -> None:
        """Hand the laptop round: each writes an afweging that nobody else sees."""
        screen = self.screen.passing()
        screen.done.connect(self.show_session)
        comes_back_in_beraad(screen, lambda beraad: beraad.show_passing())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_slips(self) -> None:
        """Type over the afwegingen that were written on paper."""
        screen = self.screen.slips()
        screen.done.connect(self.show_session)
        comes_back_in_beraad(screen, lambda beraad: beraad.show_slips())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_forms(self) -> None:
        """Choose forms of this beraad to print."""
        from beraad.ui.forms.screen import FormsScreen

        screen = FormsScreen(self._settings, self.workspace, house=self._desk.house)
        screen.back_wished.connect(self.show_session)
        screen.typing_wished.connect(self.show_typing)
        comes_back_in_beraad(screen, lambda beraad: beraad.show_forms())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_typing(self) -> None:
        """Type in what was written on paper."""
        from beraad.ui.forms.typing import TypingScreen

        screen = TypingScreen(
            self.workspace,
            self._look,
            today=self._desk.today,
            suggestions=self._desk.suggestions,
        )
        screen.back_wished.connect(self.show_session)
        comes_back_in_beraad(screen, lambda beraad: beraad.show_typing())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def _on_case(self) -> None:
        """Keep this oefening as an oefencasus, once somebody said that it was made up."""
        self._keep_as_case(is_made_up=False)

    def _keep_as_case(self, *, is_made_up: bool) -> None:
        from beraad.privacy.leaving.undecided import DECIDE_IN_REPORT, Undecided
        from beraad.training.own_cases import NotSaid, keep_as_case
        from beraad.ui.practising.two_versions import told_of_versions

        self.workspace.keep()
        session = self.workspace.editor.session
        try:
            case = keep_as_case(
                session,
                self._desk.folder,
                today=self._desk.today(),
                lexicon=self.workspace.lexicon,
                is_made_up=is_made_up,
            )
        except NotSaid as problem:
            said = partial(self._keep_as_case, is_made_up=True)
            self.screen.banner.ask_first(problem, way_out="Ja, alles is verzonnen", deed=said)
            return
        except Undecided as problem:
            self._not_a_case = problem
            deed = self.documents.show_report
            told = Solvable(problem.happened, kept=problem.kept, way_out=DECIDE_IN_REPORT)
            self.screen.banner.show_problem(told, way_out="Beslis per plek", deed=deed)
            return
        except Solvable as problem:
            self._not_a_case = problem
            self.screen.banner.show_problem(problem)
            return
        told, _ = told_of_versions(case, self._desk.folder)
        others = f"{told} ".lstrip()
        outside = f"{self._desk.outside('Een casus ligt', 'hem')} ".lstrip()
        self.screen.banner.show_message(
            f"Bewaard als casus: {case.path.name}, in de map {case.path.parent.name} bij je "
            f"beraden. {outside}{others}Hij staat nu onder Oefenen, en je kunt het bestand "
            "doorgeven. Namen die je niet liet staan, zijn eruit. Staat er verder iets echts in, "
            "haal dat dan weg."
        )

    @Slot()
    def show_comparing(self) -> None:
        """Lay what was written in this oefening beside its case."""
        from beraad.training.practice import load
        from beraad.ui.practising.comparing_screen import ComparingScreen

        exercise, session = self._exercise, self.workspace.editor.session
        if exercise is None:
            return
        self._pause()
        model = load(exercise.case, now=self._desk.now(), held_on=session.opening.held_on)
        visited = self._following.visited if self._following is not None else ()
        screen = ComparingScreen(session, exercise, model, self._look, visited=visited)
        screen.back_wished.connect(self.show_session)
        screen.again_wished.connect(partial(self.again_wished.emit, exercise))
        screen.next_wished.connect(partial(self.next_case_wished.emit, exercise.name))
        comes_back_in_beraad(screen, lambda beraad: beraad.show_comparing())
        self._show(screen)
        screen.take_focus()

    def _pause(self) -> None:
        """Nobody leads while one looks back: what is talked about then takes no minutes."""
        if self.screen.clock.runs:
            self.screen.clock.toggle()

    @Slot()
    def show_looking_back(self) -> None:
        """Look back at this oefening: oneself first, then beside what an observer saw."""
        from beraad.ui.observing.back_screen import LookingBackScreen

        if not self.workspace.editor.session.is_practice:
            return
        back = self._looking_back()
        if back is None:
            return
        self._pause()
        self._note_led(back)
        screen = LookingBackScreen(
            back,
            self._look,
            now=self._desk.now,
            start=self._settings.export_folder,
            steps=self._desk.typed_steps(f"terugkijken {self.workspace.editor.session.id}"),
            outside_vault=self._desk.outside("Wat je hier noteert, ligt", "het"),
        )
        screen.back_wished.connect(self.show_session)
        screen.time_wished.connect(self.show_time)
        screen.taken_along.connect(partial(self._on_taken_along, screen))
        comes_back_in_beraad(screen, lambda beraad: beraad.show_looking_back())
        self._show(screen)
        screen.take_focus()

    @Slot()
    def show_time(self) -> None:
        """See how the time of this oefening went."""
        from beraad.training.observing.replay import replay
        from beraad.ui.observing.time_screen import TimeScreen

        back = self._looking_back()
        if back is None or self._following is None or self._exercise is None:
            return
        self._pause()
        session, events = self.workspace.editor.session, self._following.events
        found = replay(session, events, first=self._exercise.first)
        steps = self._desk.typed_steps(f"terugkijken {session.id}")
        screen = TimeScreen(found, back, self._look, now=self._desk.now, steps=steps)
        screen.back_wished.connect(self.show_session)
        screen.looking_back_wished.connect(self.show_looking_back)
        comes_back_in_beraad(screen, lambda beraad: beraad.show_time())
        self._show(screen)
        screen.take_focus()

    def _looking_back(self) -> LookingBack | None:
        """What who led fills in; None when this is no oefening, or it cannot be opened."""
        from beraad.training.observing.looking_back import LookingBack

        if self._exercise is None:
            return None
        try:
            return LookingBack(self._desk.folder, self.workspace.editor.session.id, self._exercise)
        except Solvable as problem:
            self.screen.banner.show_problem(problem)
            return None

    def _note_led(self, back: LookingBack) -> None:
        """Keep in which rondes the clock ran: those were led, and no others."""
        from beraad.phases.plan import plan_of
        from beraad.training.observing.replay import stays

        if self._following is None or back.locked_at is not None:
            return
        used = plan_of(self.workspace.editor.session).used
        there = {stay.phase for stay in stays(back.course, self._following.events, used)}
        try:
            back.note_led(there)
        except Solvable as problem:
            self.screen.banner.show_problem(problem)

    def _on_taken_along(self, screen: LookingBackScreen, takeaway: Takeaway) -> None:
        from beraad.training.observing.attempt import take_along

        try:
            take_along(self._desk.folder, takeaway, self.workspace.editor.session.id)
        except Solvable as problem:
            screen.banner.show_problem(problem)
            return
        screen.banner.show_message(
            "Je probeerpunt staat klaar. Je ziet het in de opening van je volgende beraad."
        )

    def _follow(self) -> None:
        """Write down when something happens, to look back on."""
        from beraad.ui.following_practice import FollowingPractice

        identity = self.workspace.editor.session.id
        self._following = FollowingPractice(
            self._desk.folder, identity, self.screen, self.workspace
        )

    def _remind(self) -> None:
        """Show what who leads wants to try, when something stands ready."""
        from beraad.training.observing.attempt import taken_along

        found = taken_along(self._desk.folder)
        if found is not None:
            outside = self._desk.outside("Dit probeerpunt ligt", "het")
            self.screen.remind(
                found.attempt, found.when, found.phase, found.noticed_by, outside=outside
            )

    @Slot()
    def _on_attempt_away(self) -> None:
        from beraad.training.observing.attempt import put_away

        try:
            put_away(self._desk.folder)
        except Solvable as problem:
            self.screen.banner.show_problem(problem)

    def close(self) -> None:
        """Take the group's screen away: nothing of this beraad is shown any more."""
        self.group.close()
        self.deleteLater()

    @Slot(object)
    def _on_place(self, address: Address) -> None:
        """Go to a text that belongs to the beraad and to no ronde."""
        show = {"signal": self.documents.show_signal, "lesson": self.documents.show_lesson}
        show[address.section]()
        window = self.screen.window()
        bring_in_sight(window, address, self.workspace.editor.session)

    @Slot(bool)
    def _on_listening(self, wanted: bool) -> None:  # noqa: FBT001
        self._settings.listening = wanted

    @Slot(QWidget)
    def _on_group_menu(self, above: QWidget) -> None:
        from beraad.ui.group.group_menu import open_group_menu

        open_group_menu(self.group, above)
