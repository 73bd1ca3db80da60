"""Ronde 8: antwoord voor nu, afspraken, het patroon, en terugkijken op het gesprek."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from beraad.phases import conclusion
from beraad.records import CaseState, Recurrence, Session
from beraad.ui.rondes.time_used import TimeUsed
from beraad.ui.widgets.field_page import FieldPage, SpecRow
from beraad.ui.widgets.fields import FieldMaker
from beraad.ui.widgets.fold import Fold
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, label, line, panel, row, title_above

_OTHER_WORDS = (
    "In het register staan andere woorden van een signaal dan in dit beraad. Open het signaal: "
    "daar kies je welke woorden gelden."
)


class ConclusionPage(FieldPage):
    """The last page of the talk; from here to the signal and the two verslagen."""

    signal_wished = Signal()
    report_wished = Signal()
    lesson_wished = Signal()

    def __init__(self, maker: FieldMaker) -> None:
        super().__init__(maker)
        self.layout_.addWidget(self.bound(conclusion.ANSWER, least_lines=3).labelled())
        self.layout_.addWidget(self.bound(conclusion.ANSWER_STATE, segmented=True).labelled())
        self.layout_.addWidget(self.bound(conclusion.CASE_OWNER_TAKES, least_lines=2).labelled())
        self.layout_.addWidget(
            self.rows(conclusion.AGREEMENTS, thing="afspraak", row_kind=AgreementRow)
        )
        resident = row(spacing=16)
        maker.room.adapt(resident, self)
        resident.addWidget(self.bound(conclusion.RESIDENT_HEARS).labelled(), 3)
        resident.addWidget(self.bound(conclusion.RESIDENT_HEARS_FROM).labelled(), 1)
        self.layout_.addLayout(resident)
        self.layout_.addWidget(self.bound(conclusion.SECOND_MEETING).labelled())
        self._build_recurrence()
        self.layout_.addWidget(self.bound(conclusion.WENT_WELL).labelled())
        self.layout_.addWidget(self.bound(conclusion.LESSON).labelled())
        more = Fold("Meer over de conclusie")
        for field in (conclusion.MOTIVATED_SEPARATELY, conclusion.DEVIATION):
            more.inside.addWidget(self.bound(field).labelled())
        self.layout_.addWidget(more)
        self.layout_.addWidget(line())
        self.layout_.addWidget(title_above("Terugblik op het gesprek"))
        pairs = (
            (conclusion.METHOD, conclusion.TIME),
            (conclusion.SAFETY, conclusion.OPEN_QUESTIONS),
        )
        for pair in pairs:
            beside = row(spacing=12)
            for field in pair:
                beside.addWidget(self.bound(field).labelled(), 1, Qt.AlignmentFlag.AlignTop)
            self.layout_.addWidget(folding(beside, maker.room))
        self._time_used = TimeUsed()
        self.layout_.addWidget(self._time_used)
        self.layout_.addWidget(self.bound(conclusion.CHECK_OUT).labelled())
        self.layout_.addWidget(line())
        self.layout_.addWidget(title_above("Het verslag"))
        self.layout_.addWidget(self.bound(conclusion.RECIPIENTS).labelled())
        self.layout_.addWidget(self.bound(conclusion.KEEP_UNTIL).labelled())
        self.layout_.addWidget(self.bound(conclusion.CASE_OWNER_AGREES).widget)
        to_report = button("Verslag nalezen", kind="primary", name="to-report")
        to_report.clicked.connect(self.report_wished)
        under = row()
        under.addWidget(to_report)
        to_lesson = button("Leerverslag schrijven", name="to-lesson")
        to_lesson.clicked.connect(self.lesson_wished)
        under.addWidget(to_lesson)
        under.addStretch(1)
        self.layout_.addWidget(folding(under))
        self.layout_.addStretch(1)

    def _build_recurrence(self) -> None:
        card = panel("card")
        inside = column(card, spacing=10)
        inside.setContentsMargins(16, 14, 16, 14)
        recurrence = self.bound(conclusion.RECURRENCE, segmented=True)
        inside.addWidget(title_above(conclusion.RECURRENCE.label))
        inside.addWidget(recurrence.widget)
        self._count = self.bound(
            conclusion.RECURRENCE_COUNT, least=1, most=999, nothing="hoe vaak?", unit="keer"
        ).widget
        inside.addWidget(self._count, 0, Qt.AlignmentFlag.AlignLeft)
        self._signal_text = label(
            "Dan gaat dit verder dan deze ene keer. Geef het door: zonder namen, met een vraag "
            "en een datum voor antwoord.",
            role="muted",
        )
        self._other_words = label(_OTHER_WORDS)
        self._other_words.setObjectName("other-words")
        self._other_words.hide()
        self._to_signal = button("Signaal schrijven", name="to-signal")
        self._to_signal.clicked.connect(self.signal_wished)
        inside.addWidget(self._signal_text)
        inside.addWidget(self._other_words)
        under = row()
        under.addWidget(self._to_signal)
        under.addStretch(1)
        inside.addLayout(under)
        self.layout_.addWidget(card)

    def tell_other_words(self, *, differ: bool) -> None:
        """Say whether the register has other words of a signal than this beraad."""
        self._other_words.setVisible(differ)
        self._show_ways(self.editor.session)

    def show_session(self, session: Session) -> None:
        super().show_session(session)
        self._time_used.show_session(session)
        often = session.conclusion.recurrence is Recurrence.YES
        self._count.setVisible(often)
        self._signal_text.setVisible(often)
        self._show_ways(session)

    def _show_ways(self, session: Session) -> None:
        often = session.conclusion.recurrence is Recurrence.YES
        wanted = often or not session.signal.is_empty or not self._other_words.isHidden()
        self._to_signal.setVisible(wanted)
        self._to_signal.setText(
            "Signaal schrijven" if session.signal.is_empty else "Signaal verder schrijven"
        )


class AgreementRow(SpecRow):
    """An agreement; of a case that is over it is not asked when, unless that was written down."""

    def show_record(self, session: Session) -> None:
        super().show_record(session)
        mine = next(each for each in session.agreements if each.id == self.item)
        closed = session.opening.case_state is CaseState.CLOSED
        self.parts["due"].setVisible(not closed or mine.due is not None)
