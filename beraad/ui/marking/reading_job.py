"""Reading a beraad beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.review.marks import Marks, Reader
from beraad.records import Session
from beraad.ui.background import Background

CALM = 250
"""Milliseconds without a change before anything is read."""


class ReadingJob(QObject):
    """Reads the last session it was given, once nobody types for a moment.

    A key breaks off a reading that is under way, so that typing never waits for one. `done` tells
    what is to be underlined.
    """

    done = Signal(object)

    def __init__(self, lexicon: Callable[[], Lexicon], parent: QObject) -> None:
        super().__init__(parent)
        self._reader = Reader(lexicon)
        self._wanted: Session | None = None
        self._job: Background | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._start)

    @property
    def is_idle(self) -> bool:
        """Whether all that was asked for has been read."""
        return self._job is None and self._wanted is None

    def wish(self, session: Session, *, at_once: bool = False) -> None:
        """Read this session when it is calm; what was asked before is forgotten."""
        self._wanted = session
        if self._job is not None:
            self._job.requestInterruption()
        self._calm.start(0 if at_once else CALM)

    def stop(self) -> None:
        """Read no further."""
        self._calm.stop()
        self._wanted = None
        if self._job is not None:
            self._job.requestInterruption()

    @Slot()
    def _start(self) -> None:
        if self._wanted is None or self._job is not None:
            return
        self._job = Background(partial(_read, self._reader, self._wanted))
        self._wanted = None
        self._job.finished.connect(self._on_finished)
        self._job.start(QThread.Priority.LowPriority)

    @Slot()
    def _on_finished(self) -> None:
        outcome = self._job.outcome if self._job is not None else None
        self._job = None
        if isinstance(outcome, Exception):
            raise outcome
        if outcome is not None:
            self.done.emit(outcome)
        if not self._calm.isActive():
            self._start()


def _read(reader: Reader, session: Session, unwanted: Callable[[], bool]) -> Marks | None:
    return reader.marks(session, unwanted)
