"""One knelpunt beside the table: what happens, what looks alike, and what was said of it before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from beraad.phases.issue_table import SIGNALS_OF_ROW, WRITE_DOWN
from beraad.phases.phrasing import capital
from beraad.records import OverviewRow
from beraad.report.compose.counting import OF_ONE, often
from beraad.signals.overview import Judgement, Likeness
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, column, label, panel

_MARGIN = 22
_APART = "Twee laptops besloten iets anders, zonder het van elkaar te weten. Wat geldt?"


def _small(text: str) -> QWidget:
    """Small words that take no room of the table."""
    told = label(text, role="small")
    policy = told.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    told.setSizePolicy(policy)
    return told


class AboutRow(QFrame):
    """`judged` and `taken_back` carry what somebody said of two knelpunten.

    `sheet_wished` carries the row of which a kwestietafel will talk, `signals_wished` the one of
    which the signals are wanted, `ask_wished` the title of one that teams are asked about.
    """

    judged = Signal(object)
    taken_back = Signal(object)
    sheet_wished = Signal(object)
    signals_wished = Signal(object)
    ask_wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "guide")
        inside = column(self)
        inside.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._told: QVBoxLayout = column(spacing=8)
        inside.addLayout(self._told)
        inside.addStretch(1)

    def show_nothing(self) -> None:
        """No knelpunt was chosen."""
        clear(self._told)

    def show_row(
        self,
        row: OverviewRow,
        what: str,
        *,
        alike: Mapping[Likeness, OverviewRow],
        judgements: Iterable[Judgement],
    ) -> None:
        """Tell of this knelpunt; `what` is what happens."""
        clear(self._told)
        self._told.addWidget(label("Gekozen knelpunt", role="label"))
        self._told.addWidget(label(row.title, role="heading"))
        if what:
            self._told.addWidget(label(what))
            self._told.addWidget(_small(OF_ONE))
        sheet = button("Naar de kwestietafel", name="to-issue-table")
        sheet.clicked.connect(partial(self._on_sheet, row))
        described = f"{SIGNALS_OF_ROW}: {row.title}"
        signals = button(SIGNALS_OF_ROW, name="to-signals-of-row", described=described)
        signals.clicked.connect(partial(self._on_signals, row))
        ask = button("Vraag het aan teams", name="ask-teams")
        ask.clicked.connect(partial(self._on_ask, row.title))
        ways = FlowLayout()
        for way in (sheet, signals, ask):
            ways.addWidget(way)
        self._told.addLayout(ways)
        self._told.addWidget(_small(WRITE_DOWN))
        if alike:
            self._told.addWidget(label("Lijkt op …", role="strong", heads=True))
            self._told.addWidget(label("Beraad ziet gelijke woorden. Jij beslist.", role="small"))
        for likeness, other in alike.items():
            self._told.addWidget(self._likeness(row, other, likeness))
        for judgement in judgements:
            self._told.addWidget(self._earlier(judgement))

    def _likeness(self, row: OverviewRow, other: OverviewRow, likeness: Likeness) -> QFrame:
        card = panel("card")
        card.setAccessibleName(f"Lijkt op {likeness.title}")
        inside = column(card, spacing=4)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(label(likeness.title, role="strong"))
        inside.addWidget(label(capital(often(other)), role="small"))
        inside.addWidget(label(f"{capital('; '.join(likeness.why))}."))
        inside.addLayout(self._choices(row.title, likeness.title))
        return card

    def _choices(self, first: str, second: str) -> FlowLayout:
        """The same or not: two buttons, and nothing is chosen beforehand."""
        ways = FlowLayout()
        for text, same in (("Hetzelfde", True), ("Niet hetzelfde", False)):
            described = f"{text}: {first} en {second}"
            way = button(text, name="same" if same else "not-same", described=described)
            way.clicked.connect(partial(self._on_judged, Judgement(first, second, same)))
            ways.addWidget(way)
        return ways

    def _apart(self, judgement: Judgement) -> QFrame:
        """Two laptops said something else: both stand here until somebody chooses."""
        card = panel("hint")
        card.setObjectName("judged-apart")
        inside = column(card, spacing=4)
        inside.setContentsMargins(14, 10, 14, 10)
        text = f"{_APART} “{judgement.first}” en “{judgement.second}”: hetzelfde, of niet?"
        inside.addWidget(label(text))
        inside.addLayout(self._choices(judgement.first, judgement.second))
        return card

    def _earlier(self, judgement: Judgement) -> QWidget:
        if judgement.disputed:
            return self._apart(judgement)
        box = QWidget()
        inside = column(box, spacing=2)
        said = "hetzelfde als" if judgement.same else "niet hetzelfde als"
        text = f"Eerder besloten: “{judgement.first}” is {said} “{judgement.second}”."
        inside.addWidget(label(text, role="small"))
        back = button("Terugnemen", kind="link", name="take-back", described=f"Terugnemen. {text}")
        back.clicked.connect(partial(self._on_taken_back, judgement))
        inside.addWidget(back)
        return box

    @Slot(object)
    def _on_judged(self, judgement: Judgement) -> None:
        self.judged.emit(judgement)

    @Slot(object)
    def _on_taken_back(self, judgement: Judgement) -> None:
        self.taken_back.emit(judgement)

    @Slot(object)
    def _on_sheet(self, row: OverviewRow) -> None:
        self.sheet_wished.emit(row)

    @Slot(object)
    def _on_signals(self, row: OverviewRow) -> None:
        self.signals_wished.emit(row)

    @Slot(str)
    def _on_ask(self, title: str) -> None:
        self.ask_wished.emit(title)
