"""The folder as the start screen shows it: its beraden, and what is wrong there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import GoodNews, Solvable
from beraad.phases.numbers import counted
from beraad.ui.desk import Desk
from beraad.ui.settings import Settings
from beraad.ui.start.screen import StartScreen
from beraad.ui.widgets.folder_dialog import ask_folder

if TYPE_CHECKING:
    from beraad.ui.beside.one_at_a_time import OneAtATime
    from beraad.ui.beside.task import Asker
    from beraad.ui.start.overview import Overview

_OTHER_FOLDER = "Andere map …"
_RESTORE = "Zet een reservekopie terug"
_BRING_BACK = "Terughalen"
_LOOK = "Bekijk wat verschilt"
_WAY_TO_LOOK = f"Kies “{_LOOK}”, en zet dat zo nodig terug."


class StartFolder(QObject):
    """Reads the folder for the start screen and tells its trouble, each with its way out.

    `bring_back_wished` asks to go on with a rescue copy that was left behind, `restore_wished` to
    put back a backup of the file with this name, `term_wished` to see what is past its date, and
    `leaving` says that another folder was chosen, before that is done, and `chosen` that it was.
    `practised` says whether it is an oefenregister.
    """

    bring_back_wished = Signal(object)
    restore_wished = Signal(str)
    term_wished = Signal()
    leaving = Signal()
    chosen = Signal()
    practised = Signal(bool)

    def __init__(self, start: StartScreen, desk: Desk, settings: Settings) -> None:
        super().__init__(start)
        self._start = start
        self._banner = start.banner
        self._desk = desk
        self._settings = settings
        self._late_told: Solvable | None = None
        self._trouble_told: Solvable | None = None
        self._standing: tuple[Solvable, ...] = ()
        self._before: tuple[Solvable, ...] = ()
        self._counting: OneAtATime | None = None
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
        self._start.show_meeting(unasked=self._settings.meets_unasked)
        self._start.read(gathering)
        self._start.show_safe(has_vault=self._desk.has_vault, lacks_paper=self._desk.lacks_paper)
        self.practised.emit(found.practice)
        self._show_signals(found)
        self._begin_standing()
        if found.trouble is not None:
            self._stand_trouble(found.trouble)
        if found.service is not None:
            self._stand(_synchronised(found.service))
        if trouble := self._desk.trouble_with_words():
            self._stand(trouble)
        if problem := self._desk.house_problem():
            self._stand(problem)
        if told := self._desk.putting_back_broken_off(_WAY_TO_LOOK):
            self._stand(told, way_out=_LOOK, deed=partial(self.restore_wished.emit, ""))
        if problem := self._desk.folder_problem:
            self._stand(problem, way_out=_OTHER_FOLDER, deed=self.choose_other)
        try:
            self._desk.prepare()
        except Solvable as problem:
            self._stand_trouble(problem)
        self._show_rescued()  # Last: the cursor begins there.
        self._end_standing()
        if asked := self._desk.to_erase():
            self._start.begin_with_banner = False
            self.offer(asked, way_out="Wis dit verder", deed=self._erase_on)
        self._tell_once()

    def _show_signals(self, found: Overview) -> None:
        if found.signals:
            self._start.show_signals(found.signals)
        if found.is_behind:
            self._count_anew()

    def _count_anew(self) -> None:
        """Make the lines of what came in, beside the window, and count again."""
        from beraad.store.places import register_path
        from beraad.store.register_lines import make_lines
        from beraad.ui.beside.one_at_a_time import OneAtATime

        if self._counting is None:
            self._counting = OneAtATime(self)
            self._counting.done.connect(self._on_counted)
        folder = self._desk.folder

        def work(asker: Asker) -> Path:
            del asker
            make_lines(register_path(folder, practice=False))
            return folder

        self._counting.start(work)

    @Slot(object)
    def _on_counted(self, folder: Path) -> None:
        from beraad.ui.start.overview import overview

        if folder == self._desk.folder:
            found = overview(folder, today=self._desk.today())
            if not found.is_behind:
                self._start.show_signals(found.signals)

    def _tell_once(self) -> None:
        """Say what is not among the troubles that are told again the next time."""
        told = self._desk.take_told()
        if isinstance(told, GoodNews):
            self._banner.show_message(str(told))
        elif told is not None:
            self._banner.stand(told)

    def _begin_standing(self) -> None:
        """From here on it is found out anew what is wrong in the folder."""
        self._before, self._standing = self._standing, ()

    def _stand(
        self, problem: Solvable, *, way_out: str = "", deed: Callable[[], object] | None = None
    ) -> None:
        self._standing = (*self._standing, problem)
        self._banner.stand(problem, way_out=way_out, deed=deed)

    def _end_standing(self) -> None:
        """What is wrong no more is told no more."""
        still = {each.happened for each in self._standing}
        for each in self._before:
            if each.happened not in still:
                self._banner.solve(each)

    def show_trouble(self, problem: Solvable) -> None:
        """Show why a beraad could not be opened or made, with another folder where that helps."""
        self._trouble_told = problem
        way_out, deed = self._way_from(problem)
        self._banner.show_problem(problem, way_out=way_out, deed=deed)

    def _stand_trouble(self, problem: Solvable) -> None:
        self._trouble_told = problem
        way_out, deed = self._way_from(problem)
        self._stand(problem, way_out=way_out, deed=deed)

    def _way_from(self, problem: Solvable) -> tuple[str, Callable[[], object] | None]:
        from beraad.store.trouble import Damaged, MayNotWrite

        if isinstance(problem, Damaged):
            return _RESTORE, partial(self.restore_wished.emit, problem.name)
        return (
            (_OTHER_FOLDER, self.choose_other) if isinstance(problem, MayNotWrite) else ("", None)
        )

    @Slot()
    def forget_trouble(self) -> None:
        """What was wrong with a file may be so no more: who opens it hears it again."""
        if self._trouble_told is not None:
            self._banner.solve(self._trouble_told)
            self._trouble_told = None

    def offer(self, told: str, *, way_out: str, deed: Callable[[], None]) -> None:
        """Ask something, with one way to go on; nothing happens without it."""
        self._banner.ask(told, way_out=way_out, deed=deed)

    def _erase_on(self) -> None:
        self._desk.erase_on()
        self.read()

    def _show_rescued(self) -> None:
        """Say which rescue copy was left behind: nobody looks for it by themselves."""
        rescued = self._desk.rescued()
        self._start.begin_with_banner = False
        if rescued is None:
            return
        way_out = "" if rescued.is_text else _BRING_BACK
        deed = partial(self.bring_back_wished.emit, rescued.path)
        self._stand(rescued.told, way_out=way_out, deed=deed)
        self._start.begin_with_banner = bool(way_out) and self._desk.holds_more(rescued)

    @Slot(int)
    def _on_all_read(self, late: int) -> None:
        """Offer what is past its date, behind what else has to be told, when the clock is right."""
        from beraad.store.audit import is_believed

        if self._late_told is not None:
            self._banner.solve(self._late_told)
            self._late_told = None
        if not late:
            return
        if is_believed(self._desk.folder, self._desk.today()):
            beraden = counted(late, "beraad", "beraden")
            told = f"Van {beraden} is de bewaartermijn voorbij. Er gebeurt niets vanzelf."
            self._banner.remind(told, way_out="Bekijk", deed=self.term_wished.emit)
            self._late_told = Solvable(told)

    def choose_other(self) -> None:
        """Ask for another folder and show what lies there, unless that is locked."""
        chosen = ask_folder(self._start, "In welke map staan je beraden?")
        if chosen:
            self.leaving.emit()
            self._settings.sessions_folder = Path(chosen)
            self._desk.go_to(Path(chosen))
            self._banner.clear()
            self._standing = ()
            self.chosen.emit()


def _synchronised(service: str) -> Solvable:
    return Solvable(
        f"Je beraden staan in een map die {service} met andere plekken deelt.",
        kept="Er is niets veranderd.",
        way_out="Kies liever een map alleen op deze laptop, met beraad --sessions MAP.",
    )
