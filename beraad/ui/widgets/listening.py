"""What the listening help says now; only for the gespreksleider, and never kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from beraad.listening import Hint, HintKey, hints
from beraad.records import Id, PhaseKey, Session

_AFTER_A_KEY = 700
"""Milliseconds after the last key: nobody is corrected while writing."""


class Listening(QObject):
    """Listens along with the open beraad, a little later than it is typed."""

    changed = Signal()
    switched = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._on = True
        self._session: Session | None = None
        self._phase: PhaseKey | None = None
        self._put_away: frozenset[HintKey] = frozenset()
        self._found: tuple[Hint, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._listen)

    @property
    def is_on(self) -> bool:
        """Whether hints are wanted."""
        return self._on

    @property
    def standing(self) -> tuple[int, int]:
        """How many hints there are now, and how many were put away."""
        return len(self._found), len(self._put_away)

    def about(self, section: str, item: Id | None = None) -> Hint | None:
        """The first hint about a record, or about a section that holds just one."""
        for hint in self._found:
            if hint.address and (hint.address.section, hint.address.item) == (section, item):
                return hint
        return None

    def about_ronde(self, phase: PhaseKey) -> Hint | None:
        """The first hint about a ronde as a whole."""
        return next((hint for hint in self._found if _is_about(hint, phase)), None)

    @Slot(object)
    def hear(self, session: Session) -> None:
        """Take in how the beraad stands; another ronde is listened to at once."""
        elsewhere = session.progress.phase is not self._phase
        self._session, self._phase = session, session.progress.phase
        if elsewhere:
            self._listen()
        elif self._on:
            self._timer.start(_AFTER_A_KEY)

    def put_away(self, hint: Hint) -> None:
        """Show this hint no more, as long as the beraad is open."""
        self._put_away |= {hint.key}
        self._listen()

    def switch(self, *, on: bool) -> None:
        """Give hints or none at all. Switched on again, it starts with what was put away too."""
        if on == self._on:
            return
        self._on = on
        self._put_away = frozenset()
        self._listen()
        self.switched.emit(on)

    @Slot(bool)
    def switch_on(self, on: bool) -> None:  # noqa: FBT001
        """The same, for a signal that says whether hints are wanted."""
        self.switch(on=on)

    @Slot()
    def _listen(self) -> None:
        self._timer.stop()
        found: tuple[Hint, ...] = ()
        if self._on and self._session is not None:
            found = tuple(h for h in hints(self._session) if h.key not in self._put_away)
        if found != self._found:
            self._found = found
            self.changed.emit()


def _is_about(hint: Hint, phase: PhaseKey) -> bool:
    return hint.address is None and hint.phase is phase
