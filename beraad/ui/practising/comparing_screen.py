"""Looking back at an oefening: one's own filling beside that of the case, as a question."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from beraad.records import PhaseKey, Session
from beraad.training.comparing import Beside, ComparedRound, compared
from beraad.training.exercise import Exercise
from beraad.ui.theme.look import Look
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.page_over_bar import PageOverBar
from beraad.ui.widgets.parts import (
    bar_row,
    button,
    column,
    label,
    line,
    panel,
    row,
    title_above,
    title_row,
    way_back,
)
from beraad.ui.widgets.screen import Screen
from beraad.ui.widgets.scroll import centred
from beraad.ui.widgets.way_out import leave_by_esc

_WIDEST = 1100
_TEXT = 260
_NOT_YET = "Jullie speelden nog geen ronde. Speel er een, en kijk dan hier."
_EMPTY = "nog niets opgeschreven"
_SAYS = (
    "Links staat wat jullie opschreven, rechts wat er in de casus staat. Dat is een andere weg, "
    "geen antwoord. Een verschil is een vraag om samen over te praten."
)


class ComparingScreen(Screen):
    """Ronde by ronde, from the one the oefening began at; nothing in it can be changed.

    `again_wished` asks for the same oefening anew, `next_wished` for another case.
    """

    back_wished = Signal()
    again_wished = Signal()
    next_wished = Signal()

    def __init__(
        self,
        own: Session,
        exercise: Exercise,
        model: Session,
        look: Look,
        *,
        visited: Collection[PhaseKey] = (),
    ) -> None:
        """`visited` are the rondes where the talk stood, whatever was written there."""
        super().__init__()
        self.setObjectName("screen")
        self.setWindowTitle("Zo kan het ook")
        self._look = look
        middle = QWidget()
        inside = column(middle, spacing=12)
        inside.addWidget(title_row("Zo kan het ook", is_practice=True))
        inside.addWidget(label(exercise.case.title, role="heading"))
        inside.addWidget(label(_SAYS, role="muted"))
        rondes = compared(own, exercise, model, visited=visited)
        if not rondes:
            inside.addWidget(label(_NOT_YET, role="muted"))
        for ronde in rondes:
            inside.addSpacing(6)
            inside.addWidget(self._card(ronde))
        inside.addStretch(1)
        page = centred(middle, widest=look.scale.px(_WIDEST))
        column(self).addWidget(PageOverBar(page, self._bar(exercise)), 1)
        leave_by_esc(self, self.back_wished)

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus()

    def _card(self, ronde: ComparedRound) -> QFrame:
        card = panel("card")
        inside = column(card, spacing=8)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(label(f"Ronde {ronde.number} · {ronde.title}", role="heading"))
        asked = panel("hint")
        around = column(asked)
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(label(ronde.question))
        inside.addWidget(asked)
        for part in ronde.parts:
            inside.addWidget(self._part(part))
        if ronde.pitfall:
            inside.addWidget(line())
            inside.addWidget(_told("Wat hier vaak komt", ronde.pitfall))
        if ronde.model_question:
            inside.addWidget(_told("Zo kun je doorvragen", ronde.model_question))
        return card

    def _part(self, part: Beside) -> QWidget:
        """One thing twice: as it was written here, and as it stands in the case."""
        box = QWidget()
        inside = column(box, spacing=2)
        inside.addWidget(title_above(part.label))
        both = Folding()
        beside = row(both, spacing=24)
        for whose, lines in (("Bij jullie", part.own), ("In de casus", part.model)):
            side = QWidget()
            texts = column(side, spacing=2)
            texts.addWidget(label(whose, role="label"))
            for text in lines:
                texts.addWidget(label(text))
            if not lines:
                texts.addWidget(label(_EMPTY, role="muted"))
            texts.addStretch(1)
            stand_beside(side, least=self._look.scale.px(_TEXT))
            beside.addWidget(side, 1)
        inside.addWidget(both)
        return box

    def _bar(self, exercise: Exercise) -> QFrame:
        bar, inside = bar_row()
        self._back = way_back("← Oefening", self.back_wished)
        inside.addWidget(self._back)
        inside.addStretch(1)
        first = exercise.first
        number = exercise.case.course.number(first) if first else 0
        again = f"Opnieuw vanaf ronde {number}" if first else "Opnieuw"
        for text, name, kind, wished in (
            (again, "again", "", self.again_wished),
            ("Volgende casus →", "next-case", "primary", self.next_wished),
        ):
            made = button(text, kind=kind, name=name)
            made.clicked.connect(wished)
            inside.addWidget(made)
        return bar


def _told(what: str, text: str) -> QWidget:
    box = QWidget()
    inside = column(box, spacing=2)
    inside.addWidget(label(what, role="label"))
    inside.addWidget(label(text))
    return box
