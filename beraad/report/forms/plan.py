"""The minutes and the order of the rondes, as they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from beraad.phases.course import Course
from beraad.phases.model import Phase
from beraad.phases.plan import (
    PAUSE_BEFORE,
    is_short,
    pause_in,
    planned_minutes,
    usual_weighing,
    weighing_in,
    writing_in,
)
from beraad.records import PhaseKey, Session

_USUAL = 90
_AS_USUAL = Course()
_ANY_DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A part of the talk in its order: the opening, a ronde or the break.

    Attributes:
        number: of the ronde; 0 for what is none.
        phase: None for the opening and the break.
        start: minutes after the talk began.
    """

    number: int
    phase: Phase | None
    start: int
    minutes: int

    @property
    def end(self) -> int:
        """Minutes after the talk began when it has to be over."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a beraad is planned; nothing in it is text, so it needs no gate.

    Attributes:
        minutes: how long it lasts, the opening included.
        weighing: how many make an afweging of their own; 0 when that is not known.
        begins: when it begins; None when that is not known.
    """

    minutes: int = _USUAL
    course: Course = _AS_USUAL
    weighing: int = 0
    begins: time | None = None

    @property
    def rounds(self) -> tuple[tuple[int, Phase, int], ...]:
        """Each ronde in its order: its number, what it is, and its minutes."""
        shares = self._shares
        return tuple(
            (number, phase, shares[phase.key])
            for number, phase in enumerate(self.course.rondes, start=1)
        )

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The opening, the rondes and the break, each after the one before it."""
        return tuple(self._slots())

    def _slots(self) -> Iterator[Slot]:
        yield Slot(number=0, phase=None, start=0, minutes=self.opening)
        start = self.opening
        for number, phase, minutes in self.rounds:
            if phase.key is PAUSE_BEFORE and self.pause:
                yield Slot(number=0, phase=None, start=start, minutes=self.pause)
                start += self.pause
            yield Slot(number=number, phase=phase, start=start, minutes=minutes)
            start += minutes

    def clock(self, after: int) -> str:
        """The time so many minutes after the beginning: "14:32", or "na 32 min" without one."""
        if self.begins is None:
            return f"na {after}\N{NO-BREAK SPACE}min" if after else "begin"
        day = datetime.combine(_ANY_DAY, self.begins)
        return f"{day + timedelta(minutes=after):%H:%M}"

    @property
    def opening(self) -> int:
        """Minutes for the opening."""
        return self._shares[PhaseKey.OPENING]

    @property
    def writing(self) -> int:
        """Minutes of the afweging in which everybody writes in silence."""
        weighing = self.weighing or usual_weighing(self.minutes)
        return writing_in(self._shares[PhaseKey.CONSIDERATION], weighing)

    @property
    def pause(self) -> int:
        """Minutes of the break, before the ronde `PAUSE_BEFORE`; 0 when there is none."""
        return pause_in(self.minutes)

    @property
    def is_short(self) -> bool:
        """Whether this is the short route."""
        return is_short(self.minutes)

    @property
    def _shares(self) -> dict[PhaseKey, int]:
        return planned_minutes(self.course.rondes, self.minutes, weighing=self.weighing)


def plan_of(session: Session) -> Plan:
    """The plan of one beraad."""
    return Plan(
        minutes=session.opening.minutes,
        course=Course.of(session),
        weighing=weighing_in(session),
    )
