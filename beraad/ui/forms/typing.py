"""Typing in a beraad that was held on paper, in the order of the forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from beraad.phases.course import Course
from beraad.phases.suggestions import Suggestions
from beraad.records import Session
from beraad.ui.forms.parts import BasicsPart, CardsPart, CasePart, OutcomePart
from beraad.ui.rondes.alternatives_page import AlternativesPage
from beraad.ui.rondes.dialogue_page import DialoguePage
from beraad.ui.rondes.dilemma_page import DilemmaPage
from beraad.ui.rondes.perspectives_page import PerspectivesPage
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import bar_row, button, column, label, line
from beraad.ui.widgets.save_label import SaveLabel
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import Canvas, scrolled
from beraad.ui.widgets.undo_keys import UndoKeys
from beraad.ui.workspace import Workspace

PARTS: tuple[tuple[str | None, Callable[[FieldMaker], FieldPage]], ...] = (
    ("Waar het over ging, en wie er waren", BasicsPart),
    (None, CasePart),
    ("De morele vraag, A en B", DilemmaPage),
    ("Het perspectievenbord", PerspectivesPage),
    ("Wat er nog meer kon", AlternativesPage),
    ("De afwegingskaarten", CardsPart),
    ("De dialoog", DialoguePage),
    ("Het antwoord en de afspraken", OutcomePart),
)
"""The forms in the order in which they were filled; what ronde 1 tells of has a name of its own."""

_SIDE_BY_SIDE = 800


class TypingScreen(Screen):
    """One long page over the open beraad; Tab goes through it from top to bottom."""

    back_wished = Signal()

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        *,
        today: Callable[[], date],
        suggestions: Callable[[], Suggestions],
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Invoeren vanaf papier")
        self._workspace = workspace
        self._look = look
        self._editor = workspace.editor
        self._maker = FieldMaker(self._editor, today=today, suggestions=suggestions)
        self._parts: list[FieldPage] = []
        self._headings: dict[FieldPage, QWidget] = {}
        self.banner = Banner()
        canvas = Canvas(sides=72, top=30)
        self._inside = column(canvas, spacing=14)
        self._inside.addWidget(label("Invoeren vanaf papier", role="title"))
        self._inside.addWidget(
            label(
                "Typ over wat er op de formulieren staat; wat leeg bleef, sla je over. "
                "Ctrl+PageDown brengt je naar het volgende formulier. Een naam mag leeg blijven.",
                role="muted",
            )
        )
        self._inside.addStretch(1)
        self._scroll = scrolled(canvas)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(PageOverBar(self._scroll, self._bar()), 1)
        look.changed.connect(self._fit)
        workspace.session_changed.connect(self.show_session)
        workspace.save_state_changed.connect(self._saved.show_save_state)
        self._saved.show_save_state(workspace.save_state)
        for keys, action in (
            ("Ctrl+PgUp", self.go_back),
            ("Ctrl+PgDown", self.go_on),
            ("Esc", self.leave),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)
        UndoKeys(self, self._editor, elsewhere=self.banner.show_message)
        self._build_next_part()
        self._builder = QTimer(self)
        self._builder.timeout.connect(self._build_next_part)
        self._builder.start()

    @Slot(object)
    def show_session(self, session: Session) -> None:
        """Show this session; what did not change is left alone."""
        for part in self._parts:
            part.show_session(session)

    def take_focus(self) -> None:
        """Put the cursor where typing begins."""
        self._parts[0].take_focus()

    @Slot()
    def go_on(self) -> None:
        """Go to the next form."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the form before."""
        self._go(-1)

    @Slot()
    def leave(self) -> None:
        """Keep what was typed and go back to the beraad."""
        self._workspace.keep()
        self.back_wished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        self._saved = SaveLabel()
        done = button("Naar het beraad", kind="primary", name="to-session")
        done.clicked.connect(self.leave)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        inside.addWidget(done)
        return bar

    @Slot()
    def _build_next_part(self) -> None:
        """Make one part, so that no key has to wait until all are there."""
        if len(self._parts) == len(PARTS):
            self._builder.stop()
            return
        title, make = PARTS[len(self._parts)]
        part = make(self._maker)
        part.setObjectName(f"part-{len(self._parts) + 1}")
        part.show_session(self._editor.session)
        heading = label(title or Course.of(self._editor.session).subject, role="heading")
        end = self._inside.count() - 1
        for widget in (line(), heading, part):
            self._inside.insertWidget(end, widget)
            widget.show()
            end += 1
        self._parts.append(part)
        self._headings[part] = heading

    @Slot()
    def _fit(self) -> None:
        self._maker.room.set_narrow(narrow=self.width() < self._look.scale.px(_SIDE_BY_SIDE))

    def _go(self, step: int) -> None:
        here = QApplication.focusWidget()
        inside = [
            number
            for number, part in enumerate(self._parts)
            if here is not None and part.isAncestorOf(here)
        ]
        wanted = (inside[0] if inside else 0) + step
        part = self._parts[max(0, min(len(self._parts) - 1, wanted))]
        above = self._headings[part]
        self._scroll.verticalScrollBar().setValue(above.y())
        part.take_focus()
