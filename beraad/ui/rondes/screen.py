"""One beraad on the laptop: rail, page, guide and bar around the ronde at hand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from beraad.editing.beginning import usual_words
from beraad.editing.editor import Undone
from beraad.phases.numbers import counted
from beraad.phases.place_labels import phase_at, screen_label
from beraad.phases.suggestions import Suggestions
from beraad.records import PhaseKey, Session
from beraad.training.exercise import Exercise
from beraad.ui.announce import announce
from beraad.ui.earlier import EarlierBeraden
from beraad.ui.hearing.aloud import pieces
from beraad.ui.lessons.earlier import Lessons
from beraad.ui.marking.marker import Marker
from beraad.ui.rondes.attempt_card import AttemptCard
from beraad.ui.rondes.clock import Clock
from beraad.ui.rondes.clock_face import ClockFace
from beraad.ui.rondes.finder import Finder
from beraad.ui.rondes.fitting import Around, Fitting
from beraad.ui.rondes.footer import Footer
from beraad.ui.rondes.guide import Guide
from beraad.ui.rondes.head import Head
from beraad.ui.rondes.late_panel import LatePanel
from beraad.ui.rondes.looking_up import BESIDE, LookingUp
from beraad.ui.rondes.missing_line import MissingLine
from beraad.ui.rondes.opening_page import OpeningPage
from beraad.ui.rondes.pages import Pages
from beraad.ui.rondes.passing import PassingScreen
from beraad.ui.rondes.rail import Rail
from beraad.ui.rondes.reveal import Reveal
from beraad.ui.rondes.slips import SlipScreen
from beraad.ui.rondes.time_menu import open_time_menu
from beraad.ui.rondes.where import stops, where
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.digit_row import digit_of
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.hint_line import HintLine, put_nearest_away
from beraad.ui.widgets.line_edit import settle_entry
from beraad.ui.widgets.parts import column, row
from beraad.ui.widgets.screen import RondesScreen
from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.shortcuts import heed, heed_all, heed_undo
from beraad.ui.widgets.tall_stack import TallStack
from beraad.ui.widgets.undo_keys import (
    DONE_AGAIN,
    TAKEN_BACK,
    bring_in_sight,
    elsewhere_of,
    tell_undone,
)
from beraad.ui.widgets.way_out import close_popups
from beraad.ui.workspace import Workspace


class SessionScreen(RondesScreen):
    """Everything the gespreksleider needs during the talk."""

    start_wished = Signal()
    report_wished = Signal()
    signal_wished = Signal()
    lesson_wished = Signal()
    earlier_wished = Signal(object)
    forms_wished = Signal()
    settings_wished = Signal()
    comparing_wished = Signal()
    case_wished = Signal()
    looking_back_wished = Signal()
    attempt_put_away = Signal()
    place_wished = Signal(object)
    group_wished = Signal(QWidget)
    passing_wished = Signal()
    slips_wished = Signal()
    practice_wished = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        *,
        now: Callable[[], datetime],
        suggestions: Callable[[], Suggestions],
        settings: Settings,
        lessons: Callable[[], Lessons] = tuple,
        earlier: EarlierBeraden | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("screen")
        self._settings = settings
        self._workspace = workspace
        self._editor = workspace.editor
        self._marker = Marker(workspace, look, self)
        self._maker = FieldMaker(
            self._editor,
            today=lambda: _day(now),
            suggestions=suggestions,
            earlier=earlier,
            usual=lambda: usual_words(settings.defaults),
            attend=self._marker.attend,
        )
        self.reveal = Reveal()
        self.clock = Clock(
            self._editor,
            thresholds=lambda: settings.thresholds,
            is_revealed=lambda: bool(self.reveal.ids),
        )
        workspace.closed.connect(self.clock.stop)
        self._face = ClockFace(self.clock, self._editor, now)
        self.reveal.changed.connect(self._face.refresh)
        self._late = LatePanel(self._maker, self.clock, now)
        self._rail = Rail(self._face)
        self._guide = Guide(self._maker, lessons)
        self._guide.earlier.chosen.connect(self.earlier_wished)
        self._footer = Footer()
        self.banner = Banner()
        self._held_head = Head(self._maker.room)
        self._moving_head = Head(self._maker.room)
        self._attempt = AttemptCard()
        self._stack = TallStack()
        self._pages = Pages(self._maker, self._stack, self.reveal)
        self._missing = MissingLine()
        self.listening = self._maker.listening
        self._hint = HintLine(self.listening)
        self._finder = Finder(lambda: self.reveal.ids)
        self._scroll = self._lay_out()
        around = Around(
            rail=self._rail,
            guide=self._guide,
            footer=self._footer,
            held=self._held_head,
            moving=self._moving_head,
            scroll=self._scroll,
            middle=self._middle,
            room=self._maker.room,
        )
        self._guide.left.connect(self.take_focus)
        self._guide.closing_wished.connect(self.close_top)
        self._fitting = Fitting(self, look, around)
        self._looking = LookingUp(
            self._finder,
            self._editor,
            pages=self._pages,
            guide=self._guide,
            scroll=self._scroll,
            go_to=self.go_to,
            show_guide=lambda: self._fitting.show_guide(shown=True),
            stay=self.take_focus,
        )
        self._connect()
        self._show_session(self._editor.session)
        self.listening.hear(self._editor.session)
        self._footer.saved.show_save_state(workspace.save_state)
        for problem in suggestions().problems:
            self.banner.show_problem(problem)
        self._painted = False

    def _lay_out(self) -> QScrollArea:
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inside = column(canvas, spacing=6)
        inside.addWidget(self._moving_head)
        inside.addWidget(self._late)
        inside.addWidget(self._attempt)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._missing)
        inside.addWidget(self._hint)
        scroll = scrolled(canvas)
        self._middle = QWidget()
        middle = column(self._middle)
        middle.addWidget(self._finder)
        middle.addWidget(self._held_head)
        middle.addWidget(scroll, 1)
        across = row(spacing=0)
        across.addWidget(self._rail)
        across.addWidget(self._middle, 1)
        across.addWidget(self._guide)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addLayout(across, 1)
        outside.addWidget(self._footer)
        return scroll

    def _connect(self) -> None:
        self._workspace.session_changed.connect(self._show_session)
        self._workspace.save_state_changed.connect(self._footer.saved.show_save_state)
        self._workspace.session_changed.connect(self.listening.hear)
        self.listening.changed.connect(self._show_hint)
        self._hint.put_away.connect(self.take_focus)
        self._pages.passing_wished.connect(self.passing_wished)
        self._pages.slips_wished.connect(self.slips_wished)
        self._pages.people_wished.connect(self.write_people)
        self._pages.practice_wished.connect(self.practice_wished)
        self._pages.report_wished.connect(self.report_wished)
        self._pages.signal_wished.connect(self.signal_wished)
        self._pages.lesson_wished.connect(self.lesson_wished)
        self._pages.all_made.connect(self._marker.begin)
        self._pages.all_made.connect(self._guide.make_others)
        self._looking.elsewhere_wished.connect(self.place_wished)
        self.clock.slept.connect(self._on_slept)
        self._rail.phase_wished.connect(self.go_to)
        self._rail.start_wished.connect(self.start_wished)
        self._rail.report_wished.connect(self.report_wished)
        self._rail.signal_wished.connect(self.signal_wished)
        self._face.menu_wished.connect(self._on_time_menu)
        self._face.ways_wished.connect(self.show_ways)
        self.clock.mark_passed.connect(self._on_mark)
        self._late.put_away.connect(self._face.put_away)
        self._late.put_away.connect(self.take_focus)
        self._late.park_wished.connect(self.park)
        self._rail.forms_wished.connect(self.forms_wished)
        self._rail.settings_wished.connect(self.settings_wished)
        self._rail.comparing_wished.connect(self.comparing_wished)
        self._rail.case_wished.connect(self.case_wished)
        self._rail.looking_back_wished.connect(self.looking_back_wished)
        self._attempt.put_away.connect(self.attempt_put_away)
        self._attempt.put_away.connect(self.take_focus)
        self._footer.back_wished.connect(self.go_back)
        self._footer.on_wished.connect(self.go_on)
        self._footer.guide_wished.connect(self._fitting.toggle_guide)
        self._footer.group_wished.connect(self.group_wished)
        for number in range(1, 9):
            heed(self, f"Ctrl+{number}", lambda wanted=number: self._go_to_number(wanted))
        heed_all(
            self,
            ("Ctrl+0", lambda: self.go_to(PhaseKey.OPENING)),
            ("Ctrl+PgUp", self.go_back),
            ("Ctrl+PgDown", self.go_on),
            ("Ctrl+P", self.park),
            ("Ctrl+L", self.write_note),
            ("Ctrl+K", self._face.toggle),
            ("Alt++", self._face.give_minute),
            ("Alt+=", self._face.give_minute),
            ("Alt+Shift++", self._face.give_minute),
            ("Alt+-", self._face.take_minute),
            ("Ctrl+T", self.show_ways),
            ("Ctrl+H", self._fitting.toggle_guide),
            ("Ctrl+F", self.look_for),
            ("F3", lambda: self._look_on(1)),
            ("Shift+F3", lambda: self._look_on(-1)),
            ("Esc", self.close_top),
            ("Ctrl+S", self.keep_now),
            ("F2", self.read_where),
            ("Shift+F2", self.read_help),
            ("F9", self.put_hint_away),
        )
        heed_undo(self, self.undo, self.redo)

    @Slot()
    def close_top(self) -> None:
        """Close what lies over the ronde, if anything."""
        if self._finder.isVisible():
            self._finder.close_finder()
        elif self._late.isVisible():
            self._late.close_panel()
        elif self._fitting.is_covered:
            self._fitting.toggle_guide()
            self.take_focus()
        else:
            self._pages.of(self.phase).shut()

    @property
    def phase(self) -> PhaseKey:
        """The ronde at hand."""
        return self._editor.session.progress.phase

    @Slot(object)
    def go_to(self, phase: PhaseKey) -> None:
        """Go to a ronde; what was written is kept first."""
        close_popups()
        settle_entry(self)
        self.banner.give_way()
        self.clock.settle()
        self._pages.leave()
        self._editor.go_to(phase)
        self._workspace.keep()
        self.take_focus()

    @Slot()
    def go_back(self) -> None:
        """Go one ronde back."""
        self._go(-1)

    @Slot()
    def go_on(self) -> None:
        """Go one ronde on; from the last ronde to the verslag."""
        if self._editor.session.progress.phase is PhaseKey.CONCLUSION:
            self.report_wished.emit()
        else:
            self._go(1)

    @Slot()
    def undo(self) -> None:
        """Take the last edit back and go where it was made."""
        before = self._editor.session
        self._follow(self._editor.undo(), TAKEN_BACK, before)

    @Slot()
    def redo(self) -> None:
        """Do the last undone edit again and go where it was made."""
        before = self._editor.session
        self._follow(self._editor.redo(), DONE_AGAIN, before)

    @Slot()
    def keep_now(self) -> None:
        """Keep at once, and say how that stands: some hands do so out of habit."""
        settle_entry(self)
        self._workspace.keep()
        announce(self, self._footer.saved.text())

    @Slot()
    def read_where(self) -> None:
        """Read aloud what stays in sight: ronde, moral question with A and B, what is open."""
        self._fitting.uncover()
        head = self._held_head if self._held_head.isVisible() else self._moving_head
        for piece in pieces(head, self._missing, self._hint, self._face, self._footer):
            announce(self, piece)

    @Slot()
    def read_help(self) -> None:
        """Read aloud the help of this ronde; it comes in sight for that."""
        self._fitting.show_guide(shown=True)
        for piece in self._guide.help_aloud():
            announce(self, piece)

    @Slot()
    def put_hint_away(self) -> None:
        """Put away the tip nearest to the cursor."""
        if not put_nearest_away(self):
            announce(self, "Er staat nu geen tip.")

    @Slot()
    def look_for(self) -> None:
        """Look for words in this beraad."""
        self._fitting.uncover()
        self._looking.open()

    def _look_on(self, by: int) -> None:
        self._fitting.uncover()
        self._looking.step(by)

    @Slot()
    def park(self) -> None:
        """Park something for later."""
        self._fitting.show_guide(shown=True)
        self._guide.park()

    @Slot()
    def write_people(self) -> None:
        """Go to the opening, where it is written down who is there."""
        self.go_to(PhaseKey.OPENING)
        page = self._pages.of(PhaseKey.OPENING)
        if isinstance(page, OpeningPage):
            page.begin_with_people()

    @Slot()
    def show_ways(self) -> None:
        """Show what can be done when the talk takes too long."""
        self._fitting.uncover()
        self._late.open_panel()
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def write_note(self) -> None:
        """Put the cursor in the private note of this ronde."""
        self._fitting.show_guide(shown=True)
        self._guide.write_note()

    def practise(self, exercise: Exercise) -> None:
        """Be an oefening of this case: its clock at its tempo, and a way to compare."""
        self.clock.go_at(exercise.tempo)
        self._rail.offer_comparing()

    def say_outside(self, outside: str) -> None:
        """Say of an oefening that it lies outside the vault; nothing where it does not."""
        self._rail.say_outside(outside)

    def remind(
        self, attempt: str, when: str, phase: PhaseKey, noticed_by: str, *, outside: str = ""
    ) -> None:
        """Show in the opening what who leads wants to try this time.

        `outside` says that it lies outside the vault, where there is one.
        """
        self._attempt.remind(attempt, when, phase, noticed_by, outside=outside)
        self._attempt.show_session(self._editor.session)

    def tell_other_words(self, *, differ: bool) -> None:
        """Let ronde 8 say whether the register has other words of a signal."""
        self._pages.tell_other_words(differ=differ)

    def invent(self) -> None:
        """Be of no case that there is: as long as it is an oefening, it can be kept as one."""
        self._rail.offer_keeping_as_case()

    def take_focus(self) -> None:
        """Put the cursor where writing goes on; at the name of a ronde with nothing to write in."""
        self._fitting.uncover()
        page = self._pages.of(self._editor.session.progress.phase)
        if self._pages.come_back(page):
            return
        page.take_focus()
        focus = QApplication.focusWidget()
        if focus is None or not page.isAncestorOf(focus):
            self._rail.take_focus()

    @Slot(str, str)
    def show_group(self, text: str, sign: str) -> None:
        """Tell how the group's screen stands, and what makes it not follow the talk."""
        self._footer.show_group(text, sign)

    def passing(self) -> PassingScreen:
        """Make the screen with which the participants hand each other the laptop."""
        made = PassingScreen(self._maker)
        self._workspace.session_changed.connect(made.show_session)
        self._marker.serve(made)
        return made

    def slips(self) -> SlipScreen:
        """Make the screen on which afwegingen are typed over from paper."""
        made = SlipScreen(self._maker)
        self._workspace.session_changed.connect(made.show_session)
        self._marker.serve(made)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._pages.make_others()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._painted = False
        self._pages.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a ronde by a key that writes no digit by itself, as on AZERTY."""
        only_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        digit = digit_of(event) if only_ctrl else ""
        if digit and digit != "9":
            self._go_to_number(int(digit))
        else:
            super().keyPressEvent(event)

    def _go_to_number(self, number: int) -> None:
        self.go_to(stops(self._editor.session)[number])

    def _go(self, step: int) -> None:
        order = stops(self._editor.session)
        here = order.index(self._editor.session.progress.phase)
        self.go_to(order[max(0, min(len(order) - 1, here + step))])

    def _follow(self, undone: Undone | None, what: str, before: Session) -> None:
        self.banner.give_way()
        if undone is None:
            announce(self, f"Niets {what.casefold()}.")
            return
        if undone.address is not None and screen_label(undone.address):
            self.banner.show_message(elsewhere_of(undone, what, self._editor.session))
            return
        self._go_where(undone)
        tell_undone(self, undone, what, before, self._editor.session)

    def _go_where(self, undone: Undone) -> None:
        """Go where it was made, or else to the ronde in which it stands: paper has other pages."""
        address = undone.address
        if address is None or address.section not in BESIDE:
            self._fitting.uncover()
        phases = [undone.phase]
        if address is not None:
            with suppress(KeyError):  # It belongs to no ronde, or is gone now.
                phases.append(phase_at(self._editor.session, address))
        for phase in dict.fromkeys(phases):
            if phase is not self._editor.session.progress.phase:
                self.go_to(phase)
            page = self._pages.of(phase)
            if address is None or bring_in_sight(page, address, self._editor.session):
                return

    @Slot(object)
    def _show_session(self, session: Session) -> None:
        phase = session.progress.phase
        page = self._pages.of(phase)
        self._stack.turn_from(page)
        page.show_session(session)
        self._rail.show_session(session)
        self._guide.show_session(session)
        here = where(session)
        for head in (self._held_head, self._moving_head):
            head.show_session(session, here.step, here.title)
        self._footer.show_ways(here.back, here.on)
        self._missing.show_session(session)
        self._finder.show_session(session)
        self._show_hint()
        self._face.refresh()
        self._late.show_session(session)
        self._attempt.show_session(session)
        if self._stack.turn_to(page):
            self._scroll.verticalScrollBar().setValue(0)
        self.setWindowTitle(f"{here.step}: {here.title}")

    @Slot(int)
    def _on_slept(self, minutes: int) -> None:
        slept = counted(minutes, "minuut", "minuten")
        self.banner.show_message(f"De laptop sliep {slept}. Die tijd telt niet mee.")

    @Slot()
    def _show_hint(self) -> None:
        self._hint.show_hint(self.listening.about_ronde(self._editor.session.progress.phase))

    @Slot(str)
    def _on_mark(self, told: str) -> None:
        announce(self, told, urgent=True)

    @Slot(QWidget)
    def _on_time_menu(self, under: QWidget) -> None:
        open_time_menu(self.clock, self._face, self._settings, under)


def _day(now: Callable[[], datetime]) -> date:
    return now().astimezone().date()
