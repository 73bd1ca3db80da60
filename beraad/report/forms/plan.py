"""The minutes and the order of the rondes, as they are printed."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.phases import Phase
from beraad.phases.course import Course
from beraad.phases.plan import is_short, pause_in, planned_minutes, weighing_in
from beraad.records import PhaseKey, Session

_USUAL = 90
_AS_USUAL = Course()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a beraad is planned; nothing in it is text, so it needs no gate.

    Attributes:
        minutes: how long it lasts, the opening included.
        weighing: how many make an afweging of their own; 0 when that is not known.
    """

    minutes: int = _USUAL
    course: Course = _AS_USUAL
    weighing: int = 0

    @property
    def rounds(self) -> tuple[tuple[int, Phase, int], ...]:
        """Each ronde in its order: its number, what it is, and its minutes."""
        shares = self._shares
        return tuple(
            (number, phase, shares[phase.key])
            for number, phase in enumerate(self.course.rondes, start=1)
        )

    @property
    def opening(self) -> int:
        """Minutes for the opening."""
        return self._shares[PhaseKey.OPENING]

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
