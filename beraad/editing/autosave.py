"""When a beraad is kept, and what may be said about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from beraad.errors import Solvable
from beraad.records import Session

QUIET_SECONDS = 0.4
"""Keep this long after the last change …"""

LONGEST_SECONDS = 1.0
"""… and never later than this after the first change that is not kept yet."""

RETRY_SECONDS = 5.0
"""After a failure, try again this often."""


class Keeper(Protocol):
    """What can keep a session; returns only when it is safe on disk."""

    def keep(self, session: Session) -> None:
        """Keep the session. Raises Solvable when that fails; nothing is lost in memory."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that was written is on disk since this moment; None when nothing was."""

    at: datetime | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something was written that is not on disk yet."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Keeping failed; the text is still in the window."""

    problem: Solvable


SaveState = Kept | Waiting | Failed


class Autosave:
    """Decides when to keep, keeps, and tells truthfully how it stands."""

    def __init__(
        self,
        keeper: Keeper,
        session: Session,
        *,
        now: Callable[[], datetime],
        seconds: Callable[[], float],
    ) -> None:
        self._keeper = keeper
        self._kept = session
        self._current = session
        self._now = now
        self._seconds = seconds
        self._first_change = 0.0
        self._last_change = 0.0
        self._kept_at: datetime | None = None
        self._state: SaveState = Kept(None)

    @property
    def state(self) -> SaveState:
        """How it stands with what was written."""
        return self._state

    def changed(self, session: Session) -> None:
        """Take notice of a new session; keeps nothing yet."""
        self._current = session
        if session is self._kept:
            return
        self._last_change = self._seconds()
        if isinstance(self._state, Kept):
            self._first_change = self._last_change
            self._state = Waiting()

    def seconds_left(self) -> float | None:
        """Seconds until `keep` is due; None when everything is kept."""
        match self._state:
            case Kept():
                return None
            case Waiting():
                due = min(self._last_change + QUIET_SECONDS, self._first_change + LONGEST_SECONDS)
            case Failed():
                due = self._first_change + RETRY_SECONDS
        return max(0.0, due - self._seconds())

    def keep(self) -> SaveState:
        """Keep now what is not kept yet."""
        if self._current is not self._kept:
            try:
                self._keeper.keep(self._current)
            except Solvable as problem:
                self._first_change = self._seconds()
                self._state = Failed(problem)
                return self._state
            self._kept = self._current
            self._kept_at = self._now()
        self._state = Kept(self._kept_at)
        return self._state

    def keep_elsewhere(self, keeper: Keeper) -> SaveState:
        """Go on with another keeper, which already has the current session."""
        self._keeper = keeper
        self._kept = self._current
        self._kept_at = self._now()
        self._state = Kept(self._kept_at)
        return self._state
