"""What an observer wrote down in words and counts, ronde by ronde."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from beraad.phases.parts import part_name
from beraad.training.observing.observation import Observation
from beraad.training.seen_words import besides
from beraad.ui.widgets.parts import column, in_card, label, line, row, title_above

_NOTHING = "Alleen de gedragingen zijn ingevuld."
_CALLED = 80


class ObservedCard(QFrame):
    """Kinds of questions, moments on the clock, and sentences as they were said."""

    def __init__(self, sheet: Observation) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = in_card(self, spacing=6)
        inside.addWidget(title_above("Wat de observator opschreef"))
        told = [
            (place, said) for place in sheet.places if (said := tuple(besides(sheet.of(place))))
        ]
        if not told:
            inside.addWidget(label(_NOTHING, role="muted"))
        for number, (place, said) in enumerate(told):
            if number:
                inside.addWidget(line())
            inside.addWidget(label(part_name(sheet.course, place), role="small"))
            for called, text in said:
                inside.addWidget(_line(called, text))


def _line(called: str, text: str) -> QWidget:
    made = QWidget()
    beside = row(made, spacing=12)
    name = label(called, role="strong", wrap=False)
    name.setMinimumWidth(_CALLED)
    under = column()
    under.addWidget(name)
    under.addStretch(1)
    beside.addLayout(under)
    beside.addWidget(label(text), 1)
    return made
