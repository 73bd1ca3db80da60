"""Choosing an oefencasus, and the ronde at which the oefening begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.phrasing import listed
from beraad.records import PhaseKey
from beraad.report.house.style import House
from beraad.training.course.names import SHEETS
from beraad.training.course.opening import take_away_course, title_of
from beraad.training.exercise import Exercise
from beraad.training.observing.given_out import GivenOut
from beraad.training.observing.observation import Lying, take_away_observation
from beraad.training.own_cases import (
    is_case,
    is_own,
    origin_of,
    take_away_case,
    told_apart,
)
from beraad.training.practice import PracticeCase, Shelf, Unread
from beraad.training.weighing import Asked
from beraad.ui.announce import announce
from beraad.ui.observing.observations_card import ObservationsCard, told_of_giving
from beraad.ui.outside_vault import say_outside
from beraad.ui.practising.bringing_in import KINDS, BringingIn, Brought, can_bring_in
from beraad.ui.practising.case_tile import CaseTile
from beraad.ui.practising.chosen_case import ChosenCase
from beraad.ui.practising.courses_card import CoursesCard
from beraad.ui.practising.two_versions import ONLY_THIS
from beraad.ui.practising.unread_card import UnreadCard
from beraad.ui.settings import Settings
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.start.tile import Tile
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.dropped import accept_copy, dropped_file
from beraad.ui.widgets.folder_dialog import ask_file, ask_folder
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.in_sight import InSight
from beraad.ui.widgets.line_at_hand import LineAtHand
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import bar_row, button, column, label, row, way_to_start
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1260
_TILES, _SIDE = 420, 300
_BESIDE = 2
_REGISTER = (
    "Twee jaar signalen van vier verzonnen teams: kijk in overzicht en patronen, maak een "
    "beleidsbrief. Leerdoel: zien hoe een signaal terugkomt."
)

_GIVEN_TOO = "Haal ook dat weg"
_GIVEN_STAYS = "Een bestand dat je ervan meegaf, blijft liggen waar je het neerzette."
_OPENING = "De cursus openen. De bladen worden getekend: dat duurt even …"
_MAKING = "De cursus maken. De bladen worden getekend: dat duurt even …"
_RATING = (
    "Drie gespeelde stukken beraad waarin iets misgaat. Leerdoel: zien wat de "
    "gespreksleider doet, en horen wat een ander zag."
)


class ChoosingScreen(Screen):
    """Invented cases; each is opened as a copy, apart from real beraden.

    `chosen` gives the Exercise that is wished, `observing_wished` the one that others play,
    `form_wished` a case of one's own to add to; `brought` gives what came in, a course or a case:
    then there is more to choose from. `less_there` says that one was taken away, and brings
    what was given of it and what was at hand. `observation_wished` carries the file of an
    observation to go on with.
    """

    chosen = Signal(object)
    brought = Signal(object)
    less_there = Signal(str, object, object)
    empty_chosen = Signal()
    register_chosen = Signal()
    observing_wished = Signal(object)
    observation_wished = Signal(object)
    form_wished = Signal(object)
    rating_wished = Signal()
    portfolio_wished = Signal()
    pulse_wished = Signal()
    start_wished = Signal()

    def __init__(
        self,
        shelf: Shelf,
        look: Look,
        settings: Settings,
        *,
        sessions: Path,
        courses: Sequence[Path] = (),
        lying: Sequence[Lying] = (),
        now: Callable[[], datetime],
        house: Callable[[], House] = House,
        at: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Oefenen")
        self.setAcceptDrops(True)
        self._settings = settings
        self._sessions = sessions
        self._house = house
        self._now = now
        self._folder: Path | None = None
        self._asked = ""
        self._source: Path | None = None
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_open_folder)
        self._bringing = BringingIn(self)
        self._bringing.brought.connect(self._on_brought)
        self._bringing.failed.connect(self._on_failed)
        self._bringing.stopped.connect(self._on_stopped)
        self._courses = CoursesCard(courses)
        self._courses.open_wished.connect(self._on_open)
        self._courses.write_wished.connect(self._on_write)
        self._courses.folder_wished.connect(self._on_folder)
        self._courses.make_wished.connect(self._on_make)
        self._courses.stop_wished.connect(self._bringing.stop)
        self._observations = ObservationsCard(lying)
        self._observations.open_wished.connect(self._on_observation)
        self._observations.away_wished.connect(self._on_observation_away)
        self._unread = UnreadCard(shelf.unread, sessions)
        self._unread.away_wished.connect(self._on_unread_away)
        self._unread.folder_wished.connect(self._on_folder_of)
        self._apart = told_apart(shelf.cases, sessions)
        self._tiles = {case.path: CaseTile(case, self._origin(case)) for case in shelf.cases}
        self._chosen = ChosenCase()
        self._chosen.whole_wished.connect(self._on_whole)
        self._chosen.observing_wished.connect(self._on_observe)
        self._chosen.form_wished.connect(self._on_form)
        self._chosen.away_wished.connect(self._on_case_away)
        self._courses.away_wished.connect(self._on_course_away)
        self._chosen.changed.connect(self._show_begin)
        outside = column(self)
        outside.addWidget(self.banner)
        page = centred(self._middle(look), widest=look.scale.px(_WIDEST))
        outside.addWidget(PageOverBar(page, self._bar()), 1)
        leave_by_esc(self, self.start_wished)
        for problem in shelf.refused[:1]:
            self.banner.show_problem(problem)
        named = [case for case in shelf.cases if case.name == at]
        for case in (*named, *shelf.cases)[:1]:
            self.choose(case)

    def take_focus(self) -> None:
        """Put the focus on the case that is told of."""
        for tile in self._tiles.values():
            if tile.isChecked():
                tile.setFocus()

    def choose(self, case: PracticeCase) -> None:
        """Tell of this case."""
        self._tiles[case.path].setChecked(True)
        self._chosen.show_case(case, own=is_own(case, self._sessions))

    def _origin(self, case: PracticeCase) -> str:
        """Where a case comes from, and which of those with its title it is."""
        told = origin_of(case, self._sessions), self._apart.get(case.path, "")
        return ", ".join(filter(None, told))

    def say_outside(self, outside: str) -> None:
        """Say that it all lies outside the vault, where there is one."""
        say_outside(outside, self._outside)

    def _middle(self, look: Look) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=12)
        way_to_start(inside, self.start_wished)
        inside.addWidget(label("Oefenen", role="title"))
        inside.addWidget(
            label(
                "Alle casussen zijn verzonnen. Je werkt in een kopie, en overal staat erbij dat "
                "het een oefening is.",
                role="muted",
            )
        )
        self._outside = column()
        inside.addLayout(self._outside)
        beside = Folding()
        parts = row(beside, spacing=24)
        shelf = self._shelf()
        stand_beside(shelf, least=look.scale.px(_TILES))
        chosen = InSight(self._chosen)
        stand_beside(chosen, least=look.scale.px(_SIDE))
        parts.addWidget(shelf, 2)
        parts.addWidget(chosen, 1)
        inside.addWidget(beside)
        inside.addStretch(1)
        return middle

    def _shelf(self) -> QWidget:
        """The cases by two, from easy to hard."""
        shelf = QWidget()
        shelf.setAccessibleName("Casussen")
        inside = column(shelf, spacing=12)
        tiles = list(self._tiles.values())
        one_of_them = QButtonGroup(shelf)
        for tile in tiles:
            one_of_them.addButton(tile)
            tile.clicked.connect(self._on_tile)
        for start in range(0, len(tiles), _BESIDE):
            line = Folding()
            by_two = row(line, spacing=12)
            for tile in tiles[start : start + _BESIDE]:
                by_two.addWidget(tile, 1)
            inside.addWidget(line)
        register = Tile("Oefenregister", _REGISTER, name="practice-register")
        register.clicked.connect(self.register_chosen)
        inside.addWidget(register)
        rating = Tile("Samen leren kijken", _RATING, name="practice-rating")
        rating.clicked.connect(self.rating_wished)
        inside.addWidget(rating)
        inside.addWidget(self._courses)
        inside.addWidget(self._unread)
        inside.addWidget(self._observations)
        inside.addStretch(1)
        return shelf

    def _bar(self) -> QFrame:
        bar, inside = bar_row()
        empty = button("Lege oefening", kind="link", name="case-empty")
        empty.setToolTip("Een eigen verhaal van de groep")
        empty.clicked.connect(self.empty_chosen)
        inside.addWidget(empty)
        portfolio = button("Mijn portfolio", kind="link", name="portfolio")
        portfolio.clicked.connect(self.portfolio_wished)
        inside.addWidget(portfolio)
        pulse = button("Pols van een team", kind="link", name="pulse")
        pulse.clicked.connect(self.pulse_wished)
        inside.addWidget(pulse)
        inside.addStretch(1)
        self._begin = button("", kind="primary", name="begin")
        self._begin.clicked.connect(self._on_begin)
        inside.addWidget(self._begin)
        self._begin.hide()
        return bar

    def tell(self, brought: Brought) -> None:
        """Say what came in, and offer to open where it is; or to keep no other version of it."""
        self._folder = brought.folder
        if brought.earlier is None:
            self.banner.show_message(brought.told, way_out="Open map")
            return
        deed = partial(self._ask_case_away, brought.earlier)
        self.banner.offer(brought.told, way_out=ONLY_THIS, deed=deed)

    def tell_less(self, told: str, given: GivenOut) -> None:
        """Say what is gone, and offer to take away what of it lies elsewhere."""
        self._folder = None
        said = " ".join(filter(None, (told, given.told)))
        if given.there:
            said = f"{said} Heeft wie leidde het, haal het dan ook weg."
            self.banner.offer(said, way_out=_GIVEN_TOO, deed=partial(self._take_given, given))
        else:
            self.banner.show_message(said)

    def _take_given(self, given: GivenOut) -> None:
        names = listed(tuple(map(str, given.there)))
        try:
            given.take_away()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self.banner.show_message(f"Ook weggehaald: {names}.")

    def bring_in(self, path: Path) -> None:
        """Open a course or a case that somebody shared."""
        if self._bringing.open(path, self._sessions, self._house(), self._today()):
            self._say_busy("De casus openen …" if is_case(path) else _OPENING)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_bring_in(dropped_file(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None and can_bring_in(path):
            accept_copy(event)
            self.bring_in(path)

    @Slot()
    def _on_open(self) -> None:
        start = str(self._settings.export_folder)
        chosen = ask_file(self, "Welke cursus of casus?", start, KINDS)
        if chosen:
            self.bring_in(Path(chosen))

    @Slot()
    def _on_write(self) -> None:
        if self._bringing.write(self._settings.export_folder, self._house()):
            self._say_busy(_MAKING)

    def _say_busy(self, told: str) -> None:
        """Say at once what is under way, and let nothing else begin."""
        self._courses.set_busy(busy=True)
        self.banner.show_busy(told)

    @Slot()
    def _on_stopped(self) -> None:
        self._courses.set_busy(busy=False)
        self.banner.show_message("Gestopt. Er is niets geopend en niets geschreven.")

    @Slot(object)
    def _on_brought(self, brought: Brought) -> None:
        self._courses.set_busy(busy=False)
        self.brought.emit(brought)

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._courses.set_busy(busy=False)
        if isinstance(problem, Asked) and self._source is not None:
            said = partial(self._make, self._source, is_made_up=True)
            self.banner.ask_first(problem, way_out="Ja, maak de cursus", deed=said)
            return
        self.banner.show_problem(problem)

    @Slot(object)
    def _on_folder_of(self, folder: Path) -> None:
        self._folder = folder
        self._on_open_folder()

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._on_folder_of(folder / SHEETS)

    @Slot()
    def _on_open_folder(self) -> None:
        if self._folder is not None:
            show_in_system(self._folder, self.banner)

    @Slot()
    def _show_begin(self) -> None:
        self._begin.setText(f"Begin bij ronde {self._chosen.number} →")
        self._begin.setAccessibleName(f"Begin de oefening bij ronde {self._chosen.number}")
        self._begin.show()

    @Slot()
    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, CaseTile):
            self.banner.take_back(self._asked)
            self.choose(tile.case)
            announce(self, f"{tile.case.title}. {tile.case.aim}")

    @Slot()
    def _on_begin(self) -> None:
        self._wish(self._chosen.first)

    @Slot()
    def _on_whole(self) -> None:
        self._wish(None)

    @Slot()
    def _on_observe(self) -> None:
        if self._chosen.case is not None:
            case = self._chosen.case
            self.observing_wished.emit(
                Exercise(case=case, name=case.name, first=self._chosen.first)
            )

    @Slot()
    def _on_form(self) -> None:
        if self._chosen.case is not None:
            self.form_wished.emit(self._chosen.case)

    @Slot()
    def _on_case_away(self) -> None:
        """Take a case of one's own away, once somebody is sure."""
        case = self._chosen.case
        if case is not None:
            self._ask_case_away(case)

    def _ask_case_away(self, case: PracticeCase) -> None:
        version = self._apart.get(case.path, "")
        which = f" ({version})" if version else ""
        told = f"Haal je “{case.title}”{which} weg? De casus en wat je erbij schreef, gaan dan weg."
        self._ask_away(f"{told} {_GIVEN_STAYS}", partial(take_away_case, case))

    @Slot(object)
    def _on_unread_away(self, unread: Unread) -> None:
        """Take a file away that cannot be read, once somebody is sure."""
        name = untrusted.shown(unread.path.name, most=70)
        told = f"Haal je {name} weg? Het bestand en wat je erbij schreef, gaan dan weg."
        self._ask_away(f"{told} {_GIVEN_STAYS}", partial(take_away_case, unread))

    @Slot(object)
    def _on_course_away(self, folder: Path) -> None:
        """Take a course away, once somebody is sure."""
        told = (
            f"Haal je de cursus “{title_of(folder)}” weg? Ook zijn casussen en bladen gaan dan "
            "weg. Het bestand waaruit je hem opende, blijft liggen."
        )
        self._ask_away(told, partial(take_away_course, folder))

    @Slot(object)
    def _on_observation(self, lying: Lying) -> None:
        self.observation_wished.emit(lying.path)

    @Slot(object)
    def _on_observation_away(self, lying: Lying) -> None:
        """Take an observation away, once somebody is sure."""
        asked = f"Haal je de observatie van “{lying.title}” weg?"
        told = (asked, told_of_giving(lying), "Dat kun je niet terugdraaien.")
        deed = partial(take_away_observation, lying.path)
        self._ask_away(" ".join(filter(None, told)), deed, given=lying.given_out)

    def _ask_away(
        self, told: str, deed: Callable[[], None], *, given: GivenOut | None = None
    ) -> None:
        self._folder = None
        self._asked = told
        away = partial(self._take_away, deed, given or GivenOut(), LineAtHand(self))
        self.banner.ask(told, way_out="Ja, haal weg", deed=away)

    def _take_away(self, deed: Callable[[], None], given: GivenOut, at_hand: LineAtHand) -> None:
        try:
            deed()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self.less_there.emit("Weggehaald.", given, at_hand)

    @Slot()
    def _on_make(self) -> None:
        start = str(self._settings.export_folder)
        chosen = ask_folder(self, "In welke map staat je cursus?", start)
        if chosen:
            self._make(Path(chosen))

    def _make(self, source: Path, *, is_made_up: bool = False) -> None:
        self._source = source
        to = self._settings.export_folder
        if self._bringing.make(source, to, self._house(), self._today(), is_made_up=is_made_up):
            self._say_busy(_MAKING)

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _wish(self, first: PhaseKey | None) -> None:
        case = self._chosen.case
        if case is not None:
            wish = Exercise(case=case, name=case.name, first=first, tempo=self._chosen.tempo)
            self.chosen.emit(wish)
