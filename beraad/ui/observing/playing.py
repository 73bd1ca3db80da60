"""A scripted beraad as text at the pace of people who speak; what happens can be marked."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from beraad.phases.course import Course
from beraad.phases.parts import part_name
from beraad.training.observing.scripted import Scripted, Spoken
from beraad.ui.announce import announce
from beraad.ui.widgets.around import pages_around
from beraad.ui.widgets.choice_field import SegmentField
from beraad.ui.widgets.flow import FlowLayout
from beraad.ui.widgets.folding import Folding, stand_beside
from beraad.ui.widgets.parts import button, column, in_card, label, line, row, title_above

_MARK = "Hier gebeurt iets"
_SAYS = 320


class Pace(StrEnum):
    """How fast it is played."""

    SLOW = "rustig"
    USUAL = "gewoon"
    QUICK = "vlug"


_TIMES = {Pace.SLOW: 1.5, Pace.USUAL: 1.0, Pace.QUICK: 0.6}


class Playing(QFrame):
    """`marked` carries the number of a line and whether something happens there; `ended` tells
    that everything was said.
    """

    marked = Signal(int, bool)
    ended = Signal()

    def __init__(
        self, piece: Scripted, *, noticed: Collection[int], spoken: int, scale: float
    ) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._piece = piece
        self._noticed = frozenset(noticed)
        self._least = round(_SAYS * scale)
        self._pace = Pace.USUAL
        self._marks: list[QPushButton] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.say_next)
        inside = in_card(self, spacing=10)
        ways = FlowLayout(spacing=8)
        self._play = button("Speel af", kind="primary", name="play")
        self._play.setToolTip("Toets P")
        self._play.clicked.connect(self.toggle)
        self._next = button("Volgende zin", name="next-line")
        self._next.setToolTip("Toets N")
        self._next.clicked.connect(self.say_next)
        paces = tuple((each, each.value) for each in Pace)
        pace = SegmentField(paces, name="Tempo", one_line=True)
        pace.show_value(self._pace)
        pace.edited.connect(self._on_pace)
        for each in (self._play, self._next, pace):
            ways.addWidget(each)
        inside.addLayout(ways)
        self._keys = label(
            "P speelt af of pauzeert, N is de volgende zin, H zegt dat er in de laatste zin iets "
            "gebeurt.",
            role="small",
        )
        inside.addWidget(self._keys)
        self._lines = column(spacing=6)
        inside.addLayout(self._lines)
        for _ in range(spoken):
            self._say()
        self._show_state()

    @property
    def spoken(self) -> int:
        """How many lines were said."""
        return len(self._marks)

    @property
    def is_over(self) -> bool:
        """Whether everything was said."""
        return self.spoken == len(self._piece.lines)

    def take_focus(self) -> None:
        """Put the focus on what makes it go on."""
        (self._marks[-1] if self.is_over else self._play).setFocus()

    @Slot()
    def toggle(self) -> None:
        """Play, or pause."""
        if self._timer.isActive():
            self.pause()
        elif not self.is_over:
            self.say_next()
            self._go_on()

    def pause(self) -> None:
        """Say nothing by itself any more."""
        self._timer.stop()
        self._show_state()

    @Slot()
    def say_next(self) -> None:
        """Say the next line."""
        if self.is_over:
            return
        goes_on = self._timer.isActive() or self.sender() is self._timer
        said = self._say()
        announce(self, f"{said.who}: {said.says}")
        if self.is_over:
            self._timer.stop()
            self.ended.emit()
        elif goes_on:
            self._go_on()
        self._show_state()

    def mark_last(self) -> None:
        """Say that something happens in the last line, or that it does not after all."""
        if self._marks:
            self._marks[-1].click()

    def _go_on(self) -> None:
        if not self.is_over:
            latest = self._piece.lines[self.spoken - 1]
            self._timer.start(round(latest.seconds * _TIMES[self._pace] * 1000))
        self._show_state()

    def _say(self) -> Spoken:
        number = self.spoken
        said = self._piece.lines[number]
        if number == 0 or self._piece.lines[number - 1].phase is not said.phase:
            self._add(title_above(part_name(Course(), said.phase)))
        box = Folding()
        beside = row(box, spacing=12)
        told = QWidget()
        inside = column(told, spacing=0)
        inside.addWidget(label(said.who, role="small-strong"))
        inside.addWidget(label(said.says))
        stand_beside(told, least=self._least)
        beside.addWidget(told, 1)
        mark = button(_MARK, kind="segment", name=f"mark-{number}")
        mark.setAccessibleName(f"{_MARK}: {said.says}")
        mark.setCheckable(True)
        mark.setChecked(number in self._noticed)
        mark.clicked.connect(partial(self._on_mark, number))
        self._marks.append(mark)
        beside.addWidget(mark)
        self._add(box)
        self._add(line())
        QTimer.singleShot(0, self, self._follow)
        return said

    def _add(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)
        widget.show()

    @Slot()
    def _follow(self) -> None:
        """Keep the latest line in sight."""
        if self._marks and self.isVisible():
            for page in pages_around(self):
                page.ensureWidgetVisible(self._marks[-1])

    def _show_state(self) -> None:
        self._play.setText("Pauzeer" if self._timer.isActive() else "Speel af")
        for each in (self._play, self._next, self._keys):
            each.setVisible(not self.is_over)

    def _on_mark(self, number: int) -> None:
        self.marked.emit(number, self._marks[number].isChecked())

    @Slot(object)
    def _on_pace(self, pace: Pace) -> None:
        self._pace = pace
