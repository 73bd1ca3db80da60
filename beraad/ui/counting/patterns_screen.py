"""Patronen: the sentence first, then the picture, then what it is of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.phases.phrasing import capital
from beraad.report.compose.counting import LEFT, RULE, whole_period
from beraad.report.compose.patterns import ORDERS, PatternFinding, findings, went_well
from beraad.ui.announce import announce
from beraad.ui.counting.counting import Counting
from beraad.ui.counting.half_years import SPANS, Span
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.chart import ChartView
from beraad.ui.widgets.choice_field import ChoiceField
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.parts import button, clear, column, label, panel, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1240
_CARD = 300
_BUSY = "Een ogenblik, de beraden worden gelezen …"
_EMPTY = (
    "Over deze periode is nog niets te tellen. Patronen ontstaan uit 3 beraden van 2 teams. "
    "Houd een beraad, en schrijf in ronde 8 een signaal als jullie iets vaker zien."
)


class PatternsScreen(Screen):
    """What returns over all teams together; no team can be chosen or compared."""

    back_wished = Signal()
    overview_wished = Signal()

    def __init__(
        self,
        folder: Path,
        look: Look,
        *,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Patronen")
        self._look = look
        self._charts: list[ChartView] = []
        self._counting = Counting(folder, today=today, parent=self)
        self._counting.ready.connect(self._show)
        self._counting.failed.connect(self._on_failed)
        self._counting.told.connect(self._on_told)
        self.banner = Banner()
        self._told = label(_BUSY, role="muted")
        self._told.setObjectName("told")
        self._cards: QVBoxLayout = column(spacing=14)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(self._middle(), widest=look.scale.px(_WIDEST)), 1)
        leave_by_esc(self, self.leave)
        self._counting.begin()

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus()

    @Slot()
    def leave(self) -> None:
        """Go back to the signals."""
        self._counting.stop()
        self.back_wished.emit()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=12)
        self._back = button("← Signalen", kind="link", name="back")
        self._back.clicked.connect(self.leave)
        top = row()
        top.addWidget(self._back)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(self._head())
        inside.addWidget(self._told)
        inside.addLayout(self._cards)
        inside.addStretch(1)
        return middle

    def _head(self) -> QWidget:
        head = Folding()
        inside = row(head)
        inside.addWidget(label("Patronen", role="title"), 1)
        self._span = ChoiceField(SPANS)
        self._span.setObjectName("span")
        self._span.setAccessibleName("Periode")
        self._span.show_value(self._counting.span)
        self._span.edited.connect(self._on_span)
        self._as_table = button("Bekijk als tabel", name="as-table")
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(self._on_table)
        overview = button("Overzicht", name="to-overview")
        overview.clicked.connect(self.overview_wished)
        for each in (self._span, self._as_table, overview):
            inside.addWidget(each)
        return head

    @Slot()
    def _show(self) -> None:
        cleaned = self._counting.cleaned
        if cleaned is None:
            return
        clear(self._cards)
        self._charts = []
        found = cleaned.patterns
        some = [one for one in findings(found) if one.chart is not None]
        if not some:
            self._told.setText(_EMPTY)
            announce(self, _EMPTY)
            return
        period = whole_period(found.period)
        unread = self._counting.unread
        left = f" Niet te lezen, en dus niet geteld: {unread}." if unread else ""
        waits = f" {LEFT}" if cleaned.is_waiting else ""
        self._told.setText(f"{capital(period)}.{left}{waits}")
        for first in range(0, len(some), 2):
            pair = Folding()
            inside = row(pair, spacing=14)
            for finding in some[first : first + 2]:
                inside.addWidget(self._card(finding), 1)
            self._cards.addWidget(pair)
        self._cards.addWidget(self._good(went_well(found)))
        self._cards.addWidget(self._orders())
        self._cards.addWidget(label(RULE, role="small"))
        self._on_table(self._as_table.isChecked())
        announce(self, self._told.text())

    def _card(self, finding: PatternFinding) -> QFrame:
        card = panel("card")
        card.setObjectName(finding.name)
        stand_beside(card, least=self._look.scale.px(_CARD))
        card.setAccessibleName(finding.question)
        inside = column(card, spacing=6)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(label(finding.question, role="label"))
        inside.addWidget(label(finding.says, role="strong", heads=True))
        if finding.chart is not None:
            chart = ChartView()
            chart.show_chart(finding.chart)
            self._charts.append(chart)
            inside.addWidget(chart)
        inside.addStretch(1)
        inside.addWidget(label(finding.of, role="small"))
        return card

    def _good(self, sentences: tuple[str, ...]) -> QFrame:
        card = panel("good")
        inside = column(card, spacing=4)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(label("Wat ging goed?", role="heading"))
        for sentence in sentences or ("Daar is nog niets over te tellen.",):
            inside.addWidget(label(sentence))
        return card

    def _orders(self) -> QFrame:
        card = panel("card")
        inside = column(card, spacing=6)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(label("Waar werken we aan?", role="heading"))
        for asked, helps in ORDERS:
            inside.addWidget(label(asked, role="strong"))
            inside.addWidget(label(helps))
        return card

    @Slot(bool)
    def _on_table(self, wished: bool) -> None:  # noqa: FBT001
        for chart in self._charts:
            chart.show_table(wished=wished)

    @Slot(object)
    def _on_span(self, span: Span) -> None:
        self._counting.span = span
        self._counting.count()

    @Slot(int)
    def _on_told(self, percent: int) -> None:
        if self._counting.cleaned is None:
            self._told.setText(f"{_BUSY} {percent} %")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self.banner.show_problem(problem)
        if self._counting.cleaned is None and not self._counting.works:
            self._told.setText("")
