"""Taking over what a colleague gave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from beraad import untrusted
from beraad.errors import Solvable
from beraad.store.handing.handing import Received, receive
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.theme.look import Look
from beraad.ui.widgets.banner import Banner
from beraad.ui.widgets.folder_dialog import ask_file
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.parts import button, column, label, row, way_to_start
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 760


class TakeScreen(Screen):
    """`open_wished` carries the beraad that came, when there is one."""

    back_wished = Signal()
    open_wished = Signal(object)

    def __init__(
        self, path: Path, folder: Path, look: Look, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Overnemen")
        self._path = path
        self._folder = folder
        self._now = now
        self._came: Path | None = None
        self.banner = Banner()
        self.banner.way_out_chosen.connect(self._on_open)
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        outside = column(self)
        outside.addWidget(self.banner)
        outside.addWidget(centred(self._middle(), widest=look.scale.px(_WIDEST)), 1)
        leave_by_esc(self, self.leave)

    def take_focus(self) -> None:
        """Put the cursor where the words are typed."""
        self._words.setFocus()

    @Slot()
    def leave(self) -> None:
        """Go back; what is being taken over is taken over first."""
        self._job.settle()
        self._words.clear()
        self.back_wished.emit()

    def _middle(self) -> QWidget:
        middle = QWidget()
        inside = column(middle, spacing=12)
        way_to_start(inside, self.leave)
        inside.addWidget(label("Overnemen", role="title"))
        inside.addWidget(label(self._path.name, role="heading"))
        told = "Typ de zes woorden die je collega je zegt. Hoofdletters en streepjes mogen."
        inside.addWidget(label(told, role="muted"))
        self._words = LineEdit()
        self._words.setObjectName("words")
        self._words.setAccessibleName("De zes woorden")
        self._words.setPlaceholderText("zes woorden")
        self._words.returnPressed.connect(self._on_take)
        inside.addWidget(self._words)
        self._do = button("Neem over", kind="primary", name="take")
        self._do.clicked.connect(self._on_take)
        own = button("Open met mijn eigen sleutel …", kind="link", name="own-key")
        own.clicked.connect(self._on_own_key)
        line = row(spacing=12)
        line.addWidget(self._do)
        line.addWidget(own)
        line.addStretch(1)
        inside.addWidget(folding(line))
        inside.addWidget(
            label("Wat je al hebt, blijft. Staat er hetzelfde beraad, dan komt het ernaast.")
        )
        inside.addStretch(1)
        return middle

    @Slot()
    def _on_take(self) -> None:
        if self._words.text().strip():
            self._begin(words=self._words.text())
        else:
            self._words.setFocus()

    @Slot()
    def _on_own_key(self) -> None:
        chosen = ask_file(self, "Waar is je sleutel van age?", "", "Alle bestanden (*)")
        if chosen:
            try:
                self._begin(identity=untrusted.read_text(Path(chosen)))
            except (OSError, UnicodeDecodeError):
                self.banner.show_problem(Solvable("Dit sleutelbestand is niet te lezen."))

    def _begin(self, *, words: str = "", identity: str = "") -> None:
        self.banner.hide()
        work = partial(_take, self._path, self._folder, words, identity, self._now())
        if self._job.start(work):
            self._do.setEnabled(False)

    @Slot(object)
    def _on_done(self, received: Received) -> None:
        self._do.setEnabled(True)
        self._words.clear()
        if not received.paths and received.refused:
            self.banner.show_problems(received.refused)
            return
        number = len(received.paths)
        self._came = received.paths[0] if number == 1 else None
        beraden = "1 beraad staat" if number == 1 else f"{number} beraden staan"
        told = f"{beraden} nu bij de jouwe. Controle: {received.code}."
        way_out = "Open het" if self._came else ""
        self.banner.show_message(told, way_out=way_out, but=received.refused)

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._do.setEnabled(True)
        self.banner.show_problem(problem)
        self._words.setFocus()
        self._words.selectAll()

    @Slot()
    def _on_open(self) -> None:
        if self._came is not None:
            self.open_wished.emit(self._came)


def _take(
    path: Path, folder: Path, words: str, identity: str, now: datetime, asker: Asker
) -> Received:
    return receive(path, folder, words=words, identity=identity, now=now, tell=asker.tell)
