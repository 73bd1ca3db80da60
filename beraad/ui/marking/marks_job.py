"""Reading a beraad beside the window, for the marks in its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from beraad.privacy.dutch.lexicon import Lexicon
from beraad.privacy.review.marks import Marks, read_marks
from beraad.records import Session
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker

CALM = 250
"""Milliseconds without a change before anything is read."""


class MarksJob(QObject):
    """Reads the last session it was given, once nobody types for a moment.

    A key breaks off a reading that is under way, so that typing never waits for one. `done` tells
    what is to be underlined.
    """

    done = Signal(object)

    def __init__(self, lexicon: Callable[[], Lexicon], parent: QObject) -> None:
        super().__init__(parent)
        self._lexicon = lexicon
        self._beside = LatestWish(self)
        self._beside.done.connect(self.done)

    @property
    def is_idle(self) -> bool:
        """Whether all that was asked for has been read."""
        return self._beside.is_idle

    def wish(self, session: Session, *, at_once: bool = False) -> None:
        """Read this session when it is calm; what was asked before is forgotten."""
        lexicon = self._lexicon

        def marks(asker: Asker) -> Marks | None:
            return read_marks(session, asker.unwanted, lexicon())

        self._beside.wish(marks, calm=0 if at_once else CALM)

    def stop(self) -> None:
        """Read no further."""
        self._beside.forget()
