"""Beraden that are past their date, or one that somebody wants to erase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.editing.text_steps import TextSteps
from beraad.errors import Solvable, ToldOnce
from beraad.phases.dates import dated
from beraad.phases.numbers import counted
from beraad.publishing.lasting import lasting
from beraad.records import Id
from beraad.store.audit import ONE_FILE, Action, note
from beraad.store.catalog import Summary, Unreadable, look_at
from beraad.store.going_along import backups_in, going_along, require_shown
from beraad.store.places import is_synchronised, register_path
from beraad.store.practice_rest import papers_of, staying, told_of, told_of_staying
from beraad.store.removing import put_back, remove
from beraad.store.term import HELD_BACK, due, keep_reason, past, prolong, reason_of
from beraad.store.wiping import (
    OUT_OF_REACH,
    Reach,
    Wiped,
    not_wiped,
    reach,
    wipe_beraad,
    wipe_file,
)
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.erasing.term_card import Going, TermCard, Way
from beraad.ui.erasing.unread_card import UnreadCard
from beraad.ui.erasing.what_stays import told_of_what_stays, what_stays
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.below import below
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import clear, column, label, row, way_to_start
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.text_undo import TextUndo
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1240
_MOST = 20
"""Cards at once; the others come when these are done."""

_SOON = 400
"""Milliseconds after a key until a reason is kept."""

_LEAVE = "Ga weg zonder deze reden"
_GOES_ON = "Ga je terug naar Beraden, dan gaat het wissen daar verder."
_DONE = "Van geen beraad is de bewaartermijn voorbij."


class TermScreen(Screen):
    """Nothing happens by itself: each beraad waits for what its card says.

    `erased` carries the identity of what is gone, so that nothing in memory is kept of it.
    """

    back_wished = Signal()
    look_wished = Signal(object)
    erased = Signal(str)

    def __init__(
        self,
        folder: Path,
        look: Look,
        *,
        now: Callable[[], datetime],
        documents: tuple[Path, ...] = (),
        only: Path | None = None,
        steps: dict[str, TextSteps] | None = None,
    ) -> None:
        """`only` is the one beraad it is about; None for all that are past their date.

        `steps` is what can be undone of when a reason was typed at before, in this run.
        """
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Wissen" if only else "Bewaartermijn voorbij")
        self._folder = folder
        self._look = look
        self._now = now
        self._documents = documents
        self._only = only
        self._reasons: dict[Path, str] = {}
        self._kept: dict[Path, str] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._keep_reasons)
        self._undo = TextUndo(self, now=now, steps=steps)
        self._undo.shifted.connect(self._on_shifted)
        self._seen: dict[Path, Id] = {}
        self._told_typed: tuple[str, ...] = ()
        self.banner = Banner()
        self._told = label(role="muted")
        self._told.setObjectName("told")
        self._cards: QVBoxLayout = column(spacing=18)
        self._erasing = OneAtATime(self)
        self._erasing.done.connect(self._on_erased)
        self._erasing.failed.connect(self._on_failed)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(self._middle(), widest=look.scale.px(_WIDEST)), 1)
        leave_by_esc(self, self.leave)
        self._read()

    def take_focus(self) -> None:
        """Put the focus on the first card."""
        item = self._cards.itemAt(0)
        card = item.widget() if item is not None else None
        first = card.findChild(TermCard) if card is not None else None
        if isinstance(first, TermCard):
            first.take_focus()
        else:
            self._home.setFocus()

    def hand_over(self) -> Solvable | None:
        """Keep the reasons that were typed and not used; what cannot be kept is told of once."""
        typed = self._keep_reasons()
        if not typed or typed == self._told_typed:
            return None
        self._told_typed = typed
        told = ToldOnce(
            "Je schreef waarom een beraad langer blijft, en koos nog niet Verleng.",
            kept="Die reden is nog nergens bewaard.",
            way_out="Kies Verleng, of ga nog eens weg; dan is de reden weg.",
        )
        self.banner.show_problem(told, way_out=_LEAVE, deed=self.leave)
        return told

    @Slot()
    def _keep_reasons(self) -> tuple[str, ...]:
        """Keep each in its own beraad; which could not be kept."""
        self._soon.stop()
        unkept: list[str] = []
        for path, reason in self._typed().items():
            if reason == self._kept.get(path, ""):
                continue
            try:
                keep_reason(path, reason)
            except Solvable:
                unkept.append(reason)
            else:
                self._kept[path] = reason
        return tuple(filter(None, unkept))

    def _typed(self) -> dict[Path, str]:
        pairs = (self._cards.itemAt(at) for at in range(self._cards.count()))
        shown = (pair.widget() for pair in pairs if pair is not None)
        cards = (card for pair in shown if pair for card in below(pair, TermCard))
        return {card.path: card.reason for card in cards}

    @Slot()
    def leave(self) -> None:
        """Go back; what is being erased is erased first."""
        self._erasing.settle()
        self.back_wished.emit()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=14)
        self._home = way_to_start(inside, self.leave)
        inside.addWidget(label(self.windowTitle(), role="title"))
        inside.addWidget(self._told)
        inside.addLayout(self._cards)
        inside.addStretch(1)
        return middle

    def _read(self, done: Path | None = None) -> None:
        """Show the cards anew, with what was typed on those that are not `done`."""
        self._reasons |= {path: text for path, text in self._typed().items() if path != done}
        clear(self._cards)
        for path in self._seen:
            self._undo.forget(str(path), is_gone=path == done or not path.exists())
        lines = self._lines()
        self._seen = {line.path: line.id for line in lines if isinstance(line, Summary)}
        told = _told(len(lines), alone=self._only is not None)
        if self._only is None and not lines and past(self._folder, self._today()):
            told = (
                f"Als de klok goed staat, is van een beraad de bewaartermijn voorbij. {HELD_BACK}"
            )
        self._told.setText(told)
        for first in range(0, min(len(lines), _MOST), 2):
            pair = Folding()
            inside = row(pair, spacing=18)
            for line in lines[first : first + 2]:
                inside.addWidget(self._card(line), 1)
            self._cards.addWidget(pair)

    def _lines(self) -> Sequence[Summary | Unreadable]:
        if self._only is None:
            return [each.line for each in due(self._folder, self._today())]
        return [look_at(self._only)] if self._only.exists() else []

    def _unread_card(self, line: Unreadable) -> UnreadCard:
        card = UnreadCard(
            line, out_of_reach=self._beyond(), reach=partial(_reach, line.path, self._folder)
        )
        card.erased.connect(self._on_erase)
        return card

    def _beyond(self) -> tuple[str, ...]:
        if service := is_synchronised(self._folder):
            return (*OUT_OF_REACH, f"de geschiedenis van {service}, waar deze map in staat")
        return OUT_OF_REACH

    def _card(self, line: Summary | Unreadable) -> QFrame:
        if isinstance(line, Unreadable):
            return self._unread_card(line)
        card = TermCard(
            line,
            self._look,
            today=self._today(),
            out_of_reach=self._beyond(),
            going=partial(_going, line.path, line.id, self._folder),
            way=None if self._only else Way.PROLONG,
            reason=self._reason(line.path),
        )
        card.typed.connect(self._soon.start)
        self._undo.add(str(line.path), card.reason_field)
        card.prolonged.connect(self._on_prolonged)
        card.removed.connect(self._on_removed)
        card.erased_alone.connect(self._on_erase_alone)
        card.erased.connect(self._on_erase)
        card.look_wished.connect(self.look_wished)
        return card

    @Slot(str, str)
    def _on_shifted(self, *_: str) -> None:
        self._soon.start()

    def _reason(self, path: Path) -> str:
        """What was typed here, or another time."""
        if path not in self._reasons:
            try:
                kept = reason_of(path)
            except Solvable:
                kept = ""
            self._kept[path] = self._reasons[path] = kept
        return self._reasons[path]

    def _today(self) -> date:
        return self._now().astimezone().date()

    @Slot(object, object, str)
    def _on_prolonged(self, path: Path, until: date, reason: str) -> None:
        try:
            prolong(path, self._folder, until, reason, now=self._now())
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self._reasons.pop(path, None)
        self._kept.pop(path, None)
        self._home.setFocus()
        self._read(done=path)
        self.banner.show_message(f"Dit beraad blijft bewaard tot {dated(until)}.")

    @Slot(object)
    def _on_removed(self, path: Path) -> None:
        """Put this one file aside; the others of its beraad stay."""
        try:
            aside = remove(path, path.parent, now=self._now())
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        note(self._folder, Action.REMOVED, about=self._seen.get(path, Id("")), now=self._now())
        self._home.setFocus()
        self._read(done=path)
        told = f"{path.name} is verwijderd. De andere bestanden van dit beraad staan in de lijst."
        self.banner.offer(told, way_out="Ongedaan maken", deed=partial(self._put_back, aside, path))

    def _put_back(self, aside: Path, path: Path) -> None:
        try:
            put_back(aside, path.parent)
        except Solvable as problem:
            self.banner.show_problem(problem)
            return
        self.banner.hide()
        self._read()
        self.take_focus()

    @Slot(object, object)
    def _on_erase(self, path: Path, shown: frozenset[Path]) -> None:
        seen = self._seen.get(path)
        work = partial(_erase, path, self._folder, self._now(), self._documents, seen, shown)
        self._erasing.start(work)

    @Slot(object)
    def _on_erase_alone(self, path: Path) -> None:
        self._erasing.start(partial(_erase_alone, path, self._seen.get(path)))

    @Slot(object)
    def _on_erased(self, wiped: Wiped | Path) -> None:
        if isinstance(wiped, Path):
            self._tell_alone(wiped)
        else:
            self._tell_erased(wiped)

    def _tell_alone(self, path: Path) -> None:
        about = self._seen.get(path, Id(""))
        note(self._folder, Action.ERASED, about=about, result=ONE_FILE, now=self._now())
        self._home.setFocus()
        self._read(done=path)
        told = f"{path.name} is gewist. De andere bestanden van dit beraad zijn er nog."
        self.banner.show_message(told)

    def _tell_erased(self, wiped: Wiped) -> None:
        result = "niet helemaal gelukt" if wiped.left else "gelukt"
        note(self._folder, Action.ERASED, about=wiped.line.id, result=result, now=self._now())
        self.erased.emit(wiped.line.id)
        self._home.setFocus()
        self._read()
        if wiped.left:
            self._told.setText(_GOES_ON)
        if wiped.left or wiped.away or wiped.unsure or wiped.unread or wiped.strewn:
            self.banner.show_problems(_not_all(wiped))
        else:
            files = "1 bestand" if wiped.files == 1 else f"{wiped.files} bestanden"
            told = f"Gewist: {files}. Er blijft één regel, zonder casus."
            stays = told_of_staying(wiped.staying)
            self.banner.show_message(f"{told} {stays}".strip())

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._read()
        self.banner.show_problem(problem)


def _going(path: Path, identity: Id, folder: Path, asker: Asker) -> Going:
    """What goes along when a beraad is erased; runs beside the window."""
    found = reach(path, folder, unwanted=asker.unwanted)
    return Going(
        copies=len(backups_in(found, folder)),
        signals=lasting(path, register_path(folder, practice=False)),
        along=going_along(path, folder, found),
        rings=tuple(each.name for each in found.rings),
        stays=told_of_what_stays(found),
        papers=told_of(papers_of(folder, identity)),
        staying=told_of_staying(staying(folder, identity)),
    )


def _reach(path: Path, folder: Path, asker: Asker) -> Reach:
    return reach(path, folder, unwanted=asker.unwanted)


def _erase_alone(path: Path, seen: Id | None, asker: Asker) -> Path:
    del asker
    wipe_file(path, seen=seen)
    return path


def _erase(
    path: Path,
    folder: Path,
    now: datetime,
    documents: tuple[Path, ...],
    seen: Id | None,
    shown: frozenset[Path],
    asker: Asker,
) -> Wiped:
    del asker
    return wipe_beraad(
        path,
        folder,
        role="gespreksleider",
        now=now,
        documents=documents,
        seen=seen,
        agree=lambda found: require_shown(path, folder, found, shown),
    )


def _told(number: int, *, alone: bool) -> str:
    if alone:
        return "Er gebeurt niets vanzelf: jij kiest." if number else "Er is niets te wissen."
    if not number:
        return _DONE
    beraden = counted(number, "beraad", "beraden")
    return f"Van {beraden} is de bewaartermijn voorbij. Er gebeurt niets vanzelf: jij kiest."


def _not_all(wiped: Wiped) -> tuple[Solvable, ...]:
    """What is still there, and why; what could not be erased first."""
    told: list[Solvable] = []
    if wiped.left:
        told.append(not_wiped(wiped.left))
    gone = "Gewist, behalve" if not wiped.left else "Ook niet gewist:"
    if wiped.away:
        places = ", ".join(str(each) for each in wiped.away)
        told.append(
            Solvable(
                f"{gone} in {places}: die map is er nu niet.",
                way_out="Sluit die schijf aan. Bij de volgende reservekopie gaat het ook daar weg.",
            )
        )
    for happened, way_out in what_stays(wiped):
        kept = "" if told else "De rest is gewist."
        told.append(Solvable(happened, kept=kept, way_out=way_out))
    return tuple(told)
