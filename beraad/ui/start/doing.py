"""Doing what was wished of a line of the list, each with its way back."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QInputDialog, QLineEdit

from beraad.errors import Solvable
from beraad.ui.announce import announce
from beraad.ui.collecting import is_emptied
from beraad.ui.desk import Desk
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.start.deeds import Deed
from beraad.ui.start.screen import StartScreen
from beraad.ui.widgets.below import below
from beraad.ui.widgets.shortcuts import heed

if TYPE_CHECKING:
    from beraad.ui.start.listing import Row

_UNDO = "Ongedaan maken"
_NOTHING = "Er is niets om ongedaan te maken."
_LONGEST = 200
"""Signs of a title that is given in the list."""

_SOON = 400
"""Milliseconds after the last key that what is half typed is kept."""


@dataclass(frozen=True, slots=True)
class Named:
    """A beraad that gets another title."""

    path: Path
    title: str


@dataclass(frozen=True, slots=True)
class _WayBack:
    """How something that was done is undone, as long as it `holds`."""

    told: str
    undo: Callable[[], object]
    about: Path
    holds: Callable[[], bool]


class LineDoing(QObject):
    """`changed` asks to read the list again; the others what another part of the window does.

    What was done can be undone with Ctrl+Z and in the banner, one by one, the last first.
    """

    changed = Signal()
    open_wished = Signal(object)
    again_wished = Signal(object)
    practice_wished = Signal(object)
    restore_wished = Signal(str)
    erase_wished = Signal(object)
    hand_over_wished = Signal(object)

    def __init__(self, start: StartScreen, desk: Desk) -> None:
        super().__init__(start)
        self._start = start
        self._desk = desk
        self._ways_back: list[_WayBack] = []
        self._half_typed = ""
        self._line: Named | None = None
        self._typed: str | None = None
        self._has_typed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._keep_typed)
        start.deed_wished.connect(self._on_wished)
        heed(start, "Ctrl+Z", self.undo)
        self._search = start.search
        self._search.installEventFilter(self)
        self._search.textEdited.connect(self._on_typed)
        self._was_last = False
        start.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z in the search field undo what was done, when that came after the typing.

        And offer nothing any more when the list comes back and it cannot be undone.
        """
        if is_emptied(self):
            return super().eventFilter(watched, event)
        if watched is self._start and event.type() is QEvent.Type.Show:
            self._look_again()
        if (
            watched is self._search
            and event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and self._ways_back
            and self._was_last
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _look_again(self) -> None:
        if self._ways_back and not self._ways_back[-1].holds():
            self._start.banner.hide()
        self._ways_back = [each for each in self._ways_back if each.holds()]

    @Slot()
    def _on_typed(self) -> None:
        self._was_last = False

    @Slot()
    def undo(self) -> None:
        """Undo what was done last, and offer to undo what was done before it."""
        self._look_again()
        if not self._ways_back:
            announce(self._start, _NOTHING)
            return
        last = self._ways_back.pop()
        self._start.banner.hide()
        if self._tried(partial(self._undone, last)) is not _FAILED and self._ways_back:
            self._offer(self._ways_back[-1])

    @Slot()
    def forget(self) -> None:
        """Undo nothing any more, and know no titles."""
        self._ways_back.clear()

    def _undone(self, last: _WayBack) -> None:
        """Undo it, and have the focus there once the list is read again."""
        last.undo()
        announce(self._start, "Ongedaan gemaakt.")
        self._start.be_at(last.about)

    @Slot(object, object)
    def _on_wished(self, deed: Deed, line: Row) -> None:
        elsewhere = {
            Deed.OPEN: self.open_wished,
            Deed.AGAIN: self.again_wished,
            Deed.PRACTISE: self.practice_wished,
            Deed.ERASE: self.erase_wished,
            Deed.HAND_OVER: self.hand_over_wished,
        }
        match deed:
            case Deed.RESTORE:
                self.restore_wished.emit(line.path.name)
            case Deed.SHOW:
                show_in_system(line.path.parent, self._start.banner)
            case Deed.RENAME:
                self._line = Named(path=line.path, title=line.title)
                self._ask_title(self._line)
            case Deed.ARCHIVE:
                self._archive(line)
            case Deed.REMOVE:
                self._remove(line)
            case _:
                elsewhere[deed].emit(line.path)

    @Slot()
    def keep_half_typed(self) -> None:
        """Keep the title that is being typed, before what asks for it is closed."""
        self._half_typed = ""
        box = next((each for each in below(self._start, QInputDialog) if each.isVisible()), None)
        line = self._line
        if box is not None and line is not None:
            said = (str(line.path), line.title, box.textValue())
            self._half_typed = json.dumps(said)
            self._keep_typed()

    def take_half_typed(self) -> str:
        """What was kept of it; it is nowhere here any more then."""
        said, self._half_typed = self._half_typed, ""
        self._line = None
        return said

    def take_back(self, said: str) -> None:
        """Ask for the title again, with what was typed of it."""
        if said:
            path, title, typed = json.loads(said)
            self._line = Named(path=Path(path), title=title)
            self._ask_title(self._line, typed=typed)

    def _ask_title(self, line: Named, *, typed: str | None = None) -> None:
        typed = typed or self._typed_before(line)
        self._half_typed = ""
        self._has_typed = bool(typed)
        box = QInputDialog(self._start)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Andere titel")
        box.setLabelText("Hoe heet dit beraad?")
        if typed:
            box.setLabelText(f"Hoe heet dit beraad? Nu: “{line.title}”. Je typte al:")
        box.setTextValue(typed or line.title)
        box.textValueChanged.connect(self._on_title_typed)
        box.textValueSelected.connect(self._on_title)
        box.rejected.connect(self._on_no_title)
        box.open()
        if typed:  # Who goes on typing goes on behind it.
            for field in below(box, QLineEdit):
                field.setCursorPosition(len(typed))

    @staticmethod
    def _typed_before(line: Named) -> str:
        from beraad.store.renaming import typed_title

        try:
            return typed_title(line.path)
        except Solvable:
            return ""

    @Slot(str)
    def _on_title_typed(self, typed: str) -> None:
        self._typed = typed
        self._has_typed = True
        self._soon.start()

    @Slot()
    def _keep_typed(self) -> None:
        """Keep the title that is half typed in the beraad; what cannot be kept stays in sight."""
        from beraad.storable import storable
        from beraad.store.renaming import keep_typed_title

        self._soon.stop()
        typed, self._typed = self._typed, None
        if typed is not None and self._line is not None:
            with suppress(Solvable, OSError):
                keep_typed_title(self._line.path, storable(typed))

    @Slot()
    def _on_no_title(self) -> None:
        """Forget what was typed when it is not wanted, unless it only goes out of sight."""
        if self._has_typed and not self._half_typed:
            self._typed = ""
            self._keep_typed()

    @Slot(str)
    def _on_title(self, title: str) -> None:
        from beraad.storable import storable
        from beraad.store.renaming import rename

        line = self._line
        wanted = storable(" ".join(title.split()))[:_LONGEST]
        if line is None or not wanted or wanted == line.title:
            self._on_no_title()
            return
        self._soon.stop()
        self._typed = None
        before = self._tried(partial(rename, line.path, wanted))
        if isinstance(before, str):
            undo = partial(rename, line.path, before)
            self._done(f"Dit beraad heet nu “{wanted}”.", undo, about=line.path)

    def _archive(self, line: Row) -> None:
        from beraad.records import Id
        from beraad.store.archive import put_in_archive, take_from_archive

        identity = Id(line.identity)
        if self._tried(partial(put_in_archive, self._desk.folder, identity)) is not _FAILED:
            undo = partial(take_from_archive, self._desk.folder, identity)
            self._done(f"“{line.title}” staat nu in het archief, bij Meer.", undo, about=line.path)

    def _remove(self, line: Row) -> None:
        from beraad.store.audit import Action, note
        from beraad.store.removing import put_back, remove

        now = self._desk.now()
        aside = self._tried(partial(remove, line.path, line.path.parent, now=now))
        if isinstance(aside, Path):
            note(self._desk.folder, Action.REMOVED, about=line.identity, now=now)
            undo = partial(put_back, aside, line.path.parent)
            where = "Het ligt bij Meer, Archief en verwijderd, tot je het wist."
            told = f"“{line.title}” is verwijderd. {where}"
            self._done(told, undo, about=line.path, holds=aside.exists)

    def _tried(self, do: Callable[[], object]) -> object:
        """Do it, and read the list again; trouble is told."""
        from beraad.store.trouble import unwritable

        try:
            came = do()
        except Solvable as problem:
            self._start.banner.show_problem(problem)
            return _FAILED
        except OSError as error:
            self._start.banner.show_problem(unwritable(self._desk.folder, error))
            return _FAILED
        self.changed.emit()
        return came

    def _done(
        self,
        told: str,
        undo: Callable[[], object],
        *,
        about: Path,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        self._ways_back.append(_WayBack(told, undo, about, holds or _always))
        self._was_last = True
        self._offer(self._ways_back[-1])

    def _offer(self, way_back: _WayBack) -> None:
        self._start.tell_done(way_back.told, _UNDO, self.undo)


def _always() -> bool:
    return True


_FAILED = object()
"""What `_tried` says when it came to nothing."""
