"""One piece of work in a thread of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QCoreApplication, QThread, Signal, Slot

from beraad.errors import Solvable
from beraad.ui.beside.importing import load_one_at_a_time
from beraad.ui.collecting import collect_here


class Asker(Protocol):
    """All that work beside the window knows of whoever asked for it."""

    def unwanted(self) -> bool:
        """Whether nobody waits for the answer any more."""
        ...

    def tell(self, percent: int) -> None:
        """Say how far the work is."""
        ...


Work: TypeAlias = Callable[[Asker], Any]
"""Runs beside the window, from values to a value; touches no live object and no connection."""


class Task:
    """Work that was begun. Belongs to the application: it outlives whatever screen asked for it.

    It is no Qt object, so nobody can hold one that has died. What it holds is let go in the
    window's own thread.

    Attributes:
        percent: how far the work said it is.
        answer: what the work returned; None until then, and when it failed.
        error: what it raised.
    """

    def __init__(self, work: Work) -> None:
        self._work: Work | None = work
        self._unwanted = Event()
        self._thread: _Thread | None = None
        self.percent = 0
        self.answer: Any = None
        self.error: BaseException | None = None

    def start(self, *, told: Callable[[], None], ended: Callable[[], None]) -> None:
        """Begin, once. `told` and `ended` are slots: they fall silent when their object goes.

        The thread is as important as the window's. A lesser one would hold the interpreter, or
        the import lock, while the machine gives it no turn, and the window would wait for it.
        """
        collect_here()
        load_one_at_a_time()
        self._thread = _Thread(self)
        self._thread.told.connect(told)
        self._thread.ended.connect(ended)
        self._thread.start()

    def unwanted(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._unwanted.is_set()

    def tell(self, percent: int) -> None:
        """Say how far the work is; only its own thread does."""
        if percent != self.percent and self._thread is not None:
            self.percent = percent
            self._thread.told.emit()

    def break_off(self) -> None:
        """Ask the work to stop as soon as it can."""
        self._unwanted.set()

    def settle(self) -> None:
        """Wait for the end, and hand the answer over before returning."""
        if self._thread is not None:
            self._thread.wait()
            self.hand_over()

    def run(self) -> None:
        """Do the work; in its own thread."""
        try:
            if self._work is not None:
                self.answer = self._work(self)
        except BaseException as error:  # noqa: BLE001 - handed over, never swallowed
            self.error = error

    def hand_over(self) -> None:
        """Tell that it is over, once; a mistake of our own is a defect, also when nobody waits."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.ended.emit()
        thread.deleteLater()
        self._work = None
        if self.error is not None and not isinstance(self.error, Solvable):
            sys.excepthook(type(self.error), self.error, self.error.__traceback__)


class _Thread(QThread):
    """Lives from the beginning of a task until its answer was handed over."""

    told = Signal()
    ended = Signal()

    def __init__(self, task: Task) -> None:
        super().__init__(QCoreApplication.instance())
        self.task = task
        self.finished.connect(self._on_finished)

    def run(self) -> None:
        self.task.run()

    @Slot()
    def _on_finished(self) -> None:
        self.task.hand_over()


def finish_all() -> None:
    """Ask all work to stop, wait for it, and hand over what it came to: the program is ending."""
    app = QCoreApplication.instance()
    handed_over: set[_Thread] = set()
    while running := _all_under(app) - handed_over:
        for thread in running:
            thread.task.break_off()
        for thread in running:
            thread.task.settle()
        handed_over |= running


def _all_under(app: QCoreApplication | None) -> set[_Thread]:
    return {each for each in app.children() if isinstance(each, _Thread)} if app else set()
