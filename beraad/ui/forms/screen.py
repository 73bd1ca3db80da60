"""Choosing forms to print, blank or filled with the open beraad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.phases.clock_time import clock_time
from beraad.privacy.clean import clean, forbidden_words
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import Session
from beraad.report.forms.kinds import made
from beraad.report.forms.names import FormKind
from beraad.report.forms.plan import Plan, plan_of
from beraad.report.forms.writing import WrittenForms, write_forms
from beraad.report.house.style import House
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.forms.form_list import FormList
from beraad.ui.settings import LONGEST_TEXT, Settings
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.folder_button import FolderButton
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.line_edit import settle_entry
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import bar_row, button, column, label, panel, row, way_back
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import Canvas, scrolled
from beraad.ui.widgets.time_field import TimeField
from beraad.ui.widgets.unread_entries import UnreadEntries
from beraad.ui.workspace import Workspace

_BLANK = (
    "Voor een beraad op papier, of om erbij te houden. Op deze formulieren is nog niets ingevuld. "
    "Open eerst een beraad als je de vraag en de keuzes erop wilt hebben."
)
_FILLED = (
    "Voor een beraad op papier, of om erbij te houden. Er komen nooit namen op, en wat Beraad uit "
    "het verslag weghaalt, staat hier ook niet op."
)
_CLOCK = "Dan staan er op de leidraad kloktijden. Dit mag leeg blijven."


class FormsScreen(Screen):
    """Every form with what it is for; the chosen ones become files side by side."""

    back_wished = Signal()
    typing_wished = Signal()

    def __init__(
        self,
        settings: Settings,
        workspace: Workspace | None = None,
        *,
        house: Callable[[], House] = House,
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Formulieren")
        self._settings = settings
        self._workspace = workspace
        self._house = house
        self._asked = 0
        self._forms = FormList(settings.papers)
        self._forms.changed.connect(self._on_chosen)
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_open_folder)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(PageOverBar(scrolled(self._canvas()), self._bar()), 1)
        for keys, action in (("Ctrl+S", self.make), ("Esc", self.go_back)):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def take_focus(self) -> None:
        """Put the focus on the first form."""
        self._forms.take_focus()

    def _canvas(self) -> QWidget:
        canvas = Canvas(sides=72, top=30)
        inside = column(canvas, spacing=12)
        inside.addWidget(label("Formulieren", role="title"))
        inside.addWidget(label(_FILLED if self._workspace else _BLANK, role="muted"))
        inside.addSpacing(4)
        self._unread = UnreadEntries(canvas)
        inside.addWidget(self._unread)
        self._fill = CheckField("Vul de morele vraag, de keuzes en de minuten van dit beraad in")
        self._fill.setObjectName("fill")
        self._fill.setChecked(self._settings.fills_papers)
        self._fill.toggled.connect(self._on_fill)
        inside.addWidget(self._fill)
        self._fill.setVisible(self._workspace is not None)
        inside.addWidget(folding(self._begin()))
        inside.addWidget(self._forms)
        if self._workspace is not None:
            inside.addSpacing(8)
            inside.addWidget(self._typing())
        inside.addStretch(1)
        return canvas

    def _typing(self) -> QFrame:
        card = panel("card")
        inside = row(card, spacing=18)
        inside.setContentsMargins(22, 14, 22, 14)
        texts = column(spacing=2)
        texts.addWidget(label("Invoeren vanaf papier", role="heading"))
        texts.addWidget(
            label("Is het beraad op papier gehouden? Typ het over, formulier na formulier.")
        )
        inside.addLayout(texts, 1)
        way = button("Invoeren", name="to-typing")
        way.clicked.connect(self.typing_wished)
        inside.addWidget(way)
        return card

    def _begin(self) -> QHBoxLayout:
        self._begins = TimeField(
            name="Hoe laat begint het?",
            object_name="begins",
            described=_CLOCK,
            most=LONGEST_TEXT,
        )
        said = self._settings.begins
        found = clock_time(said)
        self._begins.show_entry(found, said if found is None and said else None)
        self._begins.typing.connect(self._on_begins)
        self._begins.entered.connect(self._on_begun)
        self._unread.follow("Hoe laat begint het?", self._begins)
        begin = row(spacing=10)
        asked = label("Hoe laat begint het?", role="label", wrap=False)
        asked.setBuddy(self._begins)
        begin.addWidget(asked)
        begin.addWidget(self._begins)
        begin.addWidget(label(_CLOCK, role="muted"), 1)
        return begin

    @Slot()
    def _on_chosen(self) -> None:
        self._settings.papers = frozenset(self._forms.chosen)

    @Slot(bool)
    def _on_fill(self, wanted: bool) -> None:  # noqa: FBT001
        self._settings.fills_papers = wanted

    @Slot(str)
    def _on_begins(self, text: str) -> None:
        self._settings.begins = text

    @Slot(object, str)
    def _on_begun(self, value: time | None, typed: str) -> None:
        self._settings.begins = typed if value is None else self._begins.written(value)

    def _begins_at(self) -> time | None:
        """When the talk begins, as it was typed. Raises Solvable for what is no time."""
        settle_entry(self)
        text = self._settings.begins.strip()
        found = clock_time(text)
        if text and found is None:
            raise Solvable(
                "Deze tijd begrijpt Beraad niet.", way_out="Schrijf de tijd als 14:00, of niets."
            )
        return found

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        back = way_back("← Terug", self.go_back)
        inside.addWidget(back)
        inside.addStretch(1)
        self._busy = label(role="small", wrap=False)
        inside.addWidget(self._busy)
        inside.addWidget(
            FolderButton(
                self._settings,
                text="naar {}",
                described="Map voor de formulieren",
                question="Waar komen de formulieren?",
            )
        )
        self._cancel = button("Stoppen", name="cancel")
        self._cancel.clicked.connect(self._job.stop)
        self._cancel.hide()
        inside.addWidget(self._cancel)
        self._make = button("Maak PDF", kind="primary", name="make")
        self._make.clicked.connect(self.make)
        inside.addWidget(self._make)
        return bar

    @Slot()
    def go_back(self) -> None:
        """Leave; what is still being made is then not wanted any more."""
        self._job.stop()
        self.back_wished.emit()

    @Slot()
    def make(self) -> None:
        """Write the chosen forms; nothing is overwritten."""
        kinds = self._forms.chosen
        if self._job.runs:
            return
        if not kinds:
            self.banner.show_problem(
                Solvable("Er is nog geen formulier gekozen.", way_out="Zet er een vinkje voor.")
            )
            self.banner.goes_with(self._forms.changed)
            return
        try:
            begins = self._begins_at()
        except Solvable as problem:
            self.banner.show_problem(problem)
            self.banner.goes_with(self._begins.typing)
            self._begins.setFocus()
            return
        session = None
        if self._workspace is not None and self._fill.isChecked():
            self._workspace.keep()
            session = self._workspace.editor.session
        self._asked = len(kinds)
        self._make.setEnabled(False)
        self._cancel.show()
        self._busy.setText("Bezig …")
        self._job.start(
            partial(
                _written,
                kinds,
                session,
                begins,
                self._settings.export_folder,
                self._house(),
                self._workspace.lexicon if self._workspace else None,
            )
        )

    @Slot(object)
    def _on_done(self, written: WrittenForms) -> None:
        self._rest()
        if not written.paths:
            text = "Gestopt."
        elif len(written.paths) < self._asked:
            text = f"Gestopt. {made_told(written.paths, verb='Wel geschreven')}."
        else:
            text = f"{made_told(written.paths)}."
        if written.unprintable:
            text += f" Deze tekens worden een hokje: {' '.join(written.unprintable[:8])}."
        self.banner.show_message(text, way_out="Open map" if written.paths else "")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._rest()
        self.banner.show_problem(problem)

    @Slot()
    def _on_open_folder(self) -> None:
        show_in_system(self._settings.export_folder, self.banner)

    def _rest(self) -> None:
        self._make.setEnabled(True)
        self._cancel.hide()
        self._busy.setText("")


def _written(
    kinds: tuple[FormKind, ...],
    session: Session | None,
    begins: time | None,
    folder: Path,
    house: House,
    lexicon: Lexicon | None,
    asker: Asker,
) -> WrittenForms:
    """Make and write the forms; runs beside the window and touches nothing of it."""
    cleaned = clean(session, lexicon, cautious=True) if session else None
    plan = replace(plan_of(session) if session else Plan(), begins=begins)
    forms = [replace(made(kind, cleaned, plan), house=house) for kind in kinds]
    forbidden = forbidden_words(session, lexicon) if session else ()
    return write_forms(forms, folder, forbidden=forbidden, unwanted=asker.unwanted)
