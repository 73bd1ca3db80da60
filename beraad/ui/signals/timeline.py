"""What became of a signal, step by step: the way there and the way back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from beraad.phases.dates import dated, full_date
from beraad.records import Id, RegisteredSignal, Step, StepKind, in_force
from beraad.signals.life import Owed, life
from beraad.signals.moves import WAY_BACK
from beraad.signals.telling import step_sentence
from beraad.ui.widgets.parts import button, column, label, line, row, title_above

_NOT_COUNTED = "Telt nu niet mee: het past niet bij wat ervoor staat."
_ALREADY = "Telt niet nog eens mee: dat stond er al."
_UNDONE = "Teruggenomen."
_OF_ANOTHER = "Dit ging over het antwoord van {}. Daarna kwam er een ander."
_ENDS = {
    StepKind.WITHDRAWN: "Telt nu niet mee: het signaal is ingetrokken op {}.",
    StepKind.JOINED: "Telt nu niet mee: het signaal ging op {} verder in een ander.",
}
_ANSWERED = "Telt nu niet mee: er staat al wat er op {} uit kwam."
_CLASHES = "Botst met een ander antwoord. Kies bij “Wat geldt?”, uiterlijk {}."
_APART = "Twee laptops schreven tegelijk. Kies bij “Wat geldt?”."
_SAME_DAY = "dezelfde dag"


class Timeline(QWidget):
    """`undo_wished` carries the step to take back, `again_wished` one that is to count again.

    `reword_wished` carries one to write otherwise. Steps stand in the order in which they count;
    what was written down on another day than it was done, says so.
    """

    undo_wished = Signal(object)
    again_wished = Signal(object)
    reword_wished = Signal(object)

    def __init__(
        self,
        signal: RegisteredSignal,
        *,
        unread: Collection[Id],
        apart: Iterable[Collection[Id]] = (),
        owing: Owed | None = None,
    ) -> None:
        """`apart` are the steps of which somebody has to choose one, each time those together.

        They are shown by their day; what is `owing` says before when one has to be chosen.
        """
        super().__init__()
        self._inside = column(self, spacing=6)
        standing = {step.id for step in in_force(signal.steps)}
        counted = {step.id for step in life(signal).counted}
        self._inside.addWidget(title_above("De weg heen"))
        if not signal.steps:
            self._inside.addWidget(label("Er is nog niets mee gedaan.", role="muted"))
        is_back = False
        before: date | None = None
        disputed = tuple(frozenset(each) for each in apart)
        notes = _notes(signal, counted)
        for step in _by_day(signal.steps, disputed, counted):
            if step.kind is StepKind.UNDONE:
                continue
            turns = step.id in counted and step.kind is StepKind.PASSED_ON and is_back
            if turns or (step.id in counted and step.ends_waiting and not is_back):
                is_back, before = not turns, None
                self._inside.addWidget(title_above("De weg terug" if is_back else "Opnieuw heen"))
            note = notes.get(step.id, "")
            if any(step.id in each for each in disputed):
                clash = owing if owing is not None and owing.clash and step.ends_waiting else None
                note = _CLASHES.format(full_date(clash.by)) if clash else _APART
            note = note if step.id in standing else _UNDONE
            self._add(step, note, step.id in unread, is_same_day=step.on == before)
            before = step.on

    def _add(
        self,
        step: Step,
        note: str,
        is_unread: bool,  # noqa: FBT001
        *,
        is_same_day: bool,
    ) -> None:
        beside = row(spacing=12)
        day = label(_SAME_DAY if is_same_day else dated(step.on), role="small", wrap=False)
        widest = max(map(day.fontMetrics().horizontalAdvance, ("00 mmm 0000", _SAME_DAY)))
        day.setMinimumWidth(widest)
        beside.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        told = column(spacing=2)
        said = label(step_sentence(step), role="muted" if note else "")
        told.addWidget(said)
        more = (
            step.role,
            f"vanaf maandag: {step.change}" if step.change.strip() else "",
            step.how,
            f"afgesproken voor {dated(step.due)}" if step.due else "",
            f"opgeschreven op {dated(step.recorded_on)}" if step.recorded_on != step.on else "",
            note,
        )
        about = " · ".join(part.strip() for part in more if part.strip())
        if about:
            told.addWidget(label(about, role="small"))
        beside.addLayout(told, 1)
        if is_unread:
            again = button("Nalezen", name="reword-step")
            again.setAccessibleDescription(step_sentence(step))
            again.clicked.connect(partial(self.reword_wished.emit, step))
            beside.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        text, name, wished = (
            ("Weer laten tellen", "again-step", self.again_wished)
            if note == _UNDONE
            else ("Terugnemen", "undo-step", self.undo_wished)
        )
        way = button(text, kind="link", name=name)
        way.setAccessibleDescription(step_sentence(step))
        way.clicked.connect(partial(wished.emit, step))
        beside.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addLayout(beside)
        self._inside.addWidget(line())


def _notes(signal: RegisteredSignal, counted: Collection[Id]) -> dict[Id, str]:
    """Why each step that does not count does not, in the order in which steps count."""
    notes: dict[Id, str] = {}
    shown: set[StepKind] = set()
    ended: Step | None = None
    answers = {step.id: step for step in signal.steps if step.ends_waiting}
    for step in signal.steps:
        if step.id in counted:
            if step.ends_waiting or step.kind is StepKind.PASSED_ON:
                shown.clear()
            shown.add(step.kind)
            ended = step if step.kind in _ENDS or step.ends_waiting else ended
        elif _is_of_another(step, ended) and (answer := answers.get(step.about or step.id)):
            notes[step.id] = _OF_ANOTHER.format(full_date(answer.on))
        elif step.kind in shown:
            notes[step.id] = _ALREADY
        elif ended is not None and ended.kind in _ENDS:
            notes[step.id] = _ENDS[ended.kind].format(full_date(ended.on))
        elif ended is not None and step.kind in _ENDS:
            notes[step.id] = _ANSWERED.format(full_date(ended.on))
        else:
            notes[step.id] = _NOT_COUNTED
    return notes


def _is_of_another(step: Step, ended: Step | None) -> bool:
    """Whether a step on the way back is about another answer than the last that counts."""
    return step.kind in WAY_BACK and ended is not None and ended.id != step.about


def _by_day(
    steps: tuple[Step, ...], apart: Iterable[frozenset[Id]], counted: Collection[Id]
) -> Iterator[Step]:
    """The steps in their order; by their day what does not count or has to be chosen between."""
    shown = [step for step in steps if step.id in counted]
    for step in steps:
        if step.id not in counted:
            later = (place for place, one in enumerate(shown) if one.on > step.on)
            shown.insert(next(later, len(shown)), step)
    for group in apart:
        places = [place for place, step in enumerate(shown) if step.id in group]
        found = sorted((shown[place] for place in places), key=lambda step: step.on)
        for place, step in zip(places, found, strict=True):
            shown[place] = step
    yield from shown
