"""The ways into a beraad that is not a line in the list: a file, a copy, a backup, an oefening."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from beraad.errors import Solvable
from beraad.ui.desk import Desk
from beraad.ui.files_to_open import is_handed, is_of_practice, opened_elsewhere
from beraad.ui.outside_vault import lies_open
from beraad.ui.settings import Settings
from beraad.ui.start.folder import StartFolder
from beraad.ui.ways_from_start import WaysFromStart
from beraad.ui.ways_to_keep import WaysToKeep
from beraad.ui.widgets.folder_dialog import ask_file

if TYPE_CHECKING:
    from beraad.ui.open_beraad import OpenBeraad
    from beraad.ui.workspace import Workspace

_COPIED = (
    "Dit is een oefening van wat er na het nalezen overbleef; het beraad zelf is niet veranderd."
)
_MIXED = "De kaarten van ronde 6 zijn gemengd: wat op één kaart staat, is niet van één deelnemer."
_ANOTHER_STORY = (
    "Maak er een ander verhaal van: andere mensen, een andere plek, een andere aanleiding. Kies "
    "daarna links in beeld Bewaar als casus."
)
_LIES_OPEN = "Een oefening is niet versleuteld: wie deze laptop gebruikt, kan haar lezen."
_READ_FIRST = (
    "Heb je het verslag helemaal nagelezen, en mag het verhaal zo op deze laptop staan? Anders "
    "gebeurt er niets."
)


class WaysIn(QObject):
    """Opens what was dropped, clicked, chosen or made anew; what waits for a key is opened then.

    `enter` opens what it makes in the place of what is open, and gives what was opened, if it was.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        desk: Desk,
        settings: Settings,
        folder: StartFolder,
        ways: WaysFromStart,
        keeping: WaysToKeep,
        enter: Callable[[Callable[[], Workspace]], OpenBeraad | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._settings = settings
        self._folder = folder
        self._ways = ways
        self._keeping = keeping
        self._enter = enter
        self._waiting: Path | None = None

    def open_file(self, path: Path) -> None:
        """Open what was dropped here; once it is unlocked, where it is locked."""
        if self._desk.is_locked:
            self._waiting = path
        elif is_handed(path):
            self._keeping.show_take(path)
        elif is_of_practice(path):
            self._ways.bring_in(path)
        elif problem := opened_elsewhere(path):
            self._ways.tell_in_practice(problem)
        else:
            self._open_from_elsewhere(path)

    def wait_for_list(self, path: Path) -> None:
        """Open a file that was clicked in the file manager as soon as the list is in sight."""
        self._waiting = path

    def open_waiting(self) -> None:
        """Open the file that waited for the list, if there is one."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.open_file(waiting)

    @Slot()
    def choose(self) -> None:
        """Ask for a file anywhere, and open it."""
        chosen = ask_file(
            self._window, "Welk beraad wil je openen?", "", "Beraad (*.beraad *.kopie)"
        )
        if chosen:
            self._open_from_elsewhere(Path(chosen))

    @Slot(object)
    def bring_back(self, copy: Path) -> None:
        """Open a rescue copy in the place of its beraad."""
        self._enter(partial(self._desk.bring_back, copy))

    @Slot(object)
    def again(self, path: Path) -> None:
        """Begin another beraad with the people, team and agreements of this one."""
        self._enter(partial(self._desk.again, path, self._settings.defaults))

    @Slot()
    def practise_empty(self) -> None:
        """Begin an oefening in which nothing stands."""
        self._enter(partial(self._desk.new, practice=True, defaults=self._settings.defaults))

    @Slot(object)
    def offer_practice_copy(self, path: Path) -> None:
        """Ask before something of a beraad lies readable; not at all while a place is open."""
        try:
            _, is_mixed = self._desk.practice_session(path)
        except Solvable as problem:
            self._folder.show_trouble(problem)
            return
        lies = lies_open("Een oefening ligt", "haar") if self._desk.has_vault else _LIES_OPEN
        deed = partial(self._make_practice_copy, path, is_mixed=is_mixed)
        self._folder.offer(f"{lies} {_READ_FIRST}", way_out="Maak de oefening", deed=deed)

    def _make_practice_copy(self, path: Path, *, is_mixed: bool) -> None:
        opened = self._enter(partial(self._desk.practice_copy, path))
        if opened is not None:
            told = (_COPIED, _MIXED if is_mixed else "", _ANOTHER_STORY)
            opened.screen.banner.show_message(" ".join(filter(None, told)))

    def _open_from_elsewhere(self, path: Path) -> None:
        here = path.parent == self._desk.folder.absolute()
        open_ = self._desk.open if here else self._desk.open_from_elsewhere
        self._enter(partial(open_, path))
