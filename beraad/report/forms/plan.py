"""The minutes and the order of the rondes, as they are printed."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.phases import Phase, in_order
from beraad.phases.plan import planned_minutes
from beraad.records import PhaseKey, Session

_USUAL = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a beraad is planned; nothing in it is text, so it needs no gate.

    Attributes:
        minutes: how long it lasts, the opening included.
        weighing: how many make an afweging of their own; 0 when that is not known.
    """

    minutes: int = _USUAL
    clarification_first: bool = False
    weighing: int = 0

    @property
    def rounds(self) -> tuple[tuple[int, Phase, int], ...]:
        """Each ronde in its order: its number, what it is, and its minutes."""
        phases = in_order(clarification_first=self.clarification_first)
        shares = planned_minutes(phases, self.minutes)
        return tuple(
            (number, phase, shares[phase.key]) for number, phase in enumerate(phases, start=1)
        )

    @property
    def opening(self) -> int:
        """Minutes for the opening."""
        phases = in_order(clarification_first=self.clarification_first)
        return planned_minutes(phases, self.minutes)[PhaseKey.OPENING]


def plan_of(session: Session) -> Plan:
    """The plan of one beraad."""
    return Plan(
        minutes=session.opening.minutes,
        clarification_first=session.opening.clarification_first,
        weighing=sum(person.weighs for person in session.participants),
    )
