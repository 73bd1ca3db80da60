"""Minutes per ronde, and whether the talk is ahead of them or behind."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.phases.model import Phase
from beraad.records import PhaseKey, Session

OPENING_MINUTES = {60: 5, 90: 8, 120: 10}
_HALF_HOURS = (60, 90, 120)


def planned_minutes(phases: tuple[Phase, ...], total: int) -> dict[PhaseKey, int]:
    """Divide the minutes available over the opening and the rondes; together they are `total`.

    For 60, 90 and 120 minutes the plan is the one the rondes carry; another length takes the
    nearest of these in proportion.
    """
    base = min(_HALF_HOURS, key=lambda length: abs(length - total))
    shares = {PhaseKey.OPENING: OPENING_MINUTES[base]} | {
        phase.key: _minutes(phase, base) for phase in phases
    }
    exact = {key: share * total / base for key, share in shares.items()}
    plan = {key: int(minutes) for key, minutes in exact.items()}
    by_rest = sorted(exact, key=lambda key: plan[key] - exact[key])
    for key in by_rest[: total - sum(plan.values())]:
        plan[key] += 1
    return plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How the talk stands against its plan, in seconds.

    Attributes:
        left: seconds left for this ronde; negative when over.
        behind: seconds behind on the whole plan; negative when ahead.
    """

    spent: int
    left: int
    behind: int


def pace(session: Session, phases: tuple[Phase, ...], phase: PhaseKey) -> Pace:
    """Return how the talk stands while it is in this ronde.

    Behind is what all rondes so far took more than planned. A ronde that still runs within its
    minutes counts as on plan.
    """
    plan = planned_minutes(phases, session.opening.minutes)
    order = [PhaseKey.OPENING, *(each.key for each in phases)]
    spent = session.seconds_in(phase)
    left = plan[phase] * 60 - spent
    before = order[: order.index(phase)]
    elsewhere = sum(session.seconds_in(key) for key in order if key is not phase)
    behind = elsewhere - sum(plan[key] for key in before) * 60 + max(0, -left)
    return Pace(spent=spent, left=left, behind=behind)


def _minutes(phase: Phase, total: int) -> int:
    match total:
        case 60:
            return phase.minutes.hour
        case 120:
            return phase.minutes.two_hours
        case _:
            return phase.minutes.hour_and_half
