"""Getting ready what the next screen needs, while nobody waits.

What makes no Qt class is done beside the window. The modules of the window itself are loaded in its
own thread, one a turn: Qt asks for the class of a widget without holding the interpreter, and a
class that another thread makes at that moment takes the program along.
"""

from __future__ import annotations

import sys
from collections import deque
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from beraad.ui.beside.one_at_a_time import OneAtATime
from beraad.ui.beside.task import Asker
from beraad.ui.loading import in_order, is_of_the_window

_NEXT = (
    "beraad.store.session_file",
    "beraad.store.session_reading",
    "beraad.ui.rondes.screen",
    "beraad.ui.documents",
    "beraad.ui.group.group_screen",
    "beraad.ui.open_beraad",
    "beraad.ui.spelling.field_spelling",
    "beraad.publishing.registering",
    "beraad.publishing.layers",
    "beraad.ui.review.screen",
    "beraad.ui.signals.register_screen",
    "beraad.publishing.begun",
)
"""What is heavy and needed as soon as a beraad or the signals are opened."""


class Warming(QObject):
    """Makes the first beraad open like the next. Whoever is faster than this waits as before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._beside = OneAtATime(self)
        self._beside.done.connect(self._on_done)
        self._left: deque[str] = deque()
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._load_next)
        self.has_begun = False

    @property
    def runs(self) -> bool:
        """Whether something is still being made ready."""
        return self._beside.runs or self._turns.isActive()

    def begin(self, folder: Path) -> None:
        """Get everything ready, once. `folder` is where documents go."""
        if not self.has_begun:
            self.has_begun = self._beside.start(partial(get_ready, folder))

    @Slot(object)
    def _on_done(self, modules: tuple[str, ...] | None) -> None:
        if modules:
            self._left.extend(modules)
            self._turns.start()

    @Slot()
    def _load_next(self) -> None:
        if self._left:
            import_module(self._left.popleft())
        else:
            self._turns.stop()
            self._beside.start(rehearse)


def get_printing_ready(_: Asker) -> None:
    """Load what draws a PDF, so that the first one takes no longer than the next."""
    from beraad.report.pdf.fonts import register

    import_module("beraad.report.pdf")
    register()


def get_ready(folder: Path, asker: Asker) -> tuple[str, ...]:
    """Clean up after a program that was killed, and load what makes no Qt class.

    Returns the modules of the window that come next, in an order in which none loads another.
    `folder` is where documents go.
    """
    from beraad.report.files import sweep

    sweep(folder)
    modules = [module for module in in_order(_NEXT) if module not in sys.modules]
    for module in modules:
        if asker.unwanted():
            return ()
        if not is_of_the_window(module):
            import_module(module)
    return tuple(filter(is_of_the_window, modules))


def rehearse(asker: Asker) -> None:
    """Do once, for nobody, what is slow the first time."""
    from beraad.listening import words
    from beraad.privacy.finding import rehearsal as gate
    from beraad.store import rehearsal as store

    for prepare in (words.make_ready, store.rehearse, gate.rehearse):
        if asker.unwanted():
            return
        prepare()
