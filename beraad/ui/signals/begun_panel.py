"""What is written and is in no lane: signals that are not in the register, or otherwise; steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from beraad.phases.dates import full_date
from beraad.phases.numbers import counted
from beraad.privacy.dutch.lexicon import Lexicon
from beraad.records import Id
from beraad.signals.telling import named
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker
from beraad.ui.signals.step_words import STEP_BUTTONS
from beraad.ui.widgets.below import below
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, clear, column, label, title_above

if TYPE_CHECKING:
    from beraad.publishing.begun import Begun, BegunStep, Unfinished

MOST = 6
"""Of each kind that are named at once; the others after a click."""

_TITLE = "Begonnen, maar nog niet in het register"
_MEANS = (
    "In deze beraden schreven jullie aan een signaal. Zolang het niet in het register staat, ziet "
    "niemand het. Hoeft het niet meer? Maak het daar dan leeg."
)
_DIFFERS = "Anders in het register dan in het beraad"
_DIFFERS_MEANS = (
    "Van een signaal uit deze beraden staan in het register andere woorden. Open het en kies: zet "
    "de woorden van het beraad in het register, of neem over wat daar staat."
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
    """Hidden until it is opened; `wished` carries the file of a beraad and which signal to open.

    What was begun is known only some time after the signals are there. `found` says then how much
    that is, so that nothing moves under the mouse of who is about to press something.
    `step_wished` carries a signal and the step of it that was begun; `new_wished` asks for the
    signal without a beraad.
    """

    wished = Signal(object, object)
    step_wished = Signal(object, object)
    new_wished = Signal()
    found = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("begun")
        self.setProperty("panel", "hint")
        inside = column(self, spacing=4)
        inside.setContentsMargins(14, 10, 14, 10)
        self._beraden = _Part(_TITLE, _MEANS)
        self._differing = _Part(_DIFFERS, _DIFFERS_MEANS)
        self._typed = _Part(_TYPED, _TYPED_MEANS)
        inside.addWidget(self._beraden)
        inside.addWidget(self._differing)
        inside.addWidget(self._typed)
        self._work = LatestWish(self)
        self._work.done.connect(self._on_found)
        self.hide()

    def look(
        self, folder: Path | None, register: Path, today: date, lexicon: Lexicon | None
    ) -> None:
        """Look beside the window for what was begun in this folder, and in the register itself.

        A register that cannot be read is told of elsewhere: then nothing is shown here.
        """
        self._work.wish(partial(_begun, folder, register, today, lexicon))

    def take_focus(self) -> None:
        """Put the focus on the first of what was begun."""
        ways = (way for way in below(self, QPushButton) if way.isVisibleTo(self))
        if (first := next(ways, None)) is not None:
            first.setFocus()

    @Slot(object)
    def _on_found(self, made: _Found) -> None:
        found, unfinished = made
        lacking = [self._to_beraad(each, each.lacking) for each in found if each.lacking]
        differing = [self._to_beraad(each, each.differing) for each in found if each.differing]
        self._beraden.show_ways(lacking)
        self._differing.show_ways(differing)
        new = [self._to_new()] if unfinished.is_new else []
        self._typed.show_ways([*new, *map(self._to_step, unfinished.steps)])
        self.found.emit(len(lacking) + len(differing) + len(unfinished.steps) + len(new))

    def _to_beraad(self, begun: Begun, signals: Sequence[Id]) -> QPushButton:
        title = begun.title.strip() or "Zonder titel"
        many = f" ({counted(len(signals), 'signaal', 'signalen')})" if len(signals) > 1 else ""
        text = f"{title}, {full_date(begun.held_on)}{many}"
        way = button(text, kind="link", name="go-on", described=f"Verder schrijven: {text}")
        way.clicked.connect(partial(self.wished.emit, begun.path, signals[0]))
        return way

    def _to_step(self, step: BegunStep) -> QPushButton:
        text = f"{STEP_BUTTONS[step.kind]} bij {named(step.title or 'Signaal', step.team)}"
        way = button(text, kind="link", name="go-on-step", described=f"Verder: {text}")
        way.clicked.connect(partial(self.step_wished.emit, step.signal, step.kind))
        return way

    def _to_new(self) -> QPushButton:
        way = button(_NEW, kind="link", name="go-on-new", described=f"Verder schrijven: {_NEW}")
        way.clicked.connect(self.new_wished)
        return way


class _Part(QWidget):
    """What was begun of one kind, each with the way to it; hidden while there is nothing."""

    def __init__(self, title: str, means: str) -> None:
        super().__init__()
        inside = column(self, spacing=4)
        inside.addWidget(title_above(title))
        inside.addWidget(label(means, role="small"))
        self._ways = FlowLayout()
        inside.addLayout(self._ways)
        self._more = button("", kind="link", name="show-all")
        self._more.clicked.connect(self._on_more)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._rest: Sequence[QPushButton] = ()

    def show_ways(self, ways: Sequence[QPushButton]) -> None:
        """Show the first of these, and the others once somebody asks for them."""
        clear(self._ways)
        for way in ways:
            self._ways.addWidget(way)
        self._rest = ways[MOST:]
        for way in self._rest:
            way.hide()
        self._more.setText(f"Toon ook de andere {len(self._rest)}")
        self._more.setVisible(bool(self._rest))
        self.setVisible(bool(ways))

    @Slot()
    def _on_more(self) -> None:
        for way in self._rest:
            way.show()
        self._rest[0].setFocus()
        self._more.hide()


def _begun(
    folder: Path | None, register: Path, today: date, lexicon: Lexicon | None, asker: Asker
) -> _Found:
    from beraad.publishing.begun import begun_signals, unfinished

    def goes_on() -> bool:
        return not asker.unwanted()

    found = (
        begun_signals(folder, register, today=today, lexicon=lexicon, goes_on=goes_on)
        if folder
        else ()
    )
    return _Found(found, unfinished(register))
