"""One thing to keep and one to try: when, in which ronde, and how it will be noticed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.phases.parts import part_short
from beraad.records import PhaseKey
from beraad.training.observing.taking_along import TAKEAWAY, TakeawayNotes
from beraad.ui.observing.noting import Noting
from beraad.ui.widgets.choice_field import ChoiceField
from beraad.ui.widgets.parts import column, in_card, label, panel, title_above
from beraad.ui.widgets.text_field import TextField

_HINTS = {
    "behoud": "Eén ding dat werkte",
    "probeer": "Eén ding, klein genoeg voor de volgende keer",
    "wanneer": "bijvoorbeeld: het beraad van 12 januari",
    "merk": "Wat zie of hoor je dan?",
}
_IN_RONDE = "In welke ronde"


class TakeawayCard(QWidget):
    """`changed` tells that something in it is otherwise."""

    changed = Signal()

    def __init__(self, taken: TakeawayNotes, noting: Noting) -> None:
        super().__init__()
        self._taken = taken
        self._noting = noting
        inside = column(self, spacing=12)
        keep = _card(inside)
        keep.addWidget(title_above(TAKEAWAY["behoud"]))
        keep.addWidget(self._field("behoud", least=2))
        attempt = _card(inside)
        attempt.addWidget(title_above(TAKEAWAY["probeer"]))
        attempt.addWidget(self._field("probeer", least=2))
        attempt.addWidget(label(TAKEAWAY["wanneer"], role="label"))
        attempt.addWidget(self._field("wanneer", least=1))
        attempt.addWidget(label(_IN_RONDE, role="label"))
        choices = (
            (PhaseKey.OPENING, "Opening"),
            *((key, part_short(taken.course, key)) for key in taken.course.keys),
        )
        self._phase = ChoiceField(choices, nothing="kies een ronde")
        self._phase.setObjectName("takeaway-ronde")
        self._phase.setAccessibleName(_IN_RONDE)
        self._phase.show_value(taken.phase)
        self._phase.edited.connect(self._on_phase)
        attempt.addWidget(self._phase)
        attempt.addWidget(label(TAKEAWAY["merk"], role="label"))
        attempt.addWidget(self._field("merk", least=2))

    @property
    def first(self) -> TextField:
        """Where writing begins."""
        return self._first

    def _field(self, name: str, *, least: int) -> TextField:
        field = TextField(hint=_HINTS[name], least_lines=least)
        field.setObjectName(f"takeaway-{name}")
        field.setAccessibleName(TAKEAWAY[name])
        self._noting.add(name, field, self._taken.text(name), partial(self._write, name))
        if name == "behoud":
            self._first = field
        return field

    def _write(self, name: str, text: str) -> None:
        self._taken.write(name, text)
        self.changed.emit()

    @Slot(object)
    def _on_phase(self, phase: PhaseKey | None) -> None:
        self._noting.keep("ronde", partial(self._taken.try_in, phase))
        self.changed.emit()


def _card(around: QVBoxLayout) -> QVBoxLayout:
    made = panel("card")
    inside = in_card(made, spacing=6)
    around.addWidget(made)
    return inside
