"""Reactions that came back in a file: read apart, shown one by one, and taken over by a person."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from beraad.editing.editor import SessionEditor
from beraad.errors import Solvable
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.publishing.reacted import NAMELESS, Sent, sent
from beraad.records import Id, Reaction, Session
from beraad.report.inspecting.apart import written_apart
from beraad.report.inspecting.reactions import Written
from beraad.report.returned import Kind
from beraad.ui.announce import announce
from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.widgets.folder_dialog import ask_file
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, clear, column, label, panel, row

_KINDS = "Een concept dat terugkwam (*.pdf *.docx *.odt)"
_HOW = "PDF, Word of ODT. Je kunt het bestand ook hierheen slepen."
_NOTHING = "In dit bestand staat geen reactie: er is niets ingevuld."
_ALL_KNOWN = "Wat in dit bestand staat, is hier al overgenomen."
_DONE = "Alles uit dit bestand is bekeken."


class ReactedCard(QWidget):
    """Nothing of a file comes into the beraad by itself, and never who wrote it."""

    failed = Signal(object)

    def __init__(self, editor: SessionEditor, lexicon: Lexicon) -> None:
        super().__init__()
        self._editor = editor
        self._lexicon = lexicon
        self._offered: tuple[tuple[Written, Reaction], ...] = ()
        self._shown: tuple[Id, ...] = ()
        self._left: set[Id] = set()
        self._job = OneAtATime(self)
        self._job.done.connect(self._on_read)
        self._job.failed.connect(self._on_failed)
        inside = column(self, spacing=10)
        top = row(spacing=12)
        self._read = button("Reacties uit een bestand …", name="read-reactions")
        self._read.clicked.connect(self._on_choose)
        top.addWidget(self._read)
        self._told = label(_HOW, role="muted")
        self._told.setObjectName("reactions-told")
        top.addWidget(self._told, 1)
        inside.addWidget(folding(top))
        self._rows = column(spacing=8)
        inside.addLayout(self._rows)

    def read(self, path: Path) -> None:
        """Read what somebody wrote in this file, beside the window."""
        if not self._job.start(partial(_read, path)):
            return
        self._read.setEnabled(False)
        self._told.setText("Beraad leest het bestand …")

    def show_session(self, session: Session) -> None:
        """Offer what is not in the beraad, also when it was taken over and that was undone."""
        there = {reaction.id for reaction in session.reactions}
        waiting = [
            (written, reaction)
            for written, reaction in self._offered
            if reaction.id not in there | self._left
        ]
        shown = tuple(reaction.id for _, reaction in waiting)
        if shown == self._shown:
            return
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._shown = shown
        clear(self._rows)
        ways: list[QPushButton] = []
        for number, (written, reaction) in enumerate(waiting, start=1):
            box, way = self._row(written, reaction, f"{number} van {len(waiting)}")
            self._rows.addWidget(box)
            box.show()
            ways.append(way)
        if not waiting:
            self._tell(_DONE)
        if had_focus:
            (*ways, self._read)[0].setFocus()

    def _row(self, written: Written, reaction: Reaction, place: str) -> tuple[QFrame, QPushButton]:
        box = panel("row")
        inside = column(box, spacing=6)
        inside.setContentsMargins(0, 6, 0, 10)
        inside.addWidget(label(written.label, role="strong"))
        inside.addWidget(label(written.text))
        ways = row(spacing=8)
        take = button(
            "Overnemen", name="take-over", described=f"Overnemen, reactie {place}, {written.label}"
        )
        take.clicked.connect(partial(self._take_over, reaction))
        leave = button(
            "Niet overnemen",
            name="leave-out",
            described=f"Niet overnemen, reactie {place}, {written.label}",
        )
        leave.clicked.connect(partial(self._leave_out, reaction))
        ways.addWidget(take)
        ways.addWidget(leave)
        ways.addStretch(1)
        inside.addWidget(folding(ways))
        return box, take

    def _take_over(self, reaction: Reaction) -> None:
        self._editor.add("reactions", reaction)
        announce(self, "Overgenomen. Schrijf erbij wat jullie ermee deden.")

    def _leave_out(self, reaction: Reaction) -> None:
        self._left.add(reaction.id)
        self.show_session(self._editor.session)

    @Slot()
    def _on_choose(self) -> None:
        chosen = ask_file(self, "Welk bestand kreeg je terug?", "", _KINDS)
        if chosen:
            self.read(Path(chosen))

    @Slot(object)
    def _on_read(self, written: tuple[Written, ...]) -> None:
        self._read.setEnabled(True)
        brought = sent(written, self._editor.session, self._lexicon)
        self._offered, self._left, self._shown = brought.reactions, set(), ()
        clear(self._rows)
        self._tell(_summary(written, brought))
        if brought.reactions:
            self.show_session(self._editor.session)

    @Slot(object)
    def _on_failed(self, problem: Solvable) -> None:
        self._read.setEnabled(True)
        self._told.setText("Er is niets gelezen.")
        self.failed.emit(problem)

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        announce(self, text)


def _summary(written: tuple[Written, ...], brought: Sent) -> str:
    if not brought.reactions:
        return _ALL_KNOWN if len(written) > bool(brought.role or brought.named) else _NOTHING
    count = len(brought.reactions)
    told = "Eén reactie" if count == 1 else f"{count} reacties"
    whose = f" van de rol “{brought.role}”" if brought.role else ""
    named = f" {NAMELESS}" if brought.named else ""
    return f"{told}{whose}. Beslis per reactie of je haar overneemt.{named}"


def _read(path: Path, asker: Asker) -> tuple[Written, ...]:
    """Runs beside the window."""
    del asker
    return written_apart(path, Kind.REACTION)
