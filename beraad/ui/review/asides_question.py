"""One question for all asides of which nothing is left but what stands for what was taken out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from beraad.privacy.review.survey import Asides
from beraad.records import Verdict
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.parts import column, label

_WAYS = ((Verdict.REPLACE, "Weghalen"), (Verdict.KEEP, "Laten staan"))
_ASKED = "Gaan lege haakjes in hun geheel weg?"
_EXAMPLE = 60


class AsidesQuestion(QFrame):
    """Says how many there are and how they look; without any it is not there."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._told = label(role="small")
        self._told.setObjectName("asides-told")
        self._ways = SegmentField(_WAYS, name=_ASKED)
        self._ways.setObjectName("asides")
        self._ways.edited.connect(self.answered)
        inside = column(self, spacing=4)
        inside.addWidget(label(_ASKED, role="strong"))
        inside.addWidget(self._told)
        inside.addWidget(self._ways)
        self.hide()

    def show_asides(self, asides: Asides) -> None:
        """Show these, and what was decided about them."""
        self.setVisible(bool(asides.texts))
        if not asides.texts:
            return
        count = len(asides.texts)
        first = asides.texts[0]
        short = first if len(first) <= _EXAMPLE else f"{first[:_EXAMPLE].rstrip()} …"
        times = "Eén keer" if count == 1 else f"{count} keer"
        self._told.setText(f"{times} bleef er niets over dan wat is weggehaald: “{short}”.")
        self._ways.show_value(Verdict.KEEP if asides.stay else Verdict.REPLACE)
        self._ways.setAccessibleDescription(self._told.text())
