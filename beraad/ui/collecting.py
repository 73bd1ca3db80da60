"""Throwing away what is no longer used, in the window's own thread only."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer, Slot

_EVERY = 200
"""Milliseconds between two looks at what can go."""

_LATE, _PATIENCE = 40, 5
"""Milliseconds that a look comes too late when the window was at work, and how often it then waits
for the next: what somebody asked for is painted first.
"""

_OLDEST = 2
_SELDOM = 10
"""How much longer than Python asks the look through everything waits: it goes along all that is
kept. `gc.get_objects` would tell how much that is, but it hands out what another thread is still
making.
"""

_AT_ONCE = 25_000
"""New things that are looked through twice without waiting until Python would: loading makes so
many that it would hold the window for longer than a key may wait.
"""


def collect_here() -> None:
    """See to it that the program has a collector; whoever starts a thread asks for this first."""
    app = QCoreApplication.instance()
    if app is not None:
        gc.disable()
        if app.findChild(Collector) is None:
            Collector(app)


def collect(held: int = 0) -> int:
    """Throw away what can go, as thoroughly as Python itself would by now.

    `held` are the new things that an earlier look went along and left; returns how many those are
    now.
    """
    new, looks, whole = gc.get_count()
    some, many, all_of_them = gc.get_threshold()
    held += new
    if whole > all_of_them * _SELDOM > 0:
        gc.collect(_OLDEST)
    elif looks > many > 0 or held > _AT_ONCE:
        gc.collect(1)
    elif new > some > 0:
        gc.collect(0)
        return held
    else:
        return held - new
    return 0


@contextmanager
def nothing_thrown_away() -> Generator[None]:
    """Let no widget die meanwhile: Qt goes along all of them, and each may run code of ours."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def is_emptied(thing: QObject) -> bool:
    """Whether the collector emptied this already, while Qt still tells it what happens."""
    return not vars(thing)


class Collector(QObject):
    """Takes the place of Python's own collector, which runs in whatever thread is at work.

    A Qt object that dies in another thread than its own takes the program along; work beside the
    window makes enough garbage to bring that about.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held = self._waited = 0
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()
        parent.destroyed.connect(gc.enable)

    @Slot()
    def collect(self) -> None:
        """Throw away what can go, in the thread of the window."""
        self._held = collect(self._held)

    @Slot()
    def _on_turn(self) -> None:
        """Collect, unless the window was at work until now and there may be something to paint."""
        is_late = self._since.restart() > _EVERY + _LATE
        if is_late and self._waited < _PATIENCE:
            self._waited += 1
            return
        self._waited = 0
        self.collect()
