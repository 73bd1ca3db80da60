"""What can be done with a signal now: the next steps, and the documents about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from beraad.phases.phrasing import listed
from beraad.records import RegisteredSignal, StepKind
from beraad.signals.life import life
from beraad.ui.signals.in_register import SignalInRegister
from beraad.ui.signals.step_words import AGAIN, STEP_BUTTONS
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folding import folding
from beraad.ui.widgets.parts import button, column, in_card, label, row, title_above

_PAGE = "Een bladzijde met een vak voor het antwoord, voor wie het kan oplossen."
_LETTER = "Een halve pagina voor het team: wat zij zagen, wat ermee is gedaan en waarom."


class NextSteps(QWidget):
    """The steps that can be taken, first the one that is owed here.

    `step_wished` carries the kind of step that is chosen; `file_wished` asks for an answer from a
    file.

    Attributes:
        first: the first button, if any.
    """

    step_wished = Signal(object)
    file_wished = Signal()

    def __init__(self, register: SignalInRegister, *, written: StepKind | None) -> None:
        """`written` is the step that is being written already: it is not offered."""
        super().__init__()
        self.first: QPushButton | None = None
        inside = column(self, spacing=12)
        inside.addWidget(title_above("Wat is er nu gedaan?"))
        ways = FlowLayout()
        passed_on = any(step.kind is StepKind.PASSED_ON for step in register.steps)
        for each in _owed_first(register):
            if each is written:
                continue
            again = each is StepKind.PASSED_ON and passed_on
            way = button(AGAIN if again else STEP_BUTTONS[each], name=f"step-to-{each.value}")
            way.clicked.connect(partial(self.step_wished.emit, each))
            ways.addWidget(way)
            self.first = self.first or way
        if StepKind.ANSWERED in register.possible:
            from_file = button("Antwoord uit een bestand …", kind="link", name="answer-file")
            from_file.clicked.connect(self.file_wished)
            ways.addWidget(from_file)
        inside.addLayout(ways)


class DocumentOffer(QFrame):
    """A document about a signal and what it is for; `wished` asks for it."""

    wished = Signal()

    def __init__(self, told: str, way: str, name: str, *, above: str = "") -> None:
        """`above` says what has to be known before."""
        super().__init__()
        self.setProperty("panel", "card")
        inside = in_card(self, spacing=6)
        if above:
            inside.addWidget(label(above, role="strong"))
        beside = row(spacing=12)
        beside.addWidget(label(told), 1)
        made = button(way, name=name)
        made.clicked.connect(self.wished)
        beside.addWidget(made)
        inside.addWidget(folding(beside))


def page_offer() -> DocumentOffer:
    """The page to pass on, with room for the answer."""
    return DocumentOffer(_PAGE, "Signaal om door te geven", "page")


def letter_offer(signal: RegisteredSignal, untold: tuple[str, ...]) -> DocumentOffer:
    """Half a page for the team, and who besides has to hear it."""
    is_told = life(signal).told is not None
    others = tuple(team for team in untold if is_told or team != signal.team.strip())
    also = _also(others) if others else ""
    return DocumentOffer(_LETTER, "Terugkoppeling maken", "letter", above=also)


def _owed_first(register: SignalInRegister) -> tuple[StepKind, ...]:
    """The steps as a life has them, but first what we owe ourselves."""
    owing = register.owing
    if owing is None or owing.what is StepKind.ANSWERED:
        return register.possible
    return tuple(sorted(register.possible, key=lambda kind: kind is not owing.what))


def _also(teams: tuple[str, ...]) -> str:
    """The teams of joined signals that did not hear the answer yet."""
    many = len(teams) > 1
    saw = "zagen dit ook en hoorden" if many else "zag dit ook en hoorde"
    return f"{listed(teams)} {saw} nog niet wat eruit kwam."
