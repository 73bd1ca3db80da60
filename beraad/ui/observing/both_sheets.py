"""What who led and an observer saw, side by side: a difference is a question."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from beraad.training.observing.looking_back import Compared
from beraad.ui.theme.look import Look
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.parts import clear, column, in_card, label, line, panel, row

_WHAT, _ASKED = 220, 240


class Which(StrEnum):
    """What is shown."""

    DIFFERENT = "verschillen"
    ALIKE = "hetzelfde"
    ALL = "alles"


_WHICH = (
    (Which.DIFFERENT, "Verschillen"),
    (Which.ALIKE, "Hetzelfde gezien"),
    (Which.ALL, "Alles"),
)
_NONE = {
    Which.DIFFERENT: "Daarin koos niemand anders. Bij welk moment had je dat niet verwacht?",
    Which.ALIKE: "Nergens kozen jullie hetzelfde. Begin met één moment dat jullie allebei zagen.",
    Which.ALL: "Er is nog niets ingevuld.",
}


_NOT_BOTH = "Er is nog niets dat jullie allebei invulden. Vertel elkaar wat je zag."


class BothSheets(QWidget):
    """Says how much was compared, and weighs nothing: what differs is a question to talk about."""

    def __init__(self, compared: Sequence[Compared], look: Look) -> None:
        super().__init__()
        self._compared = compared
        self._look = look
        inside = column(self, spacing=8)
        self._which = SegmentField(_WHICH, name="Wat je ziet")
        self._which.setObjectName("which")
        self._which.show_value(Which.DIFFERENT)
        self._which.edited.connect(self._show)
        inside.addWidget(self._which)
        inside.addWidget(label(_told(compared), role="muted"))
        card = panel("card")
        self._rows = in_card(card, spacing=8)
        inside.addWidget(card)
        self._show(Which.DIFFERENT)

    def take_focus(self) -> None:
        """Put the focus on what is shown."""
        self._which.take_focus()

    @Slot(object)
    def _show(self, which: Which) -> None:
        clear(self._rows)
        shown = [each for each in self._compared if _belongs(each, which)]
        if not shown:
            both = _both(self._compared)
            said = _NONE[which] if both or which is Which.ALL else _NOT_BOTH
            self._rows.addWidget(label(said, role="muted"))
        for number, each in enumerate(shown):
            if number:
                self._rows.addWidget(line())
            made = self._row(each)
            self._rows.addWidget(made)
            made.show()

    def _row(self, each: Compared) -> QFrame:
        box = Folding()
        beside = row(box, spacing=18)
        what = QWidget()
        told = column(what, spacing=2)
        told.addWidget(label(each.ronde, role="small"))
        told.addWidget(label(each.text))
        told.addStretch(1)
        stand_beside(what, least=self._look.scale.px(_WHAT))
        beside.addWidget(what, 4)
        for whose, said in (("Jij", each.own), ("Observator", each.seen)):
            side = QWidget()
            inside = column(side, spacing=2)
            inside.addWidget(label(whose, role="label"))
            lacks = "niet geoefend" if each.is_before and whose == "Jij" else "niet ingevuld"
            inside.addWidget(label(said or lacks, role="strong" if said else "muted"))
            inside.addStretch(1)
            beside.addWidget(side, 2)
        asked = QWidget()
        around = column(asked, spacing=2)
        if each.differs:
            around.addWidget(label("Vraag bij het verschil", role="label"))
            around.addWidget(label(each.question))
        around.addStretch(1)
        stand_beside(asked, least=self._look.scale.px(_ASKED))
        beside.addWidget(asked, 5)
        return box


def _both(compared: Sequence[Compared]) -> int:
    return sum(each.differs or each.is_alike for each in compared)


def _told(compared: Sequence[Compared]) -> str:
    practised = [each for each in compared if not each.is_before]
    own = sum(each.own is not None for each in practised)
    seen = sum(each.seen is not None for each in practised)
    both = _both(practised)
    told = (
        f"Jij vulde {own} van de {len(practised)} gedragingen in, de observator {seen}. "
        f"{f'Bij {both}' if both else 'Bij geen ervan'} vulden jullie allebei iets in."
    )
    before = len(compared) - len(practised)
    if not before:
        return told
    return f"{told} De observator vulde er nog {before} in van vóór jullie begin: zie Alles."


def _belongs(each: Compared, which: Which) -> bool:
    match which:
        case Which.DIFFERENT:
            return each.differs
        case Which.ALIKE:
            return each.is_alike
        case Which.ALL:
            return each.own is not None or each.seen is not None
