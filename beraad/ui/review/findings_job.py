"""Reading a beraad before its places can be decided about; a long one beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from beraad.privacy.finding.outgoing import outgoing
from beraad.privacy.review.survey import Finding
from beraad.privacy.text.progress import GoesOn, Stopped, always
from beraad.records import Session
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker

_SHORT = 40_000
"""Characters that are read faster than anybody sees a window wait."""

Findings = tuple[Finding, ...]


class FindingsJob(QObject):
    """Hands over the findings of the last session it was given.

    The gate remembers what it read, so that after a decision nothing has to be read again.
    `went_on` tells how many percent of a long beraad has been read. `findings` runs beside the
    window, and knows nothing of it.
    """

    begun = Signal()
    went_on = Signal(int)
    read = Signal(object, object)
    failed = Signal(object)

    def __init__(self, findings: Callable[[Session, GoesOn], Findings], parent: QObject) -> None:
        super().__init__(parent)
        self._findings = findings
        self._known: tuple[object, ...] = ()
        self._beside = LatestWish(self)
        self._beside.told.connect(self.went_on)
        self._beside.done.connect(self._on_done)
        self._beside.failed.connect(self._on_failed)

    @property
    def runs(self) -> bool:
        """Whether a beraad is being read beside the window."""
        return not self._beside.is_idle

    @Slot(object)
    def start(self, session: Session) -> None:
        """Read this beraad; a short one, or one that was read, at once."""
        texts = _what_is_read(session)
        was_read = texts == self._known or _is_short(session)
        self._known = texts
        if was_read and not self.runs:
            self.read.emit(session, self._findings(session, always))
            return
        if not self.runs:
            self.begun.emit()
        findings = self._findings

        def read(asker: Asker) -> tuple[Session, Findings] | None:
            return _read(findings, session, asker)

        self._beside.wish(read)

    def stop(self) -> None:
        """Read no further: nobody looks at it any more."""
        self._known = ()
        self._beside.forget()

    @Slot(object)
    def _on_done(self, found: tuple[Session, Findings]) -> None:
        self.read.emit(*found)

    @Slot(object)
    def _on_failed(self, problem: object) -> None:
        self._known = ()
        self.failed.emit(problem)


def _read(
    findings: Callable[[Session, GoesOn], Findings], session: Session, asker: Asker
) -> tuple[Session, Findings] | None:
    """Runs beside the window; None when it was stopped."""

    def goes_on(done: int, total: int) -> bool:
        asker.tell(100 * done // max(total, 1))
        return not asker.unwanted()

    try:
        return session, findings(session, goes_on)
    except Stopped:
        return None


def _is_short(session: Session) -> bool:
    return sum(len(text) for _, text in outgoing(session)) <= _SHORT


def _what_is_read(session: Session) -> tuple[object, ...]:
    """What the finders look at; decisions are not among it."""
    return (tuple(outgoing(session)), session.participants, session.known_words)
