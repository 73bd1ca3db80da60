"""What was begun and is in no lane: signals that never came into the register, and steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from beraad.phases.dates import full_date
from beraad.phases.numbers import counted
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker
from beraad.ui.signals.step_words import STEP_BUTTONS
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, column, label, title_above

if TYPE_CHECKING:
    from beraad.publishing.begun import Begun, Unfinished

MOST = 6
"""Beraden that are named; of more than these the number is told."""

_TITLE = "Begonnen, maar nog niet in het register"
_MEANS = (
    "In deze beraden schreven jullie aan een signaal. Zolang het niet in het register staat, ziet "
    "niemand het. Hoeft het niet meer? Maak het daar dan leeg."
)


_TYPED = "Getypt, maar nog niet bewaard"
_TYPED_MEANS = (
    "Dit schreef je al. Zolang je niet kiest voor “Nalezen en bewaren”, telt het niet mee en gaat "
    "het nergens heen."
)
_NEW = "Nieuw signaal zonder beraad"


class _Found(NamedTuple):
    beraden: tuple[Begun, ...]
    unfinished: Unfinished


class BegunPanel(QFrame):
    """Hidden while there is nothing; `wished` carries the file of the beraad to go on in.

    `step_wished` carries a signal and the step of it that was begun; `new_wished` asks for the
    signal without a beraad.
    """

    wished = Signal(object)
    step_wished = Signal(object, object)
    new_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("begun")
        self.setProperty("panel", "hint")
        inside = column(self, spacing=4)
        inside.setContentsMargins(14, 10, 14, 10)
        self._beraden = title_above(_TITLE)
        self._means = label(_MEANS, role="small")
        self._ways = FlowLayout()
        self._more = label(role="small")
        self._typed = title_above(_TYPED)
        self._typed_means = label(_TYPED_MEANS, role="small")
        self._steps = FlowLayout()
        self._more_steps = label(role="small")
        for each in (self._beraden, self._means):
            inside.addWidget(each)
        inside.addLayout(self._ways)
        for each in (self._more, self._typed, self._typed_means):
            inside.addWidget(each)
        inside.addLayout(self._steps)
        inside.addWidget(self._more_steps)
        self._work = LatestWish(self)
        self._work.done.connect(self._on_found)
        self.hide()

    def look(self, folder: Path | None, register: Path, today: date) -> None:
        """Look beside the window for what was begun in this folder, and in the register itself.

        A register that cannot be read is told of elsewhere: then nothing is shown here.
        """
        self._work.wish(partial(_begun, folder, register, today))

    @Slot(object)
    def _on_found(self, made: _Found) -> None:
        found, unfinished = made
        self._show_beraden(found)
        self._show_steps(unfinished)
        self.setVisible(bool(found or unfinished.steps or unfinished.is_new))

    def _show_steps(self, unfinished: Unfinished) -> None:
        clear(self._steps)
        if unfinished.is_new:
            way = button(_NEW, kind="link", name="go-on-new", described=f"Verder schrijven: {_NEW}")
            way.clicked.connect(self.new_wished)
            self._steps.addWidget(way)
        for each in unfinished.steps[:MOST]:
            about = ", ".join(filter(None, (f"“{each.title or 'Signaal'}”", each.team)))
            text = f"{STEP_BUTTONS[each.kind]} bij {about}"
            way = button(text, kind="link", name="go-on-step", described=f"Verder: {text}")
            way.clicked.connect(partial(self.step_wished.emit, each.signal, each.kind))
            self._steps.addWidget(way)
        left = len(unfinished.steps) - MOST
        self._more_steps.setText(f"En nog {counted(left, 'stap', 'stappen')}." if left > 0 else "")
        self._more_steps.setVisible(left > 0)
        for each in (self._typed, self._typed_means):
            each.setVisible(bool(unfinished.steps or unfinished.is_new))

    def _show_beraden(self, found: Sequence[Begun]) -> None:
        clear(self._ways)
        for each in (self._beraden, self._means):
            each.setVisible(bool(found))
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

    @Slot(object)
    def _on_chosen(self, path: Path) -> None:
        self.wished.emit(path)


def _begun(folder: Path | None, register: Path, today: date, asker: Asker) -> _Found:
    from beraad.publishing.begun import begun_signals, unfinished

    def goes_on() -> bool:
        return not asker.unwanted()

    found = begun_signals(folder, register, today=today, goes_on=goes_on) if folder else ()
    return _Found(found, unfinished(register))
