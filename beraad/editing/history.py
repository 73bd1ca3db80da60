"""Undo and redo over immutable sessions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from beraad.records import PhaseKey, Session
from beraad.records.anatomy import Address

_ENDS = ("\n", ". ", "! ", "? ", "… ", ".\u201d ")

TYPING_PAUSE = timedelta(seconds=2)
"""Typing in one field that pauses longer than this starts a new step …"""

TYPING_STRETCH = timedelta(seconds=15)
"""… and so does typing that goes on for longer than this without a pause."""

MOST_STEPS = 1000
"""How many steps can be undone; the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be undone.

    Attributes:
        before: the session before the step.
        after: the session after it.
        phase: the ronde in which it was done.
        typed_at: the field, for typing that may still go on; None for anything else.
        began: when it was begun.
        at: when it was last added to.
        ended: whether a sentence or a line was ended, so that what is typed next is a new step.
    """

    before: Session
    after: Session
    phase: PhaseKey
    typed_at: Address | None
    began: datetime
    at: datetime
    ended: bool = False


class History:
    """The steps that were done and those that were undone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step to do again."""
        return bool(self._undone)

    @property
    def latest(self) -> Step | None:
        """What would be undone now."""
        return self._done[-1] if self._done else None

    def record(self, step: Step) -> None:
        """Add a step; typing on in the same field makes the last step longer instead."""
        self._undone.clear()
        if self._done and self._continues(self._done[-1], step):
            self._done[-1] = replace(self._done[-1], after=step.after, at=step.at, ended=step.ended)
            return
        self._done.append(step)
        del self._done[:-MOST_STEPS]

    def begin_step(self) -> None:
        """Let what is typed next be a step of its own, also in the same field."""
        if self._done:
            self._done[-1] = replace(self._done[-1], typed_at=None)

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        return _shift(self._done, self._undone)

    def redo(self) -> Step | None:
        """Take the last undone step up again; None when there is none."""
        return _shift(self._undone, self._done)

    @staticmethod
    def _continues(last: Step, step: Step) -> bool:
        return (
            step.typed_at is not None
            and step.typed_at == last.typed_at
            and not last.ended
            and timedelta(0) <= step.at - last.at <= TYPING_PAUSE
            and step.at - last.began <= TYPING_STRETCH
        )


def _shift(source: list[Step], target: list[Step]) -> Step | None:
    if not source:
        return None
    step = source.pop()
    target.append(step)
    return step


def ends_something(before: str, after: str) -> bool:
    """Whether a change of a text ended a sentence or a line that was not ended before it."""
    return sum(map(after.count, _ENDS)) > sum(map(before.count, _ENDS))
