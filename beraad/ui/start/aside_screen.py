"""What is out of the list: the archive, and what was thrown away and not erased yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad import untrusted
from beraad.errors import Solvable
from beraad.phases.dates import dated
from beraad.phases.numbers import counted
from beraad.phases.phrasing import capital
from beraad.store.archive import archived, take_from_archive
from beraad.store.catalog import Line, Summary, as_read, look_at, place_in_list
from beraad.store.practice_rest import left_over, told_of, wipe_left_over
from beraad.store.removing import KEPT, Removed, put_back, removed
from beraad.store.trouble import unwritable
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.line_at_hand import LineAtHand
from beraad.ui.widgets.parts import (
    add_first,
    button,
    clear,
    column,
    label,
    row,
    title_above,
    way_to_start,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 980
_MOST = 200
"""Lines of a kind that are shown, the latest."""

_LOOKS = "Beraad kijkt wat hier ligt …"
_REMOVED_SAYS = (
    "Wat je verwijderde, kan terug tot je het voorgoed wist. Vanzelf verdwijnt er niets. Na dertig "
    "dagen staat erbij dat het weg kan."
)
_LEFT_OVER_SAYS = (
    "Dit hoorde bij een oefening die er niet meer is, en kan niet terug. Het ligt er tot je het "
    "wist."
)
_NO_ARCHIVE = "Het archief is leeg. Een beraad dat klaar is, leg je hier met het menu in de lijst."
_NO_REMOVED = "Er is niets verwijderd. Wat je verwijdert, ligt hier tot je het wist."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    path: Path
    title: str
    under: str
    back: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    archived: tuple[Summary, ...]
    removed: tuple[tuple[Removed, Line], ...]
    left_over: tuple[Path, ...]


def _lying_aside(folder: Path, asker: Asker) -> _Aside | None:
    """What is out of the list; None when nobody waits for it any more."""
    hidden = archived(folder)
    kept: list[Summary] = []
    for line in as_read(folder) if hidden else ():
        if asker.unwanted():
            return None
        if isinstance(line, Summary) and line.id in hidden:
            kept.append(line)
    gone: list[tuple[Removed, Line]] = []
    for each in removed(folder):
        if asker.unwanted():
            return None
        gone.append((each, look_at(each.path)))
    return _Aside(
        archived=tuple(sorted(kept, key=place_in_list)),
        removed=tuple(gone),
        left_over=left_over(folder),
    )


def _wipe_left_over(folder: Path, asker: Asker) -> tuple[int, tuple[Path, ...]]:
    del asker
    return wipe_left_over(left_over(folder))


class AsideScreen(Screen):
    """Each line can be put back; what was thrown away can be erased for good as well."""

    back_wished = Signal()
    open_wished = Signal(object)
    erase_wished = Signal(object)

    def __init__(self, folder: Path, look: Look, *, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Archief en verwijderd")
        self._folder = folder
        self._now = now
        self.banner = Banner()
        self._archive: QVBoxLayout = column(spacing=2)
        self._removed: QVBoxLayout = column(spacing=2)
        self._left_over: QVBoxLayout = column(spacing=2)
        self._at_hand: LineAtHand | None = None
        self._reading = LatestWish(self)
        self._reading.done.connect(self._on_read)
        self._reading.failed.connect(self.banner.show_problem)
        self._wiping = OneAtATime(self)
        self._wiping.done.connect(self._on_wiped)
        self._wiping.failed.connect(self.banner.show_problem)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(self._middle(), widest=look.scale.px(_WIDEST)), 1)
        leave_by_esc(self, self.leave)
        self._read()

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._home.setFocus()

    @Slot()
    def leave(self) -> None:
        """Go back; what is being erased is erased first."""
        self._wiping.settle()
        self.back_wished.emit()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=14)
        self._home = way_to_start(inside, self.leave)
        inside.addWidget(label("Archief en verwijderd", role="title"))
        inside.addWidget(title_above("Archief"))
        inside.addLayout(self._archive)
        inside.addSpacing(14)
        inside.addWidget(title_above("Verwijderd"))
        inside.addWidget(label(_REMOVED_SAYS, role="small"))
        inside.addLayout(self._removed)
        inside.addLayout(self._left_over)
        inside.addStretch(1)
        return middle

    def _read(self) -> None:
        """Find out beside the window what lies there: for that every beraad is looked at."""
        clear(self._left_over)
        for each in (self._archive, self._removed):
            clear(each)
            each.addWidget(label(_LOOKS, role="muted"))
        self._reading.wish(partial(_lying_aside, self._folder))

    @Slot(object)
    def _on_read(self, found: _Aside) -> None:
        for each in (self._archive, self._removed, self._left_over):
            clear(each)
        kept = [
            self._line_of(line, partial(take_from_archive, self._folder, line.id), "")
            for line in found.archived
        ]
        self._fill(self._archive, kept, _NO_ARCHIVE, opens=True)
        gone: list[_Line] = []
        for each, line in found.removed:
            told = f"verwijderd op {dated(each.at.astimezone().date())}"
            if self._now() - each.at >= KEPT:
                told += ", en kan voorgoed weg"
            back = partial(put_back, each.path, each.home)
            if isinstance(line, Summary):
                gone.append(self._line_of(line, back, told))
            else:
                gone.append(
                    _Line(
                        path=each.path,
                        title=each.name,
                        under=f"{line.why} {capital(told)}.",
                        back=back,
                    )
                )
        self._fill(self._removed, gone, _NO_REMOVED, opens=False)
        if found.left_over:
            self._left_over.addSpacing(14)
            self._left_over.addWidget(title_above("Overgebleven"))
            self._left_over.addWidget(label(_LEFT_OVER_SAYS, role="small"))
            self._left_over.addWidget(self._rest(found.left_over))
        at_hand, self._at_hand = self._at_hand, None
        if at_hand is not None:
            at_hand.go_on(self)

    def _line_of(self, line: Summary, back: Callable[[], object], told: str) -> _Line:
        parts = (line.team, dated(line.held_on), told)
        return _Line(
            path=line.path,
            title=line.title.strip() or "Zonder titel",
            under=" · ".join(part for part in parts if part),
            back=back,
        )

    def _fill(self, into: QVBoxLayout, lines: list[_Line], empty: str, *, opens: bool) -> None:
        if not lines:
            into.addWidget(label(empty, role="muted"))
        add_first(into, lines, partial(self._row, opens=opens), most=_MOST)

    def _rest(self, paths: tuple[Path, ...]) -> QWidget:
        box = Folding()
        box.setProperty("panel", "row")
        inside = row(box, spacing=12)
        inside.setContentsMargins(0, 8, 0, 8)
        texts = QWidget()
        in_texts = column(texts, spacing=2)
        in_texts.addWidget(label("Van oefeningen die er niet meer zijn", role="strong"))
        in_texts.addWidget(label(told_of(paths), role="small"))
        inside.addWidget(texts, 1)
        wipe = button("Voorgoed wissen …", kind="link", name="wipe-rest")
        wipe.setAccessibleDescription("Voorgoed wissen: van oefeningen die er niet meer zijn")
        wipe.clicked.connect(self._on_rest)
        inside.addWidget(wipe)
        return box

    @Slot()
    def _on_rest(self) -> None:
        told = "Wat van oefeningen overbleef, komt na het wissen niet terug."
        self.banner.ask(told, way_out="Wis het voorgoed", deed=self._wipe_rest)

    def _wipe_rest(self) -> None:
        self._home.setFocus()
        self._wiping.start(partial(_wipe_left_over, self._folder))

    @Slot(object)
    def _on_wiped(self, came: tuple[int, tuple[Path, ...]]) -> None:
        gone, left = came
        self._read()
        if left:
            names = ", ".join(untrusted.shown(each.name) for each in left)
            self.banner.show_problem(
                Solvable(f"Niet te wissen: {names}.", way_out="Sluit wat er open staat.")
            )
        else:
            self.banner.show_message(f"Gewist: {counted(gone, 'bestand', 'bestanden')}.")

    def _row(self, line: _Line, *, opens: bool) -> QWidget:
        box = Folding()
        box.setProperty("panel", "row")
        inside = row(box, spacing=12)
        inside.setContentsMargins(0, 8, 0, 8)
        texts = QWidget()
        in_texts = column(texts, spacing=2)
        in_texts.addWidget(label(line.title, role="strong"))
        in_texts.addWidget(label(line.under, role="small"))
        inside.addWidget(texts, 1)
        if opens:
            open_ = button("Openen", kind="link", described=f"Openen: {line.title}")
            open_.clicked.connect(partial(self.open_wished.emit, line.path))
            inside.addWidget(open_)
        else:
            wipe = button(
                "Voorgoed wissen …", kind="link", described=f"Voorgoed wissen: {line.title}"
            )
            wipe.clicked.connect(partial(self.erase_wished.emit, line.path))
            inside.addWidget(wipe)
        back = button("Zet terug", name="put-back", described=f"Zet terug: {line.title}")
        back.clicked.connect(partial(self._put_back, line))
        inside.addWidget(back)
        return box

    @Slot()
    def _put_back(self, line: _Line, *_: object) -> None:
        try:
            line.back()
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        except OSError as error:
            self.banner.show_problem(unwritable(self._folder, error))
            return
        self._at_hand = LineAtHand(self)
        self._home.setFocus()
        self._read()
        self.banner.show_message(f"{line.title} staat weer bij je beraden.")
