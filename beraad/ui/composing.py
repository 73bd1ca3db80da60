"""Making the group's view beside the window, so that no key has to wait for the gate."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from beraad.group.compose import view_of
from beraad.group.nearby import nearby
from beraad.group.state import GroupState
from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.records import Session
from beraad.ui.background import Background


class Composer(QObject):
    """Makes one view at a time, and of all that is asked meanwhile only the last.

    What comes near the screen and did not change is not made again. `composed` brings the view,
    made by the gate like every other.
    """

    composed = Signal(object)

    def __init__(self, parent: QObject, lexicon: Callable[[], Lexicon] = shipped) -> None:
        super().__init__(parent)
        self._lexicon = lexicon
        self._work: Background | None = None
        self._wanted = False
        self._next: tuple[Session, GroupState] | None = None
        self._near: tuple[Session, GroupState] | None = None

    def ask(self, session: Session, state: GroupState) -> None:
        """Make the view of this beraad; one that is not ready yet is old by now."""
        near = (nearby(session, state), state)
        if near == self._near:
            return
        self._near = near
        self._next = (session, state)
        self._wanted = False
        if self._work is None:
            self._start()

    def forget(self, session: Session, state: GroupState) -> None:
        """Show nothing that is still being made: this is on the screen."""
        self._near = (nearby(session, state), state)
        self._next = None
        self._wanted = False

    def _start(self) -> None:
        if self._next is None:
            return
        session, state = self._next
        self._next = None
        self._wanted = True
        self._work = Background(lambda _: view_of(session, state, self._lexicon()))
        self._work.finished.connect(self._on_finished)
        self._work.start()

    @Slot()
    def _on_finished(self) -> None:
        work, self._work = self._work, None
        if work is not None and self._wanted:
            if isinstance(work.outcome, Exception):
                raise work.outcome
            self.composed.emit(work.outcome)
        self._start()
