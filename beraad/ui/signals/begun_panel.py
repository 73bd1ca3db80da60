"""What was begun in a beraad and is in no lane: signals that never came into the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.phases.dates import full_date
from beraad.phases.numbers import counted
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, column, label, title_above

if TYPE_CHECKING:
    from beraad.publishing.begun import Begun

MOST = 6
"""Beraden that are named; of more than these the number is told."""

_TITLE = "Begonnen, maar nog niet in het register"
_MEANS = (
    "In deze beraden schreven jullie aan een signaal. Zolang het niet in het register staat, ziet "
    "niemand het. Hoeft het niet meer? Maak het daar dan leeg."
)


class BegunPanel(QFrame):
    """Hidden while there is nothing; `wished` carries the file of the beraad to go on in."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("begun")
        self.setProperty("panel", "hint")
        inside = column(self, spacing=4)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(title_above(_TITLE))
        inside.addWidget(label(_MEANS, role="small"))
        self._ways = FlowLayout()
        inside.addLayout(self._ways)
        self._more = label(role="small")
        inside.addWidget(self._more)
        self._work = LatestWish(self)
        self._work.done.connect(self._on_found)
        self.hide()

    def look(self, folder: Path, register: Path, today: date) -> None:
        """Look beside the window for what was begun in this folder.

        A register that cannot be read is told of elsewhere: then nothing is shown here.
        """
        self._work.wish(partial(_begun, folder, register, today))

    @Slot(object)
    def _on_found(self, found: Sequence[Begun]) -> None:
        clear(self._ways)
        for each in found[:MOST]:
            title = each.title.strip() or "Zonder titel"
            many = f" ({counted(each.count, 'signaal', 'signalen')})" if each.count > 1 else ""
            text = f"{title}, {full_date(each.held_on)}{many}"
            way = button(text, kind="link", name="go-on", described=f"Verder schrijven: {text}")
            way.clicked.connect(partial(self._on_chosen, each.path))
            self._ways.addWidget(way)
        left = counted(len(found) - MOST, "beraad", "beraden")
        self._more.setText(f"En nog {left}." if len(found) > MOST else "")
        self._more.setVisible(len(found) > MOST)
        self.setVisible(bool(found))

    @Slot(object)
    def _on_chosen(self, path: Path) -> None:
        self.wished.emit(path)


def _begun(folder: Path, register: Path, today: date, asker: Asker) -> tuple[Begun, ...]:
    from beraad.publishing.begun import begun_signals

    return begun_signals(folder, register, today=today, goes_on=lambda: not asker.unwanted())
