"""What is alike in everybody who asks for work beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from beraad.errors import Solvable
from beraad.ui.beside.task import Task, Work

_BROKEN = Solvable(
    "Dit lukte niet, door een fout in Beraad zelf.",
    kept="Wat je schreef is er nog.",
    way_out="Probeer het nog eens.",
)


class Asking(QObject):
    """Has at most one task under way. When it goes, the task is broken off and nothing comes.

    `told` says how many percent is done, `done` brings the answer, and `failed` a Solvable; a
    mistake of our own comes as one too, and is reported as a defect besides.
    """

    told = Signal(int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at_hand = _AtHand()
        self._told = 0
        self.destroyed.connect(self._at_hand.break_off)

    @property
    def runs(self) -> bool:
        """Whether something is under way, wanted or not."""
        return self._at_hand.task is not None

    def _begin(self, work: Work) -> None:
        self._told = 0
        self._at_hand.task = Task(work)
        self._at_hand.task.start(told=self._on_told, ended=self._on_ended)

    @Slot()
    def _on_told(self) -> None:
        task = self._at_hand.task
        if task is not None and not task.unwanted() and task.percent != self._told:
            self._told = task.percent
            self.told.emit(self._told)

    @Slot()
    def _on_ended(self) -> None:
        task, self._at_hand.task = self._at_hand.task, None
        if task is not None:
            self._take(task)

    def _take(self, task: Task) -> None:
        """Do with the outcome what suits this kind of asking."""
        match task.error:
            case None:
                self.done.emit(task.answer)
            case Solvable() as problem:
                self.failed.emit(problem)
            case _:
                self.failed.emit(_BROKEN)


class _AtHand:
    """The task under way. No Qt object, so that it can still be broken off when its owner dies."""

    def __init__(self) -> None:
        self.task: Task | None = None

    def break_off(self) -> None:
        if self.task is not None:
            self.task.break_off()
