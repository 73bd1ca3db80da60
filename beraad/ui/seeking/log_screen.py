"""What was done: the log, as anybody on this laptop may read it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from beraad.phases.dates import dated
from beraad.store.audit import Deed, deeds
from beraad.store.erased import Erased, erased, foreign
from beraad.ui.theme.look import Look
from beraad.ui.widgets.folding import Folding
from beraad.ui.widgets.parts import add_first, column, label, row, title_above, way_to_start
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 860
_MOST = 200
"""Lines that are shown, the latest; the file has them all."""

_EMPTY = "Er is nog niets gedaan."
_WHAT = (
    "Wat er is geopend, doorgegeven, teruggezet en gewist. Er staat geen woord van een casus in; "
    "een beraad heet hier naar acht tekens uit de naam van zijn bestand."
)


class LogScreen(Screen):
    """The last things that were done, and the lines that stay of what was erased."""

    back_wished = Signal()

    def __init__(self, folder: Path, look: Look) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Logboek")
        middle = QWidget()
        inside = column(middle, spacing=10)
        self._home = way_to_start(inside, self.back_wished)
        inside.addWidget(label("Logboek", role="title"))
        inside.addWidget(label(_WHAT, role="muted"))
        gone = erased(folder)
        if gone:
            inside.addWidget(title_above("Gewist"))
        for line in gone[:_MOST]:
            inside.addWidget(label(_of_erased(line)))
        for line in foreign(folder)[:_MOST]:
            told = f"{_of_erased(line)}. Dit schreef deze kluis niet, dus het telt niet."
            inside.addWidget(label(told))
        inside.addWidget(title_above("Gedaan"))
        done = deeds(folder)
        if not done:
            inside.addWidget(label(_EMPTY, role="muted"))
        add_first(inside, done, _line, most=_MOST, rest=", in logboek.jsonl")
        inside.addStretch(1)
        column(self).addWidget(centred(middle, widest=look.scale.px(_WIDEST)))
        leave_by_esc(self, self.back_wished)

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._home.setFocus()


def _line(deed: Deed) -> QWidget:
    box = Folding()
    inside = row(box, spacing=12)
    at = deed.moment.astimezone()
    about = f" {deed.object[:8]}" if deed.object else ""
    inside.addWidget(label(f"{dated(at.date())}, {at:%H:%M}", role="small"), 1)
    inside.addWidget(label(f"{deed.action.value}{about}"), 2)
    who = f"{deed.result} · {deed.role} · {deed.source.value}"
    inside.addWidget(label(who, role="small"), 2)
    return box


def _of_erased(line: Erased) -> str:
    week = line.week or "een week die niet te lezen was"
    done = "wissen begonnen, niet afgemaakt" if line.is_begun else "gewist"
    return f"Een beraad van {week}, {done} op {dated(line.day)}, door {line.role}"
