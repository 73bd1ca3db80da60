"""Overzicht voor beleid: knelpunten in rows, what looks alike, and the documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable
from beraad.phases.folding import plain
from beraad.phases.phrasing import capital
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.judging import judged, taken_back
from beraad.records import OverviewRow
from beraad.report.compose.counting import LEFT, RULE, is_open, whole_period
from beraad.report.compose.overview import EMPTY, told_of
from beraad.report.house.style import House
from beraad.signals.overview import Judgement, alike
from beraad.store.places import register_path
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.counting.about_row import AboutRow
from beraad.ui.counting.counting import Counting
from beraad.ui.counting.files import Wanted, letter, rows, sheet, written
from beraad.ui.counting.half_years import SPANS, Span
from beraad.ui.counting.overview_model import OverviewModel
from beraad.ui.counting.rows_table import RowsTable
from beraad.ui.settings import Settings
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.signals.deeds import NOTHING_AGAIN, NOTHING_LEFT
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import ChoiceField, SegmentField
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.parts import button, column, label, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import scrolled
from beraad.ui.widgets.shortcuts import heed_all, heed_undo, look_for

_BUSY = "Een ogenblik, de signalen en beraden worden gelezen …"
_NOT_FOUND = "Geen knelpunt past bij wat je zoekt. Maak het zoekvak leeg of kies Alles."
_OF_A_FEW = (
    "Dit knelpunt zagen nog maar enkele beraden. Op het blad staan de woorden van één signaal, dus "
    "van één team. De mensen aan tafel kunnen weten welk team dat was."
)
_IN_SIGNALS = "Bij Signalen staat het al wel."
_TABLE, _SIDE = 480, 300
_MARGIN = 28


class Which(StrEnum):
    """Which knelpunten are shown."""

    ALL = "all"
    OPEN = "open"
    DONE = "done"


_WHICH = ((Which.ALL, "Alles"), (Which.OPEN, "Open"), (Which.DONE, "Af"))


class _Said(NamedTuple):
    """What was said of two knelpunten: before and after a deed, None for nothing."""

    two: Judgement
    before: bool | None
    after: bool | None


def _told(two: Judgement, same: bool | None) -> str:  # noqa: FBT001
    """What is said of two knelpunten, in Dutch."""
    if same is None:
        return f"Teruggenomen: van {two.first} en {two.second} is niets gezegd."
    said = "samengenomen" if same else "uit elkaar gehouden"
    return f"{two.first} en {two.second} zijn {said}."


class OverviewScreen(Screen):
    """One knelpunt at a time is told of; a person says what is the same.

    `ask_wished` carries the title of a knelpunt that teams are asked about, `signals_wished` the
    row of one of which somebody wants to see the signals.
    """

    back_wished = Signal()
    patterns_wished = Signal()
    ask_wished = Signal(str)
    signals_wished = Signal(object)

    def __init__(
        self,
        folder: Path,
        look: Look,
        settings: Settings,
        *,
        today: Callable[[], date],
        lexicon: Callable[[], Lexicon | None] = lambda: None,
        house: Callable[[], House] = House,
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Overzicht van knelpunten")
        self._register = register_path(folder, practice=False)
        self._settings = settings
        self._house = house
        self._lexicon = lexicon
        self._which = Which.ALL
        self._kept = ""
        self._model = OverviewModel()
        self._counting = Counting(folder, today=today, parent=self)
        self._counting.ready.connect(self._on_ready)
        self._counting.failed.connect(self._on_failed)
        self._counting.told.connect(self._on_told)
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_written)
        self._job.failed.connect(self._on_failed)
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_open_folder)
        self._told = label(_BUSY, role="muted")
        self._told.setObjectName("told")
        outside = column(self)
        outside.addWidget(self.banner)
        beside = Folding()
        parts = row(beside, spacing=0)
        parts.addWidget(self._middle(look), 1)
        self._about = AboutRow()
        self._about.setMinimumWidth(look.scale.px(_SIDE))
        self._about.judged.connect(self._on_judged)
        self._about.taken_back.connect(self._on_taken_back)
        self._about.sheet_wished.connect(self._on_sheet)
        self._about.ask_wished.connect(self.ask_wished)
        self._about.signals_wished.connect(self._on_signals)
        parts.addWidget(self._about)
        outside.addWidget(scrolled(beside), 1)
        self._done: list[_Said] = []
        self._undone: list[_Said] = []
        heed_all(self, ("Ctrl+F", partial(look_for, self._search)), ("Esc", self._on_escape))
        heed_undo(self, self.undo, self.redo)
        self._counting.begin()

    def take_focus(self) -> None:
        """Put the focus on the knelpunten; on the way back as long as there are none."""
        (self._table if self._model.rowCount() else self._back).setFocus()

    def _middle(self, look: Look) -> QWidget:
        middle = QWidget()
        middle.setObjectName("canvas")
        stand_beside(middle, least=look.scale.px(_TABLE))
        inside = column(middle, margins=_MARGIN, spacing=12)
        self._back = button("← Signalen", kind="link", name="back")
        self._back.clicked.connect(self._leave)
        top = row()
        top.addWidget(self._back)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(self._head())
        inside.addWidget(self._sought())
        inside.addWidget(self._told)
        self._table = RowsTable(self._model)
        self._table.setObjectName("rows")
        self._table.setAccessibleName("Knelpunten")
        self._table.setMinimumHeight(look.scale.px(260))
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        inside.addWidget(self._table, 1)
        self._rule = label(RULE, role="small")
        inside.addWidget(self._rule)
        inside.addStretch()  # Takes the room while there is no table to take it.
        return middle

    def _head(self) -> QWidget:
        head = Folding()
        inside = row(head)
        inside.addWidget(label("Overzicht van knelpunten", role="title"), 1)
        patterns = button("Patronen", name="to-patterns")
        patterns.clicked.connect(self.patterns_wished)
        self._csv = button("Opslaan als CSV", name="write-csv")
        self._csv.clicked.connect(self._on_csv)
        self._letter = button("Beleidsbrief maken", kind="primary", name="write-letter")
        self._letter.clicked.connect(self._on_letter)
        for each in (patterns, self._csv, self._letter):
            inside.addWidget(each)
        return head

    def _sought(self) -> QWidget:
        box = Folding()
        inside = row(box, spacing=12)
        self._search = LineEdit()
        self._search.setObjectName("find-rows")
        self._search.setPlaceholderText("zoek … (Ctrl+F)")
        self._search.setAccessibleName("Zoek een knelpunt")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_typed)
        which = SegmentField(_WHICH, name="Welke knelpunten")
        which.show_value(self._which)
        which.edited.connect(self._on_which)
        self._span = ChoiceField(SPANS)
        self._span.setObjectName("span")
        self._span.setAccessibleName("Periode")
        self._span.show_value(self._counting.span)
        self._span.edited.connect(self._on_span)
        inside.addWidget(self._search, 1)
        inside.addWidget(which, 1)
        inside.addWidget(self._span)
        return box

    @Slot()
    def _on_ready(self) -> None:
        self._show()
        if self._back.hasFocus():
            self.take_focus()
        announce(self, self._told.text())

    def _show(self) -> None:
        cleaned = self._counting.cleaned
        if cleaned is None:
            return
        made = cleaned.overview
        shown = [row for row in made.rows if self._is_wanted(row)]
        self._model.show_rows(shown)
        for each in (self._table, self._rule):
            each.setVisible(bool(shown))
        for each in (self._csv, self._letter):
            each.setEnabled(bool(made.rows))
        period = whole_period(made.period)
        left = f"{LEFT} {_IN_SIGNALS}" if cleaned.is_waiting else ""
        counted = " ".join(filter(None, (f"{capital(period)}.", told_of(made), left)))
        self._told.setText(counted if shown else _NOT_FOUND if made.rows else EMPTY)
        place = max(0, self._model.place_of(self._kept))
        self._table.selectRow(place)
        self._tell(self._model.row_at(place))

    def _is_wanted(self, row: OverviewRow) -> bool:
        words = plain(self._search.text()).split()
        said = plain(" ".join((row.title, *row.joined)))
        if not all(word in said for word in words):
            return False
        return self._which is Which.ALL or (self._which is Which.OPEN) == is_open(row)

    def _tell(self, row: OverviewRow | None) -> None:
        counting = self._counting
        if row is None or counting.cleaned is None:
            self._about.show_nothing()
            return
        self._kept = row.key
        rows = {one.key: one for one in counting.cleaned.overview.rows}
        said = counting.judgements
        mine = {row.title, *row.joined}
        self._about.show_row(
            row,
            counting.what_happens(row),
            alike={one: rows[one.key] for one in alike(row, rows.values(), counting.marks, said)},
            judgements=[
                one for one in said if row.key in one.pair or {one.first, one.second} & mine
            ],
        )

    def _say(self, two: Judgement, *, same: bool | None) -> bool:
        """Keep what is said of two knelpunten, None for nothing; whether it was kept."""
        try:
            if same is None:
                taken_back(self._register, two)
            else:
                judged(self._register, replace(two, same=same, disputed=False))
        except Solvable as problem:
            self.banner.show_problem(problem)
            return False
        self._table.setFocus()
        self._counting.count()
        announce(self, _told(two, same))
        return True

    def _said_of(self, two: Judgement) -> bool | None:
        """What is said of two knelpunten now; None when nobody did, or two laptops differ."""
        last = [one for one in self._counting.judgements if one.pair == two.pair]
        return last[-1].same if last and not last[-1].disputed else None

    def _do(self, two: Judgement, *, same: bool | None) -> None:
        deed = _Said(two, self._said_of(two), same)
        if self._say(two, same=same):
            self._done.append(deed)
            self._undone.clear()

    def undo(self) -> None:
        """Say of two knelpunten again what was said of them before the last that was done here."""
        self._step(self._done, self._undone, back=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(self._undone, self._done, back=False)

    def _step(self, off: list[_Said], on: list[_Said], *, back: bool) -> None:
        if not off:
            self.banner.show_message(NOTHING_LEFT if back else NOTHING_AGAIN)
            return
        deed = off[-1]
        same = deed.before if back else deed.after
        if self._say(deed.two, same=same):
            on.append(off.pop())
            self.banner.show_message(_told(deed.two, same))

    @Slot(object)
    def _on_judged(self, judgement: Judgement) -> None:
        self._do(judgement, same=judgement.same)

    @Slot(object)
    def _on_taken_back(self, judgement: Judgement) -> None:
        self._do(judgement, same=None)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, index: QModelIndex, before: QModelIndex) -> None:
        del before
        self._tell(self._model.row_at(index.row()))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        del text
        self._show()

    @Slot(object)
    def _on_which(self, which: Which) -> None:
        self._which = which
        self._show()

    @Slot(object)
    def _on_span(self, span: Span) -> None:
        self._counting.span = span
        self._counting.count()

    @Slot()
    def _on_letter(self) -> None:
        self._write(letter)

    @Slot()
    def _on_csv(self) -> None:
        self._write(rows)

    @Slot(object)
    def _on_signals(self, row: OverviewRow) -> None:
        self._counting.stop()
        self.signals_wished.emit(row)

    @Slot(object)
    def _on_sheet(self, row: OverviewRow) -> None:
        """Words of one team go on a sheet only after somebody thought of who reads it."""
        if row.count is None:
            self.banner.ask(
                _OF_A_FEW, way_out="Maak het blad", deed=partial(self._write_sheet, row)
            )
        else:
            self._write_sheet(row)

    def _write_sheet(self, row: OverviewRow) -> None:
        self._write(partial(sheet, row))

    def _write(self, made: Callable[[Wanted], Mapping[Path, bytes]]) -> None:
        """Make and write files beside the window; they go to the folder of earlier documents."""
        if self._counting.cleaned is None or self._counting.counted is None:
            return
        wanted = Wanted(
            cleaned=self._counting.cleaned,
            counted=self._counting.counted,
            target=self._settings.export_folder,
            house=self._house(),
            lexicon=self._lexicon(),
        )
        if self._job.start(partial(written, made, wanted)):
            self._letter.setEnabled(False)

    @Slot(object)
    def _on_written(self, paths: tuple[Path, ...]) -> None:
        self._letter.setEnabled(True)
        self.banner.show_message(f"{made_told(paths)}.", way_out="Open map")

    @Slot(int)
    def _on_told(self, percent: int) -> None:
        if self._counting.cleaned is None:
            self._told.setText(f"{_BUSY} {percent} %")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._letter.setEnabled(self._counting.cleaned is not None)
        self.banner.show_problem(problem)
        if self._counting.cleaned is None and not self._counting.works:
            self._told.setText("")

    @Slot()
    def _on_open_folder(self) -> None:
        show_in_system(self._settings.export_folder, self.banner)

    @Slot()
    def _on_escape(self) -> None:
        if self._search.text():
            self._search.clear()
            self._search.setFocus()  # What had the cursor goes with what was found.
        else:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        self._counting.stop()
        self.back_wished.emit()
