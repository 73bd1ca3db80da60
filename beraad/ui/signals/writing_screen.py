"""Writing the structural signal of one beraad."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.editing.signals import (
    with_new_signal,
    with_other_signal,
    with_words_of_register,
)
from beraad.phases import signal
from beraad.phases.model import Field
from beraad.phases.open_ends import open_in_signal
from beraad.phases.suggestions import Suggestions
from beraad.records import Id, Session, SignalContent, SignalLine
from beraad.ui.announce import announce
from beraad.ui.marking.marker import Marker
from beraad.ui.reference import Reference
from beraad.ui.signals.alike import AlikeSignals
from beraad.ui.signals.comparing import Comparing, Differing, none_differ
from beraad.ui.signals.other_words import OtherWords
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.completion import Offer
from beraad.ui.widgets.field_page import FieldPage
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    clear,
    column,
    label,
    panel,
    row,
    title_row,
    way_back,
)
from beraad.ui.widgets.save_label import SaveLabel
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.undo_keys import UndoKeys
from beraad.ui.widgets.way_out import leave_by_esc
from beraad.ui.workspace import Workspace

if TYPE_CHECKING:
    from beraad.publishing.differing import Apart

_WIDEST = 920
_HELP = (
    "Een signaal gaat over het knelpunt, niet over één geval. Schrijf geen namen en geen verhaal. "
    "De suggesties zijn hulp, geen advies; kijk na of ze nog kloppen."
)
_PAIRS = (
    (signal.PROCESS, signal.FREQUENCY),
    (signal.SINCE, signal.SEEN_BY),
)
_MORE_TEXTS = (
    signal.EXTENT,
    signal.PURPOSE,
    signal.PURPOSE_MET,
    signal.IF_NOTHING,
    signal.SMALL_STEP,
    signal.LASTING,
    signal.OTHER_SOURCES,
    signal.SEES_OTHERWISE,
)
_MORE_PAIRS = (
    (signal.BACK_TO, signal.CONTACT),
    (signal.SEEN_EMPLOYED, signal.SEEN_CONTRACTED),
    (signal.URGENT_BEFORE, signal.WITHOUT_MANAGER),
)
_LONGEST = 40
_TAKEN_OVER = "Overgenomen uit het register. Met Ctrl+Z staat er weer wat je hier had."
_LAST = (
    (signal.RECIPIENT, signal.SENDER_ROLE),
    (signal.ANSWER_DUE, signal.REPORTS_BACK),
)


class SignalScreen(Screen):
    """The form of a signal, with what it still needs before anybody can answer."""

    back_wished = Signal()
    review_wished = Signal()

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        *,
        today: Callable[[], date],
        suggestions: Callable[[], Suggestions],
        lines: Callable[[], tuple[SignalLine, ...]] = tuple,
        differing: Differing = none_differ,
        recipients: Callable[[], tuple[Offer, ...]] | None = None,
    ) -> None:
        """`recipients` gives to whom a signal can go; without it, those on the list."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Structureel signaal")
        self._shown: tuple[object, ...] = ()
        self._workspace = workspace
        marker = Marker(workspace, look, self)
        maker = FieldMaker(
            workspace.editor,
            today=today,
            suggestions=suggestions,
            attend=marker.attend,
            offered={signal.RECIPIENT.suggestions: recipients} if recipients else None,
        )
        self._form = SignalForm(maker)
        middle = QWidget()
        inside = column(middle, spacing=10)
        practice = workspace.editor.session.is_practice
        inside.addWidget(title_row("Structureel signaal", is_practice=practice))
        inside.addWidget(label(_HELP, role="muted"))
        lists = suggestions().lists
        for name in ("knelpunten", "routes"):
            inside.addWidget(Reference(lists[name]))
        inside.addSpacing(8)
        self._others = FlowLayout()
        inside.addLayout(self._others)
        self._alike = AlikeSignals(lines)
        inside.addWidget(self._alike)
        self._above, self._below = self._other_words(), self._other_words()
        self._arrived = False
        inside.addWidget(self._above)
        inside.addWidget(self._form)
        inside.addWidget(self._below)
        inside.addStretch(1)
        self.banner = Banner()
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(middle, widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        self._comparing = Comparing(differing, self)
        self._comparing.found.connect(self._on_differing)
        workspace.session_changed.connect(self._show)
        workspace.save_state_changed.connect(self._saved.show_save_state)
        self._saved.show_save_state(workspace.save_state)
        self._show(workspace.editor.session)
        leave_by_esc(self, self.back_wished)
        UndoKeys(self, workspace.editor, elsewhere=self.banner.show_message)
        marker.begin()

    def take_focus(self) -> None:
        """Put the cursor where writing starts."""
        self._form.take_focus()

    def _bar(self) -> QWidget:
        bar, inside = bar_row(spacing=20)
        back = way_back("← Terug naar het beraad", self.back_wished)
        self._saved = SaveLabel()
        review = button("Nalezen en doorgeven →", kind="primary", name="review")
        review.clicked.connect(self._on_review)
        inside.addWidget(back)
        inside.addStretch(1)
        inside.addWidget(self._saved)
        inside.addStretch(1)
        inside.addWidget(review)
        return bar

    @Slot(object)
    def _show(self, session: Session) -> None:
        self._form.show_session(session)
        self._alike.show_for(session.signal, but=session.signal_at_hand)
        self._comparing.look(session)
        shown = (session.other_signals, session.signal.is_empty)
        if shown != self._shown:
            self._shown = shown
            self._show_others(session)

    def _other_words(self) -> OtherWords:
        made = OtherWords()
        made.register_wished.connect(self._on_review)
        made.taken_over.connect(self._on_taken_over)
        return made

    @Slot(object)
    def _on_differing(self, found: Mapping[Id, Apart]) -> None:
        """Say it above for who arrives, and below the form while somebody types: nothing moves."""
        above = not self._arrived or not self._above.isHidden()
        shown, other = (self._above, self._below) if above else (self._below, self._above)
        said = "" if shown.isHidden() else shown.said
        shown.show_differing(self._workspace.editor.session, found)
        other.hide()
        self._arrived = True
        if not shown.isHidden() and shown.said != said:
            announce(self, shown.said)

    @Slot(object)
    def _on_taken_over(self, content: SignalContent) -> None:
        self._workspace.editor.change(lambda session: with_words_of_register(session, content))
        self._form.take_focus()
        self.banner.show_message(_TAKEN_OVER)

    def _show_others(self, session: Session) -> None:
        """The other signals of this beraad, each to take up, and one more to begin."""
        clear(self._others)
        for each in session.other_signals:
            called = " ".join((each.bottleneck or each.what or "signaal").split())[:_LONGEST]
            way = button(called, name="other-signal", described=f"Verder met signaal “{called}”")
            way.clicked.connect(partial(self._on_other, each.id))
            self._others.addWidget(way)
            way.show()
        if not session.signal.is_empty:
            new = button("+ Nog een signaal", kind="link", name="new-signal")
            new.clicked.connect(self._on_new)
            self._others.addWidget(new)
            new.show()

    def _on_other(self, other: Id) -> None:
        self._workspace.editor.change(lambda session: with_other_signal(session, other))
        self._form.take_focus()

    @Slot()
    def _on_new(self) -> None:
        self._workspace.editor.change(with_new_signal)
        self._form.take_focus()

    @Slot()
    def _on_review(self) -> None:
        self._workspace.keep()
        self.review_wished.emit()


class SignalForm(FieldPage):
    """All fields of a signal, and what is still open."""

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self.layout_.addWidget(self.bound(signal.BOTTLENECK, role="large").labelled())
        self.layout_.addWidget(self.bound(signal.WHAT, least_lines=3).labelled())
        self.layout_.addWidget(self.bound(signal.LEVEL, segmented=True).labelled())
        self.layout_.addLayout(self._pairs(_PAIRS))
        for field in (
            signal.EFFECT,
            signal.CUSTOM_TRIED,
            signal.CUSTOM_FALLS_SHORT,
            signal.WISH,
        ):
            self.layout_.addWidget(self.bound(field, least_lines=2).labelled())
        self.layout_.addLayout(self._pairs(_LAST))
        more = Fold("Meer vertellen over dit signaal")
        inside = more.inside
        inside.addWidget(self.bound(signal.SCALE, segmented=True).labelled())
        inside.addWidget(self.bound(signal.SEVERITY, segmented=True).labelled())
        for field in _MORE_TEXTS:
            inside.addWidget(self.bound(field, least_lines=2).labelled())
        inside.addLayout(self._pairs(_MORE_PAIRS))
        self.layout_.addWidget(more)
        self._more = more
        self._vague = panel("hint")
        in_vague = column(self._vague, spacing=4)
        in_vague.setContentsMargins(14, 8, 14, 8)
        in_vague.addWidget(label("Nog vaag", role="strong"))
        self._vague_text = label()
        in_vague.addWidget(self._vague_text)
        self.layout_.addWidget(self._vague)
        self._missing = panel("hint")
        self._missing_text = label()
        in_missing = row(self._missing)
        in_missing.setContentsMargins(14, 8, 14, 8)
        in_missing.addWidget(self._missing_text)
        self.layout_.addWidget(self._missing)

    def show_session(self, session: Session) -> None:
        super().show_session(session)
        questions = list(signal.vague(session.signal))
        self._vague.setVisible(bool(questions))
        self._vague_text.setText("\n".join(questions))
        open_ends = list(open_in_signal(session))
        self._missing.setVisible(bool(open_ends) and not session.signal.is_empty)
        self._missing_text.setText("Nog open: " + " ".join(open_ends))

    def _pairs(self, pairs: tuple[tuple[Field, Field], ...]) -> QVBoxLayout:
        under = column(spacing=14)
        for pair in pairs:
            beside = row(spacing=16)
            for field in pair:
                beside.addWidget(self.bound(field).labelled(), 1, Qt.AlignmentFlag.AlignTop)
            under.addWidget(folding(beside))
        return under
