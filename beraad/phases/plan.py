"""Minutes per ronde, and whether the talk is ahead of them or behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from beraad.phases.course import Course
from beraad.phases.model import Minutes, Phase
from beraad.records import PhaseKey, Session

OPENING = Minutes(least=5, short=5, hour=6, hour_and_half=7, two_hours=8)
"""Minutes of the opening."""

SHORT = 45
"""The short route: all eight rondes, each in a smaller way. In less there is no room for them."""

PROTECTED = frozenset({PhaseKey.CONSIDERATION, PhaseKey.DIALOGUE, PhaseKey.CONCLUSION})
"""Rondes 6, 7 and 8. In practice the last steps get too little time (methode.md §1.4)."""

USUAL = 7
"""How many weigh when nobody filled in who are there."""

FEW = 5
"""How many can weigh in the short route."""

MANY = 12
"""How many can talk together; published descriptions go from six to twelve."""

PAUSE_BEFORE = PhaseKey.ALTERNATIVES
"""The break comes before the brainstorm: not before the afweging, where talk in the corridor would
already make people agree."""

_LENGTHS = (SHORT, 60, 90, 120)
_PAUSES = ((180, 15), (120, 10))
"""From so many minutes there is a break of so many."""
GIVERS = (PhaseKey.CLARIFICATION, PhaseKey.PERSPECTIVES)
"""The rondes that give minutes to ronde 6 when many weigh, and get them when few do."""
_WRITING, _PER_PERSON = 4, 1.5
_LEAST_WRITING, _LEAST_PER_PERSON = 3, 1


def pause_in(total: int) -> int:
    """Minutes of the break in a beraad of this length; 0 when it has none."""
    return next((pause for from_, pause in _PAUSES if total >= from_), 0)


def is_short(total: int) -> bool:
    """Whether the short route is the nearest plan."""
    return _nearest(total) == SHORT


def weighing_needs(weighing: int) -> int:
    """Minutes of ronde 6: four to write, and one and a half for everybody who weighs."""
    return ceil(_WRITING + _PER_PERSON * weighing)


def usual_weighing(total: int) -> int:
    """How many weigh, as the plan counts them when nobody filled in who are there."""
    return FEW if is_short(total) else USUAL


def writing_in(minutes: int, weighing: int) -> int:
    """How many of the minutes of ronde 6 everybody writes in silence; the round has the others."""
    enough = minutes >= weighing_needs(weighing)
    return min(minutes, _WRITING if enough else _LEAST_WRITING)


def planned_minutes(
    phases: tuple[Phase, ...], total: int, *, weighing: int = 0
) -> dict[PhaseKey, int]:
    """Divide the minutes over the opening and the rondes; with the break they are `total`.

    Ronde 6 gets what those who weigh need, as far as rondes 3 and 4 can give it, and gives them
    what it does not need. From `SHORT` minutes on nothing gets less than its least.
    """
    length = _nearest(total)
    room = total - pause_in(total)
    table = {PhaseKey.OPENING: _minutes(OPENING, length)}
    table |= {phase.key: _minutes(phase.minutes, length) for phase in phases}
    plan = _split(room, table)
    needed = weighing_needs(weighing or usual_weighing(total))
    more_time = max(1.0, room / sum(table.values())) if length == _LENGTHS[-1] else 1.0
    _give_to_weighing(plan, phases, ceil(needed * more_time))
    return plan


def _give_to_weighing(plan: dict[PhaseKey, int], phases: tuple[Phase, ...], needed: int) -> None:
    here = PhaseKey.CONSIDERATION
    least = {phase.key: phase.minutes.least for phase in phases}
    wanted = needed - plan[here]
    if wanted < 0:
        for each, part in _split(-wanted, {key: plan[key] for key in GIVERS}).items():
            plan[each] += part
            plan[here] -= part
        return
    spare = {key: max(0, plan[key] - least[key]) for key in GIVERS}
    for each, part in _split(min(wanted, sum(spare.values())), spare).items():
        plan[each] -= part
        plan[here] += part


def _split(minutes: int, weights: Mapping[PhaseKey, int]) -> dict[PhaseKey, int]:
    """Divide whole minutes in proportion; what is left goes to the largest rests."""
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    parts = {key: minutes * each // whole for key, each in weights.items()}
    by_rest = sorted(weights, key=lambda key: parts[key] - minutes * weights[key] / whole)
    for key in by_rest[: minutes - sum(parts.values())]:
        parts[key] += 1
    return parts


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
    """The minutes of a whole beraad, in the order of the talk, seen from the ronde at hand.

    Attributes:
        course: order and words of the rondes.
        available: minutes of talk; the break is not among them.
        pause: minutes of the break before `PAUSE_BEFORE`; 0 when there is none.
        weighing: how many weigh, as the plan counts them.
    """

    course: Course
    available: int
    shares: tuple[Share, ...]
    at: PhaseKey
    pause: int = 0
    weighing: int = USUAL

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
    def pause_to_come(self) -> int:
        """Seconds of the break, as long as it is still to come."""
        coming = any(share.key is PAUSE_BEFORE for share in self.coming)
        return self.pause * 60 if coming else 0

    @property
    def pace(self) -> Pace:
        """How the talk stands. A ronde that still runs within its minutes is on plan."""
        behind = self.used + self.to_go - self.available * 60
        return Pace(spent=self.here.seconds, left=self.here.left, behind=behind)

    @property
    def before_weighing(self) -> int | None:
        """Seconds in which the afweging has to start to leave rondes 6 to 8 their minutes.

        The break that is still to come is among them.

        Negative when that moment is past; None once the afweging has begun.
        """
        if self.at in PROTECTED:
            return None
        protected = sum(max(0, share.left) for share in self.shares if share.key in PROTECTED)
        return self.available * 60 - self.used - protected + self.pause_to_come

    @property
    def short_for_weighing(self) -> int:
        """Minutes that ronde 6 lacks for everybody who weighs."""
        return max(0, weighing_needs(self.weighing) - self._afweging.minutes)

    @property
    def writing(self) -> int:
        """Minutes of ronde 6 in which everybody writes in silence; then comes the round."""
        return writing_in(self._afweging.minutes, self.weighing)

    @property
    def round(self) -> int:
        """Minutes of ronde 6 in which everybody is heard."""
        return self._afweging.minutes - self.writing

    @property
    def writing_left(self) -> int:
        """Seconds left to write in silence; 0 where nobody does, negative when that is over."""
        if self.at is not PhaseKey.CONSIDERATION:
            return 0
        return self.writing * 60 - self.here.seconds

    @property
    def _afweging(self) -> Share:
        return next(share for share in self.shares if share.key is PhaseKey.CONSIDERATION)


def weighing_in(session: Session) -> int:
    """How many weigh; 0 when nobody filled in who are there."""
    return sum(person.weighs for person in session.participants)


def plan_of(session: Session, *, uncounted: int = 0) -> Plan:
    """Return the plan of a beraad; `uncounted` seconds of this ronde are not in it yet."""
    total = session.opening.minutes
    here = session.progress.phase
    course = Course.of(session)
    phases = course.rondes
    weighing = weighing_in(session)
    counted = weighing or usual_weighing(total)
    kept = {PhaseKey.OPENING: OPENING.least} | {each.key: each.minutes.least for each in phases}
    kept[PhaseKey.CONSIDERATION] = _LEAST_WRITING + _LEAST_PER_PERSON * counted
    return Plan(
        course=course,
        available=total - pause_in(total),
        pause=pause_in(total),
        weighing=counted,
        at=here,
        shares=tuple(
            Share(
                key=key,
                base=base,
                least=min(base, kept[key]),
                shift=session.shift_of(key),
                seconds=session.seconds_in(key) + (uncounted if key is here else 0),
            )
            for key, base in planned_minutes(phases, total, weighing=weighing).items()
        ),
    )


def _nearest(total: int) -> int:
    return min(_LENGTHS, key=lambda length: abs(length - total))


def _minutes(minutes: Minutes, length: int) -> int:
    match length:
        case 45:
            return minutes.short
        case 60:
            return minutes.hour
        case 120:
            return minutes.two_hours
        case _:
            return minutes.hour_and_half
