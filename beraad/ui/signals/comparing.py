"""Looks beside the window whether the register says of a signal what its beraad says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beraad.errors import Solvable
from beraad.records import Id, Session
from beraad.ui.beside.latest_wish import LatestWish
from beraad.ui.beside.task import Asker

if TYPE_CHECKING:
    from beraad.publishing.differing import Apart

Differing = Callable[[Session], "Mapping[Id, Apart]"]
_CALM = 400
"""Milliseconds without a key before there is another look."""


def none_differ(session: Session) -> Mapping[Id, Apart]:
    """What differs where no register is at hand."""
    del session
    return {}


class Comparing(QObject):
    """`found` carries what differs in the session that was last given, by signal."""

    found = Signal(object)

    def __init__(self, differing: Differing, parent: QObject) -> None:
        super().__init__(parent)
        self._differing = differing
        self._asked: tuple[object, ...] = ()
        self._wish = LatestWish(self)
        self._wish.done.connect(self.found)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._wish.is_idle

    def look(self, session: Session, *, again: bool = False) -> None:
        """Look soon; once more for the same words only when they have to be read `again`."""
        asked = (session.signal, session.signal_link, session.other_signals, session.decisions)
        if asked == self._asked and not again:
            return
        self._asked = asked
        differing = self._differing

        def work(asker: Asker) -> Mapping[Id, Apart]:
            del asker
            try:
                return differing(session)
            except Solvable:
                return {}  # The start screen and Signalen tell what is wrong with the register.

        self._wish.wish(work, calm=_CALM)
