"""The folder as the start screen shows it: its beraden, and what is wrong there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.ui.desk import Desk
from beraad.ui.settings import Settings
from beraad.ui.start.screen import StartScreen
from beraad.ui.widgets.folder_dialog import ask_folder

_OTHER_FOLDER = "Andere map …"
_RESTORE = "Zet een reservekopie terug"
_BRING_BACK = "Terughalen"


def _nothing() -> None:
    """The banner does by itself what it asks."""


class StartFolder(QObject):
    """Reads the folder for the start screen and tells its trouble, each with its way out.

    `bring_back_wished` asks to go on with a rescue copy that was left behind, `restore_wished` to
    put back a backup of the file with this name, `term_wished` to see what is past its date, and
    `chosen` says that another folder was chosen. `practised` says whether it is an oefenregister.
    """

    bring_back_wished = Signal(object)
    restore_wished = Signal(str)
    term_wished = Signal()
    chosen = Signal()
    practised = Signal(bool)

    def __init__(self, start: StartScreen, desk: Desk, settings: Settings) -> None:
        super().__init__(start)
        self._start = start
        self._banner = start.banner
        self._desk = desk
        self._settings = settings
        self._rescue_told: Solvable | None = None
        self._late_told: Solvable | None = None
        self._trouble_told: Solvable | None = None
        self._way_out: Callable[[], None] = self.choose_other
        self._banner.way_out_chosen.connect(self._on_way_out)
        start.done_told.connect(self._on_done_told)
        start.all_read.connect(self._on_all_read)

    def read(self) -> None:
        """Read again what lies in the folder."""
        from beraad.store.archive import archived
        from beraad.ui.start.gathering import Gathering
        from beraad.ui.start.overview import overview

        today = self._desk.today()
        self._desk.finish_erasing()
        found = overview(self._desk.folder, today=today)
        hidden = archived(self._desk.folder)
        gathering = Gathering(
            self._desk.folder, today=today, hidden=hidden, is_damaged=self._desk.is_damaged
        )
        self._start.read(gathering)
        self._start.show_safe(has_vault=self._desk.has_vault, lacks_paper=self._desk.lacks_paper)
        self.practised.emit(found.practice)
        if found.signals:
            self._start.show_signals(found.signals)
        if found.trouble is not None:
            self.show_trouble(found.trouble)
        if found.service is not None:
            self._banner.show_problem(_synchronised(found.service))
        elif trouble := self._desk.trouble_with_words():
            self._banner.show_problem(trouble)
        if problem := self._desk.house_problem():
            self._banner.show_problem(problem)
        if problem := self._desk.folder_problem:
            self._way_out = self.choose_other
            self._banner.show_problem(problem, way_out=_OTHER_FOLDER)
        self._show_rescued()
        try:
            self._desk.prepare()
        except Solvable as problem:
            self.show_trouble(problem)
        if asked := self._desk.to_erase():
            self.offer(asked, way_out="Wis dit verder", deed=self._erase_on)
        if told := self._desk.take_told():  # Last: the others are told again the next time.
            self._banner.show_problem(told)

    def show_trouble(self, problem: Solvable) -> None:
        """Show why a beraad could not be opened or made, with another folder where that helps."""
        from beraad.store.trouble import Damaged, MayNotWrite

        way_out = _OTHER_FOLDER if isinstance(problem, MayNotWrite) else ""
        self._way_out = self.choose_other
        if isinstance(problem, Damaged):
            way_out = _RESTORE
            self._way_out = partial(self.restore_wished.emit, problem.name)
        self._trouble_told = problem
        self._banner.show_problem(problem, way_out=way_out)

    @Slot()
    def forget_trouble(self) -> None:
        """What was wrong with a file may be so no more: who opens it hears it again."""
        if self._trouble_told is not None:
            self._banner.solve(self._trouble_told)
            self._trouble_told = None

    def offer(self, told: str, *, way_out: str, deed: Callable[[], None]) -> None:
        """Ask something, with one way to go on; nothing happens without it."""
        self._way_out = _nothing
        self._banner.ask(told, way_out=way_out, deed=deed)

    def _erase_on(self) -> None:
        self._desk.erase_on()
        self.read()

    def _show_rescued(self) -> None:
        """Say which rescue copy was left behind: nobody looks for it by themselves."""
        if self._rescue_told is not None:
            self._banner.solve(self._rescue_told)
        rescued = self._desk.rescued()
        self._rescue_told = rescued and rescued.told
        self._start.begin_with_banner = False
        if rescued is None:
            return
        self._way_out = partial(self.bring_back_wished.emit, rescued.path)
        way_out = "" if rescued.is_text else _BRING_BACK
        self._banner.show_problem(rescued.told, way_out=way_out)
        self._start.begin_with_banner = bool(way_out) and self._desk.holds_more(rescued)

    @Slot(int)
    def _on_all_read(self, late: int) -> None:
        """Offer what is past its date, when nothing else has to be told and the clock is right."""
        from beraad.store.audit import is_believed

        if self._late_told is not None:
            self._banner.solve(self._late_told)
            self._late_told = None
        if not late or not self._banner.isHidden():
            return
        if is_believed(self._desk.folder, self._desk.today()):
            beraden = "1 beraad is" if late == 1 else f"{late} beraden zijn"
            self._way_out = self.term_wished.emit
            told = f"{beraden} over de bewaartermijn. Er gebeurt niets vanzelf."
            self._banner.show_message(told, way_out="Bekijk")
            self._late_told = Solvable(told)

    @Slot(object)
    def _on_done_told(self, undo: Callable[[], None]) -> None:
        self._way_out = undo

    @Slot()
    def _on_way_out(self) -> None:
        self._way_out()

    def choose_other(self) -> None:
        """Ask for another folder and show what lies there, unless that is locked."""
        chosen = ask_folder(self._start, "In welke map staan je beraden?")
        if chosen:
            self._settings.sessions_folder = Path(chosen)
            self._desk.go_to(Path(chosen))
            self._banner.hide()
            self.chosen.emit()


def _synchronised(service: str) -> Solvable:
    return Solvable(
        f"Je beraden staan in een map die {service} met andere plekken deelt.",
        kept="Er is niets veranderd.",
        way_out="Kies liever een map alleen op deze laptop, met beraad --sessions MAP.",
    )
