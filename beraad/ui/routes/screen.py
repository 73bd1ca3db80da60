"""The routes of the organisation: as a picture both ways, as a table, and place by place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from os.path import lexists
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.phases.routes import EXAMPLE, FILE_NAME, Route, example, routes_for
from beraad.report.compose.routes import checked, route_map, route_table
from beraad.report.files import write
from beraad.report.forms.model import Form
from beraad.report.forms.route_map import route_form
from beraad.report.forms.writing import WrittenForms, write_forms
from beraad.report.house.style import House
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.settings import Settings
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.chart import ChartView
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.parts import button, chip, clear, column, label, panel, row
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.table_view import TableView
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1240
_PICTURE, _SIDE = 300, 340
_EDITING = (
    "Je bestand {} is open. Bewaar het als het klaar is, en kies dan Opnieuw lezen. Zet ook de "
    "peildatum op vandaag."
)


class RoutesScreen(Screen):
    """One place at a time is told of; the picture shows where that is.

    `holder` is the role or body that has a signal now: its place stands out.
    """

    back_wished = Signal()

    def __init__(
        self,
        folder: Path,
        look: Look,
        settings: Settings,
        *,
        today: Callable[[], date],
        house: Callable[[], House] = House,
        holder: str = "",
        back: str = "Signalen",
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Routekaart")
        self._folder = folder
        self._settings = settings
        self._today = today
        self._house = house
        self._holder = holder
        self._routes = example()
        self._chosen: Route | None = None
        self._places: dict[str, QPushButton] = {}
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_written)
        self._job.failed.connect(self._on_failed)
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_open_folder)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(self._middle(look, back), widest=look.scale.px(_WIDEST)), 1)
        leave_by_esc(self, self.back_wished)
        self.read_again()

    def take_focus(self) -> None:
        """Put the focus on the place that is told of."""
        if self._chosen is not None:
            self._places[self._chosen.name].setFocus()

    @Slot()
    def read_again(self) -> None:
        """Read the routes as they are kept now."""
        self._routes, problem = routes_for(self._folder)
        if problem:
            self.banner.show_problem(problem)
        self._title.setText(self._routes.title)
        self._note.setText(self._routes.note)
        self._note.setVisible(bool(self._routes.note))
        self._show_checked()
        self._show_places()
        self._table.show_table(route_table(self._routes))
        named = {route.name: route for route in self._routes.routes}
        at = self._routes.at(self._holder)
        self.choose(
            named.get(self._chosen.name if self._chosen else "", at or self._routes.main[0])
        )

    def choose(self, route: Route) -> None:
        """Tell of this place."""
        self._chosen = route
        for name, made in self._places.items():
            made.setChecked(name == route.name)
        at = self._routes.at(self._holder)
        here = at.name if at else ""
        self._chart.show_chart(route_map(self._routes, chosen=route.name, here=here))
        clear(self._told)
        self._told.addWidget(label(route.name, role="heading"))
        if at == route:
            self._told.addWidget(chip("dit signaal is hier", "open"))
        for asked, text in route.told:
            self._told.addSpacing(4)
            self._told.addWidget(label(asked, role="label"))
            self._told.addWidget(label(text))

    def _middle(self, look: Look, back: str) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=12)
        top = row()
        self._back = button(f"← {back}", kind="link", name="back")
        self._back.clicked.connect(self.back_wished)
        top.addWidget(self._back)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(self._head())
        self._note = label(role="muted")
        inside.addWidget(self._note)
        self._checked = panel("hint")
        hint = row(self._checked, spacing=12)
        hint.setContentsMargins(12, 6, 12, 6)
        self._when = label()
        hint.addWidget(self._when, 1)
        self._check = button("Nakijken", name="check-routes")
        self._check.clicked.connect(self._on_edit)
        hint.addWidget(self._check)
        inside.addWidget(self._checked)
        self._day = label(role="small")
        inside.addWidget(self._day)
        self._choices = QWidget()
        self._choices.setAccessibleName("Plekken")
        self._flow = FlowLayout()
        self._choices.setLayout(self._flow)
        inside.addWidget(self._choices)
        self._beside = Folding()
        parts = row(self._beside, spacing=18)
        self._chart = ChartView()
        stand_beside(self._chart, least=look.scale.px(_PICTURE))
        parts.addWidget(self._chart, 1)
        parts.addWidget(self._side(look))
        inside.addWidget(self._beside)
        self._table = TableView()
        self._table.hide()
        inside.addWidget(self._table)
        inside.addStretch(1)
        return middle

    def _head(self) -> QWidget:
        head = Folding()
        inside = row(head)
        self._title = label(role="title")
        inside.addWidget(self._title, 1)
        self._as_table = button("Routes als tabel", name="as-table")
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(self._on_table)
        self._again = button("Opnieuw lezen", name="read-again")
        self._again.clicked.connect(self._on_again)
        self._again.hide()
        edit = button("Bewerken", name="edit-routes")
        edit.clicked.connect(self._on_edit)
        self._print = button("Afdrukken op A3", name="print-routes")
        self._print.clicked.connect(self._on_print)
        for made in (self._as_table, self._again, edit, self._print):
            inside.addWidget(made)
        return head

    def _side(self, look: Look) -> QFrame:
        side = panel("card")
        stand_beside(side, least=look.scale.px(_SIDE) // 2)
        side.setMaximumWidth(look.scale.px(_SIDE))
        inside = column(side)
        inside.setContentsMargins(18, 14, 18, 14)
        self._told: QVBoxLayout = column(spacing=2)
        inside.addLayout(self._told)
        inside.addStretch(1)
        return side

    def _show_checked(self) -> None:
        asks = self._routes.asks_checking(self._today())
        self._checked.setVisible(asks)
        self._day.setVisible(not asks)
        said = checked(self._routes)
        self._when.setText(f"{said} Dat is meer dan een jaar geleden. Klopt dit nog?")
        self._day.setText(said)

    def _show_places(self) -> None:
        clear(self._flow)
        self._places = {}
        for route in self._routes.routes:
            made = button(route.name, kind="segment")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(partial(self._on_place, route))
            self._places[route.name] = made
            self._flow.addWidget(made)

    @Slot()
    def _on_place(self, route: Route) -> None:
        self.choose(route)
        announce(self, f"{route.name}: {' '.join(text for _, text in route.told)}")

    @Slot(bool)
    def _on_table(self, wished: bool) -> None:  # noqa: FBT001
        for each in (self._beside, self._choices):
            each.setVisible(not wished)
        self._table.setVisible(wished)

    @Slot()
    def _on_again(self) -> None:
        self.banner.hide()
        self.read_again()

    @Slot()
    def _on_edit(self) -> None:
        """Open the organisation's own file; the first time it is a copy of the example."""
        own = self._folder / FILE_NAME
        try:
            if not lexists(own):
                write(own, EXAMPLE.read_bytes(), replace=False)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._again.show()
        self.banner.show_message(_EDITING.format(own.name))
        show_in_system(own, self.banner)

    @Slot()
    def _on_print(self) -> None:
        folder = self._settings.export_folder
        form = route_form(self._routes, self._house())
        if self._job.start(partial(_written, form, folder)):
            self._print.setEnabled(False)

    @Slot(object)
    def _on_written(self, written: WrittenForms) -> None:
        self._print.setEnabled(True)
        self.banner.show_message(f"{made_told(written.paths)}.", way_out="Open map")

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._print.setEnabled(True)
        self.banner.show_problem(problem)

    @Slot()
    def _on_open_folder(self) -> None:
        show_in_system(self._settings.export_folder, self.banner)


def _written(form: Form, folder: Path, asker: Asker) -> WrittenForms:
    """Make and write the form; runs beside the window."""
    return write_forms([form], folder, unwanted=asker.unwanted)
