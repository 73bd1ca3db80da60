"""Looking for somebody in everything there is, writing that down, and taking it out."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.errors import Solvable
from beraad.phases.numbers import counted
from beraad.publishing.taking_out import take_out, told_of_others
from beraad.store.audit import Action, note
from beraad.store.seeking import (
    Mention,
    Sought,
    seek,
    told,
    told_of_rest,
)
from beraad.store.trouble import unwritable
from beraad.store.wiping import OUT_OF_REACH
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.showing_in_system import show_in_system
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.choice_field import CheckField
from beraad.ui.widgets.folder_dialog import ask_folder
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.made_files import made_told
from beraad.ui.widgets.parts import button, clear, column, label, panel, row, way_to_start
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 860
_MOST = 100
"""Files that are shown; the text that is written has them all."""

_EMPTY = (
    "Vraagt iemand wat er over hem of haar bewaard wordt, of om dat te wissen? Zoek hier op de "
    "naam, in alle beraden, oefeningen, het register, wat verwijderd is en alle reservekopieën."
)


class SeekScreen(Screen):
    """What was looked for is written nowhere; the log says only that it was done."""

    back_wished = Signal()

    def __init__(self, folder: Path, look: Look, *, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Zoek een betrokkene")
        self._folder = folder
        self._now = now
        self._word = ""
        self._sought: Sought | None = None
        self._removing = False
        self._others = ""
        self.banner = Banner()
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._results: QVBoxLayout = column(spacing=2)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(self._middle(), widest=look.scale.px(_WIDEST)), 1)
        leave_by_esc(self, self.leave)

    def take_focus(self) -> None:
        """Put the cursor where the name is typed."""
        self._field.setFocus()

    @Slot()
    def leave(self) -> None:
        """Go back; what is being taken out is taken out first."""
        self._job.settle()
        self._field.clear()
        self._sought = None
        self.back_wished.emit()

    def put_away(self) -> str:
        """The word that was looked for."""
        return self._word if self._sought is not None else ""

    def take_back(self, said: str) -> None:
        """Look for it again."""
        self._field.setText(said)
        self._on_seek()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=12)
        way_to_start(inside, self.leave)
        inside.addWidget(label("Zoek een betrokkene", role="title"))
        asked = Folding()
        in_asked = row(asked, spacing=12)
        self._field = LineEdit()
        self._field.setObjectName("person")
        self._field.setAccessibleName("Naam of woord")
        self._field.setPlaceholderText("naam of woord")
        self._field.returnPressed.connect(self._on_seek)
        self._seek = button("Zoek", kind="primary", name="seek")
        self._seek.clicked.connect(self._on_seek)
        in_asked.addWidget(self._field, 1)
        in_asked.addWidget(self._seek)
        inside.addWidget(asked)
        self._told = label(_EMPTY, role="muted")
        self._told.setObjectName("told")
        inside.addWidget(self._told)
        inside.addLayout(self._results)
        self._ways = self._ways_on()
        self._ways.hide()
        inside.addWidget(self._ways)
        inside.addStretch(1)
        return middle

    def _ways_on(self) -> QWidget:
        box = panel("card")
        inside = column(box, spacing=10)
        inside.setContentsMargins(22, 16, 22, 16)
        write = button("Bewaar wat er staat als tekst …", name="write")
        write.clicked.connect(self._on_write)
        line = row()
        line.addWidget(write)
        line.addStretch(1)
        inside.addLayout(line)
        inside.addWidget(
            label("Lees die tekst na voor je hem geeft: er kan ook iets over anderen in staan.")
        )
        self._sure = CheckField(
            "Haal het overal weg. De reservekopieën waar het in staat, gaan mee, en een vraag aan "
            "teams waar het in staat ook."
        )
        self._sure.setObjectName("sure")
        self._sure.edited.connect(self._on_sure)
        inside.addWidget(self._sure)
        self._remove = button("Haal weg en zoek nog eens", name="take-out")
        self._remove.setEnabled(False)
        self._remove.clicked.connect(self._on_take_out)
        foot = row()
        foot.addWidget(self._remove)
        foot.addStretch(1)
        inside.addLayout(foot)
        return box

    @Slot()
    def _on_seek(self) -> None:
        self._word = self._field.text().strip()
        self._removing = False
        self._others = ""
        self.banner.hide()
        if self._job.start(partial(_seek, self._folder, self._word)):
            self._told.setText("Beraad zoekt …")
            self._seek.setEnabled(False)

    @Slot(object)
    def _on_sure(self, sure: bool) -> None:  # noqa: FBT001
        self._remove.setEnabled(sure)

    @Slot()
    def _on_take_out(self) -> None:
        if self._sought is None:
            return
        self._removing = True
        self._others = told_of_others(self._sought, self._folder)
        work = partial(_take_out, self._folder, self._sought, self._word, self._now())
        if self._job.start(work):
            self._remove.setEnabled(False)
            self._told.setText("Beraad haalt het weg …")

    @Slot(object)
    def _on_done(self, sought: Sought) -> None:
        self._seek.setEnabled(True)
        self._sought = sought
        number = len(sought.mentions)
        result = counted(number, "bestand", "bestanden") + (", na weghalen" * self._removing)
        action = Action.TAKEN_OUT if self._removing else Action.SOUGHT
        note(self._folder, action, result=result, now=self._now())
        clear(self._results)
        for mention in sought.mentions[:_MOST]:
            self._results.addWidget(_line(mention))
        self._show_rest(sought)
        self._told.setText(_summed(sought, removed=self._removing))
        self._sure.setChecked(False)
        self._remove.setEnabled(False)
        self._ways.setVisible(bool(number))
        announce(self, self._told.text())

    def _show_rest(self, sought: Sought) -> None:
        """Name what was not looked through, and after taking out what nobody here can reach."""
        for line in (*map(str, sought.failed), *sought.staying):
            self._results.addWidget(label(line.strip()))
        for line in told_of_rest(sought, most=_MOST):
            self._results.addWidget(label(line))
        if not sought.is_whole:
            self._results.addWidget(label(sought.way_to_the_rest, role="muted"))
        if self._removing:
            if others := self._others:
                self._results.addWidget(label(others))
            self._results.addWidget(label("Denk zelf aan wat Beraad niet kan bereiken:"))
            for each in OUT_OF_REACH:
                self._results.addWidget(label(f"– {each}", role="muted"))

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._seek.setEnabled(True)
        self._told.setText(_EMPTY)
        self.banner.show_problem(problem)

    @Slot()
    def _on_write(self) -> None:
        chosen = ask_folder(self, "Waar komt de tekst?")
        if not chosen or self._sought is None:
            return
        path = Path(chosen) / f"inzage-{self._now().astimezone():%Y%m%d-%H%M%S}.txt"
        try:
            number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(number, "w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in told(self._sought, self._word))
        except OSError as error:
            self.banner.show_problem(unwritable(path.parent, error))
        else:
            news = f"{made_told((path,))}. Alleen jij kunt het lezen."
            show = partial(show_in_system, path.parent, self.banner)
            self.banner.offer(news, way_out="Open map", deed=show)


def _seek(folder: Path, word: str, asker: Asker) -> Sought:
    return seek(folder, word, unwanted=asker.unwanted, tell=asker.tell)


def _take_out(folder: Path, sought: Sought, word: str, now: datetime, asker: Asker) -> Sought:
    return take_out(folder, sought, word, now=now, tell=asker.tell)


def _line(mention: Mention) -> QWidget:
    box = Folding()
    box.setProperty("panel", "row")
    inside = row(box, spacing=12)
    inside.setContentsMargins(0, 8, 0, 8)
    copy = " · reservekopie" if mention.is_copy else ""
    copy += ", blijft staan" if mention.is_last else ""
    inside.addWidget(label(f"{mention.title}{copy}", role="strong"), 2)
    parts = ", ".join(dict.fromkeys(hit.where for hit in mention.hits))
    inside.addWidget(label(f"{mention.times} keer, in {parts}", role="small"), 3)
    return box


def _summed(sought: Sought, *, removed: bool) -> str:
    number = len(sought.mentions)
    looked = f"{counted(sought.looked, 'bestand', 'bestanden')} gelezen"
    rest = "" if sought.is_whole else " Niet alles is doorzocht: hieronder staat wat niet."
    if not number:
        if removed:
            still = "nergens meer" if sought.is_whole else "niet meer in wat te lezen is"
            return f"Weggehaald, en nog eens gezocht: het staat {still} ({looked}).{rest}"
        nowhere = "nergens" if sought.is_whole else "niet in wat te lezen is"
        return f"Dit woord staat {nowhere} ({looked}).{rest}"
    files = "1 bestand" if number == 1 else f"{number} bestanden"
    still = "nog " if removed else ""
    return f"Het staat {still}in {files} ({looked}).{rest}"
