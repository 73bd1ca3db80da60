"""Reading a document before it goes out: left the page, right what has to be decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit

from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.review.survey import Finding
from beraad.privacy.text.progress import GoesOn
from beraad.publishing.layers import Publication
from beraad.publishing.making import composed
from beraad.records import Session
from beraad.report.blocks import Document
from beraad.ui.review.deciding import Deciding
from beraad.ui.review.finding_list import Row, is_decided
from beraad.ui.review.findings_job import FindingsJob
from beraad.ui.review.head import ReviewHead
from beraad.ui.review.review_bar import ReviewBar
from beraad.ui.review.rows import rows_of
from beraad.ui.review.sheet import Sheet
from beraad.ui.review.side import ReviewSide
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.parts import column, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.shortcuts import heed_all
from beraad.ui.widgets.undo_keys import UndoKeys
from beraad.ui.workspace import Workspace

_SIDE_BY_SIDE = 900
"""The width at 100 % from which the page and the places stand beside each other."""
_LOW = 240
"""The height at 100 % under which the title scrolls along with the places."""
_CALM = 120
"""Milliseconds without a change before the preview is made anew."""
_DECIDED_HERE = frozenset({"known_words", "decisions", "review"})
"""Sections that are written on this screen."""


class ReportScreen(Screen):
    """Nothing leaves the program but through here; a person decides first about every place.

    `layer` is the document that is read.
    """

    back_wished = Signal()
    register_wished = Signal()
    publish_wished = Signal()

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        publication: Publication,
        *,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle(publication.title)
        self._workspace = workspace
        self._look = look
        self._publication = publication
        self.layer = publication.layer
        self._last = workspace.editor.session
        self._rows: tuple[Row, ...] = ()
        self._begin_at = ""
        self._place = ""
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self.banner = Banner()
        practice = workspace.editor.session.is_practice
        self._head = ReviewHead(publication.title, look, is_practice=practice)
        self._sheet = Sheet(look)
        self._side = ReviewSide(look, declares=publication.declares)
        self._bar = ReviewBar(publication, self.banner, is_practice=practice)
        self._deciding = Deciding(workspace, self._side, publication, today=today)
        self._reading = FindingsJob(_findings(publication, workspace.lexicon), self)
        self._across = row(spacing=0)
        self._across.addWidget(self._sheet, 1)
        self._across.addWidget(self._side)
        outside = self._outside = column(self)
        outside.addWidget(self._head)
        outside.addWidget(self.banner)
        outside.addLayout(self._across, 1)
        outside.addWidget(self._bar)
        self._connect()
        self._reading.start(workspace.editor.session)
        self._fit()

    def take_focus(self) -> None:
        """Put the focus on what has to be decided, or on what comes next when nothing was found."""
        if self._rows or self._reading.runs:
            self._side.places.take_focus()
        else:
            self._bar.take_focus()

    def begin_at(self, word: str) -> None:
        """Bring up the place where this word stands, as soon as the beraad was read."""
        self._begin_at = word

    def put_away(self) -> str:
        """Which place is being decided about, and what is being asked there."""
        places = self._side.places
        at_hand = places.at_hand
        return "" if at_hand is None else f"{places.card.asked}\n{at_hand.finding.key}"

    def take_back(self, said: str) -> None:
        """Bring that place up again, as soon as the beraad was read."""
        self._place = said
        self._go_to_left_place()

    def _go_to_left_place(self) -> None:
        asked, _, place = self._place.partition("\n")
        if place and self._side.places.go_to_place(place):
            self._place = ""
            self._side.places.card.ask(asked)

    def refuse(self, problem: Solvable) -> None:
        """Say that a place is open which stands in the way, until somebody decided about one."""
        self._bar.refuse(problem)

    @Slot()
    def go_back(self) -> None:
        """Leave; every decision is kept, and a reading under way stops."""
        self._reading.stop()
        self.back_wished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        self._workspace.session_changed.connect(self._on_session)
        self._reading.begun.connect(self._on_reading)
        self._reading.went_on.connect(self._head.show_reading)
        self._reading.read.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._calm.timeout.connect(self._show_document)
        self._look.changed.connect(self._show_document)
        self._side.places.at_hand_changed.connect(self._on_at_hand)
        self._side.document_wished.connect(self._on_document_wished)
        self._bar.back_wished.connect(self.go_back)
        self._bar.publish_wished.connect(self.publish_wished)
        self._bar.register_wished.connect(self.register_wished)
        self._deciding.changed_its_mind.connect(self.banner.show_message)
        self._bar.open_places_wished.connect(self._side.go_to_places)
        UndoKeys(
            self, self._workspace.editor, elsewhere=self.banner.show_message, here=_DECIDED_HERE
        )
        heed_all(
            self,
            ("F8", self._side.go_to_next),
            ("Shift+F8", self._side.go_to_previous),
            ("Ctrl+S", self._bar.go_on),
            ("Esc", self.go_back),
        )

    @Slot(object)
    def _on_session(self, session: Session) -> None:
        """Read again when words changed; what is being typed here is no part of them yet."""
        unchanged = replace(session, as_typed=self._last.as_typed) == self._last
        self._last = session
        if not unchanged:
            self._reading.start(session)

    @Slot()
    def _on_reading(self) -> None:
        self._head.show_reading()
        self._side.show_waiting(waiting=True)

    @Slot(object, object)
    def _on_read(self, session: Session, findings: tuple[Finding, ...]) -> None:
        first = not self._rows
        self._rows = rows_of(session, findings)
        self._side.show_waiting(waiting=False)
        self._head.show_progress(findings, about=session.opening.title)
        self._bar.show_open(sum(not is_decided(finding) for finding in findings))
        self._deciding.show_session(session)
        self._side.asides.show_asides(self._publication.asides(session, self._workspace.lexicon))
        self._side.places.show_rows(self._rows)
        if first:
            self._show_document()
        else:
            self._calm.start()
        if self._side.places.just_finished and not self._is_written_in():
            # Nothing is left to ask: an Enter too many goes on instead of deciding again.
            self._bar.take_focus()
        if self._begin_at:
            self._side.go_to_word(self._begin_at)
            self._begin_at = ""
        self._go_to_left_place()
        self._place = ""

    def _is_written_in(self) -> bool:
        """Whether somebody is typing something else on this screen."""
        focus = QApplication.focusWidget()
        return isinstance(focus, QLineEdit) and self.isAncestorOf(focus) and bool(focus.text())

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        """Without a reading nobody can decide; the bar goes on saying that it is not ready."""
        self.banner.show_problem(problem)

    @Slot()
    def _show_document(self) -> None:
        if not self._reading.runs:
            self._sheet.show_document(self._composed(self._workspace.editor.session))
            self._on_at_hand(self._side.places.at_hand)

    def _composed(self, session: Session) -> Document:
        """The document of this beraad, read with the words of the municipality."""
        document, *_ = composed(self._publication, session, self._workspace.lexicon)
        return document

    @Slot(object)
    def _on_at_hand(self, at_hand: Row | None) -> None:
        self._sheet.mark(self._rows, at_hand, self._workspace.editor.session)

    @Slot(bool)
    def _on_document_wished(self, wished: bool) -> None:  # noqa: FBT001
        self._sheet.setVisible(wished or not self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.width() < self._look.scale.px(_SIDE_BY_SIDE)

    def _fit(self) -> None:
        narrow = self._is_narrow()
        low = narrow and self.height() < self._look.scale.px(_LOW)
        if low is not self._side.is_low:
            self._side.fit_low(self._head, low=low)
            if not low:
                self._outside.insertWidget(0, self._head)
        # Without room beside it the page comes under the tabs.
        self._across.setDirection(
            QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._head.fit(narrow=narrow)
        self._bar.fit(narrow=narrow)
        self._side.fit(narrow=narrow, room=self.width())
        self._sheet.fit()
        self._sheet.setVisible(not narrow or self._side.shows_document)


def _findings(
    publication: Publication, lexicon: Lexicon
) -> Callable[[Session, GoesOn], tuple[Finding, ...]]:
    """What reads a beraad for this document; knows no screen, for it runs beside the window."""

    def findings(session: Session, goes_on: GoesOn) -> tuple[Finding, ...]:
        return publication.findings(session, lexicon, goes_on=goes_on)

    return findings
