"""Reading a beraad before its places can be decided about; a long one beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from beraad.privacy.finding.outgoing import outgoing
from beraad.privacy.review.survey import Finding
from beraad.privacy.text.progress import GoesOn, Stopped, always
from beraad.records import Session
from beraad.ui.background import Background

_SHORT = 40_000
"""Characters that are read faster than anybody sees a window wait."""

Findings = tuple[Finding, ...]


class ReadingJob(QObject):
    """Hands over the findings of the last session it was given.

    The gate remembers what it read, so that after a decision nothing has to be read again.
    `went_on` tells how many percent of a long beraad has been read.
    """

    begun = Signal()
    went_on = Signal(int)
    read = Signal(object, object)

    def __init__(self, findings: Callable[[Session, GoesOn], Findings], parent: QObject) -> None:
        super().__init__(parent)
        self._findings = findings
        self._running: Background | None = None
        self._wanted: Session | None = None
        self._known: tuple[object, ...] = ()

    @property
    def runs(self) -> bool:
        """Whether a beraad is being read beside the window."""
        return self._running is not None

    def start(self, session: Session) -> None:
        """Read this beraad; a short one, or one that was read, at once."""
        self._wanted = session
        if self._running is not None:
            self._running.requestInterruption()
            return
        texts = _what_is_read(session)
        if texts == self._known or sum(len(text) for _, text in outgoing(session)) <= _SHORT:
            self._known = texts
            self.read.emit(session, self._findings(session, always))
            return
        self._known = texts
        self.begun.emit()
        self._running = Background(lambda unwanted: self._read_long(session, unwanted))
        self._running.finished.connect(self._on_finished)
        self._running.start()

    def stop(self) -> None:
        """Read no further: nobody looks at it any more."""
        self._wanted = None
        if self._running is not None:
            self._running.requestInterruption()

    def _read_long(
        self, session: Session, unwanted: Callable[[], bool]
    ) -> tuple[Session, Findings] | None:
        """Runs beside the window; None when it was stopped."""

        def goes_on(done: int, total: int) -> bool:
            self.went_on.emit(100 * done // max(total, 1))
            return not unwanted()

        try:
            return session, self._findings(session, goes_on)
        except Stopped:
            return None

    @Slot()
    def _on_finished(self) -> None:
        running, self._running = self._running, None
        if running is None or self._wanted is None:
            return
        if isinstance(running.outcome, Exception):
            raise running.outcome
        if running.outcome is not None and running.outcome[0] is self._wanted:
            self.read.emit(*running.outcome)
        else:
            self._known = ()
            self.start(self._wanted)


def _what_is_read(session: Session) -> tuple[object, ...]:
    """What the finders look at; decisions are not among it."""
    return (tuple(outgoing(session)), session.participants, session.known_words)
