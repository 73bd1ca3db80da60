"""What becomes of a signal: steps, one after the other, and nothing that is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beraad.records.identity import Fingerprint, Id


class StepKind(StrEnum):
    """What was done with a signal."""

    PASSED_ON = "passed_on"
    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    REMINDED = "reminded"
    ASKED_BACK = "asked_back"
    SHARPENED = "sharpened"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    TOLD = "told"
    TEAM_SAID = "team_said"
    CLOSED = "closed"
    JOINED = "joined"
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"


class Outcome(StrEnum):
    """What an answer comes to."""

    CHANGE = "change"
    TRIAL = "trial"
    RESEARCH = "research"
    MOVED_ON = "moved_on"
    NOTHING = "nothing"


class Helped(StrEnum):
    """What the team thinks of the answer."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that was done with a signal; it is withdrawn by another step, never changed.

    Attributes:
        on: the day it was done.
        role: who did it, by role; empty when nobody wrote that down.
        words: what was said; the answer, the question back, the reason.
        to: whom it goes to, by role or body; for `TOLD` the team or teams that were told.
        due: the agreed day of what is owed next.
        outcome: what an answer comes to; None for any other kind.
        change: what is different for the team, and from when.
        how: in what way the team was told.
        helped: what the team thinks; None for any other kind.
        about: the step that `UNDONE` withdraws, the answer that was told or weighed, or the signal
            that `JOINED` goes on with.
        recorded_by: who wrote it down, by role.
        read: mark of the words, as somebody read them and let them stand.
    """

    id: Id
    kind: StepKind
    on: date
    role: str = ""
    words: str = ""
    to: str = ""
    due: date | None = None
    outcome: Outcome | None = None
    change: str = ""
    how: str = ""
    helped: Helped | None = None
    about: Id | None = None
    recorded_on: date
    recorded_by: str = ""
    read: Fingerprint | None = None

    @property
    def ends_waiting(self) -> bool:
        """Whether the team can hear something by it: an answer, or that none came and why."""
        return self.is_answer or self.kind is StepKind.NO_ANSWER

    @property
    def is_answer(self) -> bool:
        """Whether this is an answer; that another one has it now is none."""
        return self.kind is StepKind.ANSWERED and self.outcome is not Outcome.MOVED_ON


def in_force(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps that were not withdrawn, in their order, without the withdrawing itself.

    A withdrawal can be withdrawn as well; it is about an earlier step or about nothing.
    """
    gone: set[Id] = set()
    standing: list[Step] = []
    for step in reversed(steps):
        if step.id in gone:
            continue
        if step.kind is StepKind.UNDONE:
            if step.about is not None:
                gone.add(step.about)
            continue
        standing.append(step)
    return tuple(reversed(standing))
