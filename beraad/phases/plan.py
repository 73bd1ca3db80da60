"""Minutes per ronde, and whether the talk is ahead of them or behind."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.phases.model import Phase
from beraad.records import PhaseKey, Session

OPENING_MINUTES = {60: 5, 90: 8, 120: 10}
_HALF_HOURS = (60, 90, 120)

PROTECTED = frozenset({PhaseKey.CONSIDERATION, PhaseKey.DIALOGUE, PhaseKey.CONCLUSION})
"""Rondes 6, 7 and 8. In practice the last steps get too little time (methode.md §1.4)."""

_LEAST = 3
"""Minutes below which any other ronde is skipped rather than shortened; our own choice."""


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
class Share:
    """The minutes of the opening or of one ronde.

    Attributes:
        base: its part of the minutes available.
        least: what it keeps, whatever is taken from it.
        shift: minutes given on top of `base`; negative when taken away.
        seconds: clock time used.
    """

    key: PhaseKey
    base: int
    least: int
    shift: int = 0
    seconds: int = 0

    @property
    def minutes(self) -> int:
        """The minutes in force."""
        return max(self.least, self.base + self.shift)

    @property
    def left(self) -> int:
        """Seconds left; negative when over."""
        return self.minutes * 60 - self.seconds

    def shifted(self, minutes: int) -> int:
        """The shift after so many minutes are given, or taken as far as they can be."""
        return max(self.least, self.minutes + minutes) - self.base


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How the talk stands against its plan, in seconds.

    Attributes:
        left: seconds left for this ronde; negative when over.
        behind: how much longer than the minutes available the talk will take; negative when
            shorter.
    """

    spent: int
    left: int
    behind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The minutes of a whole beraad, in the order of the talk, seen from the ronde at hand."""

    available: int
    shares: tuple[Share, ...]
    at: PhaseKey

    @property
    def here(self) -> Share:
        """The share of the ronde at hand."""
        return next(share for share in self.shares if share.key is self.at)

    @property
    def coming(self) -> tuple[Share, ...]:
        """The shares of the rondes after the one at hand."""
        return self.shares[self.shares.index(self.here) + 1 :]

    @property
    def used(self) -> int:
        """Seconds of clock time used so far."""
        return sum(share.seconds for share in self.shares)

    @property
    def to_go(self) -> int:
        """Seconds that this ronde and the coming ones still take, each within its minutes."""
        return sum(max(0, share.left) for share in (self.here, *self.coming))

    @property
    def pace(self) -> Pace:
        """How the talk stands. A ronde that still runs within its minutes is on plan."""
        behind = self.used + self.to_go - self.available * 60
        return Pace(spent=self.here.seconds, left=self.here.left, behind=behind)

    @property
    def before_weighing(self) -> int | None:
        """Seconds in which the afweging has to start to leave rondes 6 to 8 their minutes.

        Negative when that moment is past; None once the afweging has begun.
        """
        if self.at in PROTECTED:
            return None
        protected = sum(max(0, share.left) for share in self.shares if share.key in PROTECTED)
        return self.available * 60 - self.used - protected


def plan_of(session: Session, phases: tuple[Phase, ...], *, uncounted: int = 0) -> Plan:
    """Return the plan of a beraad; `uncounted` seconds of this ronde are not in it yet."""
    total = session.opening.minutes
    here = session.progress.phase
    kept = {each.key: each.minutes.hour for each in phases if each.key in PROTECTED}
    return Plan(
        available=total,
        at=here,
        shares=tuple(
            Share(
                key=key,
                base=base,
                least=min(base, kept.get(key, _LEAST)),
                shift=session.shift_of(key),
                seconds=session.seconds_in(key) + (uncounted if key is here else 0),
            )
            for key, base in planned_minutes(phases, total).items()
        ),
    )


def _minutes(phase: Phase, total: int) -> int:
    match total:
        case 60:
            return phase.minutes.hour
        case 120:
            return phase.minutes.two_hours
        case _:
            return phase.minutes.hour_and_half
