"""When a beraad is kept, and what may be said about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from beraad.errors import Solvable

if TYPE_CHECKING:
    from beraad.records import Session

QUIET_SECONDS = 0.4
"""Keep this long after the last change …"""

LONGEST_SECONDS = 1.0
"""… and never later than this after the first change that is not kept yet."""

RETRY_SECONDS = (2.0, 5.0, 10.0, 30.0)
"""After the first failure in a row try again this soon, after the second, … ; the last stays."""


class Keeper(Protocol):
    """What can keep a session; returns only when it is safe on disk."""

    def keep(self, session: Session) -> Solvable | None:
        """Keep the session. Whatever is raised, nothing counts as kept and a retry writes it all.

        Returns what is wrong with the place where it is kept; the words themselves are safe then.
        """
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that was written is on disk.

    Attributes:
        at: since when; None when nothing was written.
        concern: what is still to be put right about the place where it is kept.
    """

    at: datetime | None
    concern: Solvable | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something was written that is not on disk yet."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Keeping failed; the text is still in the window."""

    problem: Solvable


SaveState = Kept | Waiting | Failed


class Autosave:
    """Decides when to keep, keeps, and tells truthfully how it stands.

    The state follows from what the keeper returned from, and from nothing else: whatever goes
    wrong in keeping is Failed, and is tried again until it works. `puzzled` is told of an error
    that is no Solvable: a mistake of ours, which is loud but takes no text along.
    """

    def __init__(
        self,
        keeper: Keeper,
        session: Session,
        *,
        now: Callable[[], datetime],
        seconds: Callable[[], float],
        puzzled: Callable[[Exception], None],
    ) -> None:
        self._keeper = keeper
        self._kept = session
        self._current = session
        self._now = now
        self._seconds = seconds
        self._puzzled = puzzled
        self._first_change = 0.0
        self._last_change = 0.0
        self._kept_at: datetime | None = None
        self._concern: Solvable | None = None
        self._problem: Solvable | None = None
        self._failures = 0
        self._tried = 0.0

    @property
    def state(self) -> SaveState:
        """How it stands with what was written."""
        if self._problem is not None:
            return Failed(self._problem)
        if self._current is not self._kept:
            return Waiting()
        return Kept(self._kept_at, self._concern)

    def changed(self, session: Session) -> None:
        """Take notice of a new session; keeps nothing yet."""
        self._last_change = self._seconds()
        if self._current is self._kept:
            self._first_change = self._last_change
        self._current = session

    def seconds_left(self) -> float | None:
        """Seconds until `keep` is due; None when there is nothing left to do."""
        match self.state:
            case Kept(concern=None):
                return None
            case Waiting():
                due = min(self._last_change + QUIET_SECONDS, self._first_change + LONGEST_SECONDS)
            case Kept() | Failed():
                # From the try itself: who types on must not put it off.
                due = self._tried + RETRY_SECONDS[min(self._failures, len(RETRY_SECONDS)) - 1]
        return max(0.0, due - self._seconds())

    def keep(self) -> SaveState:
        """Keep now what is not kept yet. Never raises an Exception: it is in the state."""
        if not isinstance(self.state, Kept) or self._concern is not None:
            self._try()
        return self.state

    def not_kept(self, problem: Solvable) -> SaveState:
        """What was kept turns out not to be on disk; it is tried again until it is."""
        self._failed(problem)
        return self.state

    def keep_elsewhere(self, keeper: Keeper) -> SaveState:
        """Go on with another keeper, which already has the current session."""
        self._keeper = keeper
        self._settled(self._current, None)
        return self.state

    def _try(self) -> None:
        trying = self._current
        try:
            concern = self._keeper.keep(trying)
        except Solvable as problem:
            self._failed(problem)
        except Exception as error:  # noqa: BLE001 - whatever it is, the text is not kept
            self._failed(_ours())
            self._puzzled(error)
        else:
            self._settled(trying, concern)

    def _settled(self, session: Session, concern: Solvable | None) -> None:
        if session is not self._kept:
            self._kept_at = self._now()
        self._kept = session
        self._problem = None
        self._concern = concern
        self._tried = self._seconds()
        self._failures = self._failures + 1 if concern else 0

    def _failed(self, problem: Solvable) -> None:
        self._problem = problem
        self._tried = self._seconds()
        self._failures += 1


def _ours() -> Solvable:
    return Solvable(
        "Bewaren lukt niet, door een fout in Beraad zelf.",
        kept="Alles wat je typte staat nog in dit venster, maar niet op de schijf.",
        way_out="Beraad probeert het steeds opnieuw. Bewaar het intussen ergens anders.",
    )
