"""What two laptops wrote without knowing it of each other: somebody chooses what stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from beraad.phases.dates import dated, origin_label
from beraad.records import RegisteredSignal, Step
from beraad.signals.fold import Folded
from beraad.signals.telling import step_sentence
from beraad.ui.signals.hint import Hint
from beraad.ui.signals.other_words import told_apart
from beraad.ui.widgets.parts import button, column, label, row

_APART = "Twee laptops schreven dit zonder het van elkaar te weten. Wat geldt?"
_CHOSEN_APART = (
    "Twee laptops kozen tegelijk iets anders, dus geen van beide keuzes telt. Wat geldt?"
)
_VERSIONS = "Twee laptops veranderden de tekst zonder het van elkaar te weten. Welke tekst geldt?"
_PASSED_OVER = "Er stond ook een andere tekst; gekozen is wat hier staat. Daar staat:"


class Disputes(QWidget):
    """Steps and texts that stand side by side, each with a button that it is the one.

    `steps_passed_over` carries the steps that are not chosen, `text_chosen` the text that is.

    Attributes:
        first: the button of the first choice; None when there is nothing to choose.
    """

    steps_passed_over = Signal(object)
    text_chosen = Signal(object)

    def __init__(self, known: Folded, *, whose: str) -> None:
        """`whose` says whose turn it is: it is heard with the first choice."""
        super().__init__()
        self.first: QPushButton | None = None
        self._whose = whose
        inside = column(self, spacing=12)
        for steps in known.apart:
            crossed = any(step.id in known.chosen_apart for step in steps)
            box = Hint(_CHOSEN_APART if crossed else _APART)
            for step in sorted(steps, key=lambda one: one.on):
                others = tuple(each for each in steps if each.id != step.id)
                choose = partial(self.steps_passed_over.emit, others)
                self._choice(box, _told_of(step), choose)
            inside.addWidget(box)
        if known.versions:
            box = Hint(_VERSIONS)
            for each in known.versions:
                choose = partial(self.text_chosen.emit, each)
                self._choice(box, _told_beside(each, known.versions), choose)
            inside.addWidget(box)

    def _choice(self, box: Hint, said: str, choose: Callable[[], None]) -> None:
        beside = row(spacing=10)
        beside.addWidget(label(said), 1)
        way = button("Dit geldt", name="choose")
        way.setAccessibleDescription(said)
        if self.first is None:
            self.first = way
            way.setAccessibleDescription(f"{self._whose} {said}")
        way.clicked.connect(choose)
        beside.addWidget(way)
        box.inside.addLayout(beside)


class PassedOver(Hint):
    """Which texts were not chosen, with the way back; nothing that was chosen is for good."""

    lay_beside_wished = Signal()

    def __init__(self, signal: RegisteredSignal, passed_over: tuple[RegisteredSignal, ...]) -> None:
        texts = (*passed_over, signal)
        told = "\n".join(_told_beside(each, texts) for each in passed_over)
        super().__init__(f"{_PASSED_OVER}\n{told}")
        back = button("Zet ze weer naast elkaar", kind="link", name="lay-beside")
        back.clicked.connect(self.lay_beside_wished)
        self.inside.addWidget(back)


def _told_of(step: Step) -> str:
    """What a step says, with the day and the role by which two that are alike are told apart."""
    about = ", ".join(filter(None, (dated(step.on), step.role.strip())))
    return f"{step_sentence(step)} ({about})"


def _told_beside(signal: RegisteredSignal, texts: tuple[RegisteredSignal, ...]) -> str:
    """What a text says where another says something else."""
    others = [each for each in texts if each != signal]
    told = told_apart(signal.content, (each.content for each in others))
    teams = {each.team for each in texts}
    return told or (signal.team if len(teams) > 1 else origin_label(signal.week))
