"""The page of every ronde: made when it is first needed, or when nobody waits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from beraad.records import PhaseKey
from beraad.ui.rondes.alternatives_page import AlternativesPage
from beraad.ui.rondes.case_page import CasePage
from beraad.ui.rondes.clarification_page import ClarificationPage
from beraad.ui.rondes.conclusion_page import ConclusionPage
from beraad.ui.rondes.consideration_page import ConsiderationPage
from beraad.ui.rondes.dialogue_page import DialoguePage
from beraad.ui.rondes.dilemma_page import DilemmaPage
from beraad.ui.rondes.opening_page import OpeningPage
from beraad.ui.rondes.perspectives_page import PerspectivesPage
from beraad.ui.rondes.reveal import Reveal
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.stretch import stretch
from beraad.ui.widgets.tall_stack import TallStack

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
_REST = 100
"""Milliseconds in which the ronde at hand can be seen before other pages are made."""

_STRETCH = 0.015
"""Seconds of making rows between two looks at what the window has to do."""


class Pages(QObject):
    """Puts pages on a stack; the wishes of a page are passed on, `all_made` says there are no more.

    `passing_wished` and `slips_wished` ask for afwegingen by each or from paper, `people_wished` to
    say who is there, `practice_wished` to make an oefening of it by a kader; the others ask for a
    document.
    """

    passing_wished = Signal()
    slips_wished = Signal()
    people_wished = Signal()
    practice_wished = Signal(object)
    report_wished = Signal()
    signal_wished = Signal()
    lesson_wished = Signal()
    all_made = Signal()

    def __init__(self, maker: FieldMaker, stack: TallStack, reveal: Reveal) -> None:
        super().__init__(stack)
        self._maker = maker
        self._stack = stack
        self._reveal = reveal
        self._made: dict[PhaseKey, FieldPage] = {}
        self._growing: FieldPage | None = None
        self._fresh: FieldPage | None = None
        self._all_made = False
        self._other_words = False
        self._stood: dict[FieldPage, QWidget] = {}
        self._builder = QTimer(self)
        self._builder.timeout.connect(self._make_next)

    def of(self, phase: PhaseKey) -> FieldPage:
        """The page of this ronde."""
        page = self._made.get(phase)
        if page is None:
            page = PAGES[phase](self._maker)
            self._made[phase] = page
            self._stack.add(page)
            self._connect(page)
        return page

    def leave(self) -> None:
        """Shut what is not for others, and remember where the cursor stands for who comes back."""
        for page in self._made.values():
            page.shut()
        focus = QApplication.focusWidget()
        for page in self._made.values():
            if focus is not None and page.isAncestorOf(focus):
                self._stood[page] = focus

    def come_back(self, page: FieldPage) -> bool:
        """Put the cursor where it stood on this page; whether it stood anywhere."""
        stood = self._stood.get(page)
        if stood is None or not isValid(stood) or not stood.isVisible() or not stood.isEnabled():
            return False
        stood.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def tell_other_words(self, *, differ: bool) -> None:
        """Let ronde 8 say whether the register has other words of a signal."""
        self._other_words = differ
        page = self._made.get(PhaseKey.CONCLUSION)
        if isinstance(page, ConclusionPage):
            page.tell_other_words(differ=differ)

    def make_others(self) -> None:
        """Make the other pages one by one, so that no ronde has to wait for its page.

        It stops where they are out of sight, for whoever looks at another screen needs none.
        """
        if self._all_made:
            return
        QTimer.singleShot(_REST, self._builder, self._builder.start)

    def _connect(self, page: FieldPage) -> None:
        if isinstance(page, OpeningPage):
            page.practice_wished.connect(self.practice_wished)
        if isinstance(page, ConsiderationPage):
            page.follow(self._reveal)
            page.passing_wished.connect(self.passing_wished)
            page.slips_wished.connect(self.slips_wished)
            page.people_wished.connect(self.people_wished)
        if isinstance(page, DialoguePage):
            page.follow(self._reveal)
        if isinstance(page, ConclusionPage):
            page.signal_wished.connect(self.signal_wished)
            page.report_wished.connect(self.report_wished)
            page.lesson_wished.connect(self.lesson_wished)
            page.tell_other_words(differ=self._other_words)

    @Slot()
    def _make_next(self) -> None:
        if not self._stack.isVisible():
            self._builder.stop()
        elif self._growing is not None:
            self._grow(self._growing)
        elif self._fresh is not None:
            if not self._fresh.isVisible():
                self._stack.prepare(self._fresh)
            self._fresh = None
        elif (phase := next((each for each in PAGES if each not in self._made), None)) is not None:
            self._grow(self.of(phase))
        else:
            self._builder.stop()
            self._all_made = True
            self.all_made.emit()

    def _grow(self, page: FieldPage) -> None:
        """Make rows of a page out of sight for a while; who turns to it first gets them all."""
        with stretch(_STRETCH) as now:
            page.show_session(self._maker.editor.session)
        self._growing, self._fresh = (page, None) if now.left else (None, page)
