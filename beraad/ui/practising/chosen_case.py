"""The case that was chosen: what one learns from it, where to begin, how fast the clock goes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from beraad.errors import Solvable
from beraad.phases.phrasing import listed
from beraad.records import PhaseKey, Session
from beraad.training.exercise import TEMPO_LABELS, Tempo
from beraad.training.practice import PracticeCase, at_any_moment
from beraad.training.starting import filled_before
from beraad.ui.announce import announce
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.parts import button, column, label, panel, title_above

_AFTERWARDS = (
    "Na afloop leg je jullie beraad naast dat van de casus: zo kan het ook. Kies daarvoor links in "
    "beeld Zo kan het ook."
)
_RONDES = 8
_FEW = 2


class ChosenCase(QFrame):
    """Aim, rondes and clock of one case; `changed` says that it begins elsewhere.

    `whole_wished` asks for it with everything filled, `observing_wished` to look along instead,
    `form_wished` to add what a trainer needs to a case of one's own, `away_wished` to take that
    away.
    """

    changed = Signal()
    whole_wished = Signal()
    observing_wished = Signal()
    form_wished = Signal()
    away_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.case: PracticeCase | None = None
        self._whole: Session | None = None
        self.tempo = Tempo.USUAL
        self.number = 1
        self._title = label(role="heading")
        self._aim = label(role="muted")
        self._filled = label(role="small")
        self._lesson = label()
        self._rondes = [self._ronde(number) for number in range(1, _RONDES + 1)]
        inside = column(self, spacing=8)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(self._title)
        inside.addWidget(self._aim)
        inside.addSpacing(4)
        inside.addWidget(title_above("Begin bij ronde"))
        inside.addWidget(_flowing("Begin bij ronde", self._rondes))
        inside.addWidget(self._filled)
        told = panel("desk")
        around = column(told)
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(self._lesson)
        inside.addWidget(told)
        inside.addSpacing(4)
        inside.addWidget(title_above("De klok loopt"))
        inside.addWidget(_flowing("De klok loopt", [self._speed(tempo) for tempo in Tempo]))
        inside.addSpacing(4)
        inside.addWidget(label(_AFTERWARDS, role="small"))
        whole = button("Bekijk alles ingevuld", kind="link", name="case-whole")
        whole.clicked.connect(self.whole_wished)
        inside.addWidget(whole)
        observing = button("Meekijken", kind="link", name="observe")
        observing.setToolTip("Noteer op een tweede laptop wat je ziet en hoort")
        observing.clicked.connect(self.observing_wished)
        inside.addWidget(observing)
        self._form = button("Vul aan voor wie traint", kind="link", name="case-form")
        self._form.setToolTip("Leerdoelen, valkuilen, minuten en rollenkaarten")
        self._form.clicked.connect(self.form_wished)
        self._form.hide()
        inside.addWidget(self._form)
        self._away = button("Haal deze casus weg", kind="link", name="case-away")
        self._away.clicked.connect(self.away_wished)
        self._away.hide()
        inside.addWidget(self._away)
        inside.addStretch(1)

    @property
    def first(self) -> PhaseKey | None:
        """The ronde to begin at."""
        return None if self.case is None else self.case.course.keys[self.number - 1]

    def show_case(self, case: PracticeCase, *, own: bool) -> None:
        """Tell of this case, and keep the ronde that was chosen; one's `own` can be changed."""
        self.case = case
        self._whole = _whole(case)
        self._form.setVisible(own)
        self._away.setVisible(own)
        self._title.setText(case.title)
        self._aim.setText(case.aim)
        for made, phase in zip(self._rondes, case.course.rondes, strict=True):
            made.setAccessibleName(f"Ronde {made.text()}, {phase.short_title}")
            made.setToolTip(phase.short_title)
        self._begin_at(self.number)

    def _begin_at(self, number: int) -> None:
        if self.case is None:
            return
        self.number = number
        self._rondes[number - 1].setChecked(True)
        phase = self.case.course.rondes[number - 1]
        self._filled.setText(self._told_filled(number))
        guidance = self.case.coaching.of(phase.key)
        self._lesson.setText(
            f"Ronde {number}, leerdoel: {guidance.aim}" if guidance else phase.goal
        )
        self.changed.emit()

    def _told_filled(self, number: int) -> str:
        """What is there already when the oefening begins at this ronde."""
        case = self.case
        if case is None:
            return ""
        first = case.course.keys[number - 1]
        empty = f"Vanaf {case.course.rondes[number - 1].short_title} is het leeg."
        if self._whole is None:  # What is wrong with it is told when it begins.
            return empty
        filled = filled_before(self._whole, first)
        if not filled:
            return "Er is nog niets ingevuld."
        rondes = [case.course.number(key) for key in filled if key is not PhaseKey.OPENING]
        told = _told_parts(rondes, opening=PhaseKey.OPENING in filled)
        return f"{told} {empty if len(filled) == number else 'De rest is leeg.'}"

    def _ronde(self, number: int) -> QPushButton:
        made = button(f"{number}", kind="segment", name=f"begin-at-{number}")
        made.setCheckable(True)
        made.clicked.connect(partial(self._on_ronde, number))
        return made

    def _speed(self, tempo: Tempo) -> QPushButton:
        made = button(TEMPO_LABELS[tempo], kind="segment", name=f"tempo-{tempo.name.lower()}")
        made.clicked.connect(partial(self._on_tempo, tempo))
        made.setCheckable(True)
        made.setChecked(tempo is self.tempo)
        return made

    @Slot()
    def _on_ronde(self, number: int) -> None:
        self._begin_at(number)
        announce(self, f"{self._filled.text()} {self._lesson.text()}")

    @Slot()
    def _on_tempo(self, tempo: Tempo) -> None:
        self.tempo = tempo


def _whole(case: PracticeCase) -> Session | None:
    """The beraad of a case; None when it cannot be read."""
    try:
        return at_any_moment(case)
    except Solvable:
        return None


def _told_parts(rondes: list[int], *, opening: bool) -> str:
    """Which parts have something in them, in a sentence."""
    parts = ["de opening"] if opening else []
    if rondes:
        run = rondes == list(range(rondes[0], rondes[-1] + 1)) and len(rondes) > _FEW
        numbers = f"{rondes[0]} tot en met {rondes[-1]}" if run else listed(map(str, rondes))
        parts.append(f"ronde {numbers}")
    told = " en ".join(parts)
    several = len(rondes) + opening > 1
    return f"{told[0].upper()}{told[1:]} {'zijn' if several else 'is'} ingevuld."


def _flowing(named: str, buttons: list[QPushButton]) -> QWidget:
    """Buttons of which one is down, on as many lines as it takes."""
    box = QWidget()
    box.setAccessibleName(named)
    flow = FlowLayout(spacing=4)
    box.setLayout(flow)
    group = QButtonGroup(box)
    for made in buttons:
        group.addButton(made)
        flow.addWidget(made)
    return box
