"""Making the group's view beside the window, so that no key has to wait for the gate."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from beraad.group.compose import view_of
from beraad.group.nearby import nearby
from beraad.group.state import GroupState
from beraad.group.view import GroupView
from beraad.privacy.dutch.lexicon import Lexicon, shipped
from beraad.records import Session
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker


class Composer(QObject):
    """Makes one view at a time, and of all that is asked meanwhile only the last.

    What comes near the screen and did not change is not made again. `composed` brings the view,
    made by the gate like every other.
    """

    composed = Signal(object)

    def __init__(self, parent: QObject, lexicon: Callable[[], Lexicon] = shipped) -> None:
        super().__init__(parent)
        self._lexicon = lexicon
        self._beside = LatestWish(self)
        self._beside.done.connect(self.composed)
        self._near: tuple[Session, GroupState] | None = None

    def ask(self, session: Session, state: GroupState) -> None:
        """Make the view of this beraad; one that is not ready yet is old by now."""
        near = (nearby(session, state), state)
        if near != self._near:
            self._near = near
            self._make(session, state)

    def ask_anew(self, session: Session, state: GroupState) -> None:
        """Make the view of this beraad, whatever is on the screen."""
        self._near = (nearby(session, state), state)
        self._make(session, state)

    def forget(self, session: Session, state: GroupState) -> None:
        """Show nothing that is still being made: this is on the screen."""
        self._near = (nearby(session, state), state)
        self._beside.forget()

    def _make(self, session: Session, state: GroupState) -> None:
        lexicon = self._lexicon

        def view(_asker: Asker) -> GroupView:
            return view_of(session, state, lexicon())

        self._beside.wish(view)
