"""One beraad on the laptop: rail, page, guide and bar around the ronde at hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from beraad.editing.editor import Undone
from beraad.phases import phase_of
from beraad.phases.course import Course
from beraad.phases.open_ends import open_ends
from beraad.phases.suggestions import Suggestions
from beraad.records import PhaseKey, Session
from beraad.ui.announce import announce
from beraad.ui.earlier import EarlierBeraden
from beraad.ui.lessons.earlier import Lessons
from beraad.ui.marking.marker import Marker
from beraad.ui.rondes.alternatives_page import AlternativesPage
from beraad.ui.rondes.case_page import CasePage
from beraad.ui.rondes.clarification_page import ClarificationPage
from beraad.ui.rondes.clock import Clock
from beraad.ui.rondes.clock_face import ClockFace
from beraad.ui.rondes.conclusion_page import ConclusionPage
from beraad.ui.rondes.consideration_page import ConsiderationPage
from beraad.ui.rondes.dialogue_page import DialoguePage
from beraad.ui.rondes.dilemma_page import DilemmaPage
from beraad.ui.rondes.footer import Footer
from beraad.ui.rondes.guide import Guide
from beraad.ui.rondes.head import Head
from beraad.ui.rondes.late_panel import LatePanel
from beraad.ui.rondes.opening_page import OpeningPage
from beraad.ui.rondes.passing import PassingScreen
from beraad.ui.rondes.perspectives_page import PerspectivesPage
from beraad.ui.rondes.rail import Rail
from beraad.ui.rondes.reveal import Reveal
from beraad.ui.rondes.slips import SlipScreen
from beraad.ui.rondes.time_menu import open_time_menu
from beraad.ui.settings import Settings
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.entry_field import settle_entry
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.hint_line import HintLine
from beraad.ui.widgets.parts import column, label, panel, row
from beraad.ui.widgets.reading_order import move_focus
from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.tall_stack import TallStack
from beraad.ui.widgets.undo_keys import bring_in_sight
from beraad.ui.workspace import Workspace

PAGES: dict[PhaseKey, type[FieldPage]] = {
    PhaseKey.OPENING: OpeningPage,
    PhaseKey.CASE: CasePage,
    PhaseKey.DILEMMA: DilemmaPage,
    PhaseKey.CLARIFICATION: ClarificationPage,
    PhaseKey.PERSPECTIVES: PerspectivesPage,
    PhaseKey.ALTERNATIVES: AlternativesPage,
    PhaseKey.CONSIDERATION: ConsiderationPage,
    PhaseKey.DIALOGUE: DialoguePage,
    PhaseKey.CONCLUSION: ConclusionPage,
}
_RAIL, _GUIDE = 216, 290
_NARROW = 1180
_COMPACT, _COMPACT_RAIL = 940, 92
_SIDE_BY_SIDE = 660
_TALL = 640
_REST = 100
"""Milliseconds in which the ronde at hand can be seen before other pages are made."""


class SessionScreen(QWidget):
    """Everything the gespreksleider needs during the talk."""

    start_wished = Signal()
    report_wished = Signal()
    signal_wished = Signal()
    lesson_wished = Signal()
    earlier_wished = Signal(object)
    forms_wished = Signal()
    settings_wished = Signal()
    group_wished = Signal(QWidget)
    passing_wished = Signal()
    slips_wished = Signal()

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
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._settings = settings
        self._workspace = workspace
        self._editor = workspace.editor
        self._look = look
        self._marker = Marker(workspace, look, self)
        self._maker = FieldMaker(
            self._editor,
            today=lambda: _day(now),
            suggestions=suggestions,
            earlier=earlier,
            attend=self._marker.attend,
        )
        self._guide_wish: bool | None = None
        self._pages: dict[PhaseKey, FieldPage] = {}
        self.clock = Clock(self._editor, thresholds=lambda: settings.thresholds)
        self.reveal = Reveal()
        self._face = ClockFace(self.clock, self._editor, now)
        self._late = LatePanel(self._maker, self.clock, now)
        self._rail = Rail(self._face)
        self._guide = Guide(self._maker, lessons)
        self._guide.earlier.chosen.connect(self.earlier_wished)
        self._footer = Footer()
        self.banner = Banner()
        self._held_head = Head(self._maker.room)
        self._moving_head = Head(self._maker.room)
        self._stack = TallStack()
        self._missing = panel("hint")
        self._missing_text = label()
        self.listening = self._maker.listening
        self._hint = HintLine(self.listening)
        self._lay_out()
        self._connect()
        self._show_session(self._editor.session)
        self._page_of(self._editor.session.progress.phase)
        self.listening.hear(self._editor.session)
        self._footer.saved.show_save_state(workspace.save_state)
        for problem in suggestions().problems:
            self.banner.show_problem(problem)
        self._painted = False
        self._fresh: FieldPage | None = None
        self._builder = QTimer(self)
        self._builder.timeout.connect(self._build_next_page)

    def _lay_out(self) -> None:
        in_missing = row(self._missing)
        in_missing.setContentsMargins(14, 8, 14, 8)
        in_missing.addWidget(self._missing_text)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inside = column(canvas, spacing=6)
        inside.setContentsMargins(32, 0, 32, 20)
        inside.addWidget(self._moving_head)
        inside.addWidget(self._late)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._missing)
        inside.addWidget(self._hint)
        self._moving_head.setContentsMargins(0, 20, 0, 2)
        self._scroll = scrolled(canvas)
        self._align_head()
        middle = column()
        middle.addWidget(self._held_head)
        middle.addWidget(self._scroll, 1)
        across = row(spacing=0)
        across.addWidget(self._rail)
        across.addLayout(middle, 1)
        across.addWidget(self._guide)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addLayout(across, 1)
        outside.addWidget(self._footer)

    def _connect(self) -> None:
        self._workspace.session_changed.connect(self._show_session)
        self._workspace.save_state_changed.connect(self._footer.saved.show_save_state)
        self._workspace.session_changed.connect(self.listening.hear)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._align_head)
        self.listening.changed.connect(self._show_hint)
        self._hint.put_away.connect(self.take_focus)
        self._look.changed.connect(self._fit)
        self._rail.phase_wished.connect(self.go_to)
        self._rail.start_wished.connect(self.start_wished)
        self._rail.report_wished.connect(self.report_wished)
        self._rail.signal_wished.connect(self.signal_wished)
        self._face.menu_wished.connect(self._on_time_menu)
        self._face.ways_wished.connect(self.show_ways)
        self._late.put_away.connect(self._face.put_away)
        self._late.put_away.connect(self.take_focus)
        self._late.park_wished.connect(self.park)
        self._rail.forms_wished.connect(self.forms_wished)
        self._rail.settings_wished.connect(self.settings_wished)
        self._footer.back_wished.connect(self.go_back)
        self._footer.on_wished.connect(self.go_on)
        self._footer.guide_wished.connect(self.toggle_guide)
        self._footer.group_wished.connect(self.group_wished)
        for number in range(1, 9):
            self._key(f"Ctrl+{number}", lambda wanted=number: self._go_to_number(wanted))
        for keys, action in (
            ("Ctrl+0", lambda: self.go_to(PhaseKey.OPENING)),
            ("Ctrl+PgUp", self.go_back),
            ("Ctrl+PgDown", self.go_on),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+P", self.park),
            ("Ctrl+L", self.write_note),
            ("Ctrl+K", self._face.toggle),
            ("Alt++", self._face.give_minute),
            ("Alt+=", self._face.give_minute),
            ("Alt+Shift++", self._face.give_minute),
            ("Alt+-", self._face.take_minute),
            ("Ctrl+T", self.show_ways),
            ("Ctrl+H", self.toggle_guide),
            ("Ctrl+E", self.report_wished.emit),
        ):
            self._key(keys, action)

    def _key(self, keys: str, action: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    @Slot(object)
    def go_to(self, phase: PhaseKey) -> None:
        """Go to a ronde; what was written is kept first."""
        settle_entry(self)
        self.clock.settle()
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
        self._follow(self._editor.undo())

    @Slot()
    def redo(self) -> None:
        """Do the last undone edit again and go where it was made."""
        self._follow(self._editor.redo())

    @Slot()
    def park(self) -> None:
        """Park something for later."""
        self._show_guide(shown=True)
        self._guide.park()

    @Slot()
    def show_ways(self) -> None:
        """Show what can be done when the talk takes too long."""
        self._late.open_panel()
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def write_note(self) -> None:
        """Put the cursor in the private note of this ronde."""
        self._show_guide(shown=True)
        self._guide.write_note()

    def take_focus(self) -> None:
        """Put the cursor where writing goes on; at the name of a ronde with nothing to write in."""
        page = self._page_of(self._editor.session.progress.phase)
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

    @Slot()
    def toggle_guide(self) -> None:
        """Fold or unfold the guide; from now on it stays as chosen."""
        self._show_guide(shown=self._guide.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(_REST, self._builder, self._builder.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001
        return move_focus(self, forward=next) or super().focusNextPrevChild(next)

    def _go_to_number(self, number: int) -> None:
        self.go_to(self._order()[number - 1])

    def _go(self, step: int) -> None:
        order = [PhaseKey.OPENING, *self._order()]
        here = order.index(self._editor.session.progress.phase)
        self.go_to(order[max(0, min(len(order) - 1, here + step))])

    def _follow(self, undone: Undone | None) -> None:
        if undone is None:
            return
        if undone.phase is not self._editor.session.progress.phase:
            self.go_to(undone.phase)
        if undone.address is not None:
            page = self._page_of(undone.phase)
            bring_in_sight(page, undone.address, self._editor.session)

    def _order(self) -> list[PhaseKey]:
        return list(Course.of(self._editor.session).keys)

    @Slot(object)
    def _show_session(self, session: Session) -> None:
        phase = session.progress.phase
        page = self._page_of(phase)
        self._stack.turn_from(page)
        page.show_session(session)
        self._rail.show_session(session)
        self._guide.show_session(session)
        step, title = self._show_heading(session)
        self._show_missing(session)
        self._show_hint()
        self._face.refresh()
        self._late.show_session(session)
        if self._stack.turn_to(page):
            self._scroll.verticalScrollBar().setValue(0)
            announce(self, f"{step}: {title}")

    def _show_heading(self, session: Session) -> tuple[str, str]:
        order = self._order()
        phase = session.progress.phase
        if phase is PhaseKey.OPENING:
            step, title = "Vooraf", "Opening"
            self._footer.show_ways("", phase_of(order[0]).short_title)
        else:
            here = order.index(phase)
            step, title = f"Ronde {here + 1} van {len(order)}", phase_of(phase).title
            self._show_ways(order, here)
        for head in (self._held_head, self._moving_head):
            head.show_session(session, step, title)
        return step, title

    def _show_ways(self, order: list[PhaseKey], here: int) -> None:
        back = phase_of(order[here - 1]).short_title if here else "Opening"
        on = phase_of(order[here + 1]).short_title if here + 1 < len(order) else "Verslag"
        self._footer.show_ways(back, on)

    def _show_missing(self, session: Session) -> None:
        found = list(islice(open_ends(session, session.progress.phase), 3))
        self._missing.setVisible(bool(found))
        self._missing_text.setText("Nog open: " + " ".join(found))

    @Slot()
    def _show_hint(self) -> None:
        self._hint.show_hint(self.listening.about_ronde(self._editor.session.progress.phase))

    def _page_of(self, phase: PhaseKey) -> FieldPage:
        page = self._pages.get(phase)
        if page is None:
            page = PAGES[phase](self._maker)
            self._pages[phase] = page
            self._stack.add(page)
            if isinstance(page, ConsiderationPage):
                page.follow(self.reveal)
                page.passing_wished.connect(self.passing_wished)
                page.slips_wished.connect(self.slips_wished)
            if isinstance(page, ConclusionPage):
                page.signal_wished.connect(self.signal_wished)
                page.report_wished.connect(self.report_wished)
                page.lesson_wished.connect(self.lesson_wished)
        return page

    @Slot()
    def _build_next_page(self) -> None:
        """Make one page that is not there yet, so that no ronde has to wait for its page."""
        if self._fresh is not None:
            self._stack.prepare(self._fresh)
            self._fresh = None
            return
        for phase in PAGES:
            if phase not in self._pages:
                self._fresh = self._page_of(phase)
                self._fresh.show_session(self._editor.session)
                return
        self._builder.stop()
        self._marker.begin()

    @Slot(QWidget)
    def _on_time_menu(self, under: QWidget) -> None:
        open_time_menu(self.clock, self._face, self._settings, under)

    @Slot()
    def _fit(self) -> None:
        scale = self._look.scale
        compact = self.width() < scale.px(_COMPACT)
        self._rail.set_compact(compact=compact)
        self._rail.setFixedWidth(scale.px(_COMPACT_RAIL if compact else _RAIL))
        self._guide.setFixedWidth(scale.px(_GUIDE))
        wide = self.width() >= scale.px(_NARROW)
        self._footer.set_narrow(narrow=not wide)
        self._hold_head(held=self.height() >= scale.px(_TALL))
        self._set_guide(shown=wide if self._guide_wish is None else self._guide_wish)

    @Slot()
    def _align_head(self) -> None:
        """Let the head end where the page under it ends, beside a scroll bar or not."""
        bar = self._scroll.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._held_head.setContentsMargins(32, 20, 32 + beside, 8)

    def _hold_head(self, *, held: bool) -> None:
        """Keep the title and the moral question in sight, or let them scroll where it is low."""
        self._held_head.setVisible(held)
        self._moving_head.setVisible(not held)

    def _show_guide(self, *, shown: bool) -> None:
        self._guide_wish = shown
        self._set_guide(shown=shown)

    def _set_guide(self, *, shown: bool) -> None:
        self._guide.setVisible(shown)
        taken = self._rail.width() + (self._guide.width() if shown else 0)
        page = self.width() - taken
        self._maker.room.set_narrow(narrow=page < self._look.scale.px(_SIDE_BY_SIDE))
        self._footer.show_guide_is(unfolded=shown)


def _day(now: Callable[[], datetime]) -> date:
    return now().astimezone().date()
