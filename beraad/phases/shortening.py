"""Three honest ways when a talk takes longer than the minutes available."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.phases.plan import PROTECTED, Plan, Share
from beraad.records import PhaseKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Shorter:
    """A proposal to shorten the coming rondes.

    Attributes:
        changes: every share that changes, as it is now and as it would be.
        still_behind: minutes that the talk would still take too long; 0 when it fits.
    """

    changes: tuple[tuple[Share, Share], ...]
    still_behind: int

    @property
    def won(self) -> int:
        """Minutes that are won."""
        return sum(now.minutes - then.minutes for now, then in self.changes)

    @property
    def shifts(self) -> dict[PhaseKey, int]:
        """The new shift of every ronde that changes."""
        return {then.key: then.shift for _, then in self.changes}


def minutes_behind(plan: Plan) -> int:
    """Whole minutes that the talk takes too long, a part of a minute counted as one."""
    return max(0, -(-plan.pace.behind // 60))


def shorten(plan: Plan) -> Shorter:
    """Propose new minutes for the coming rondes so that the talk fits again, as far as it can.

    Rondes 3 to 5 give first, rondes 6 to 8 only what then is still needed; none goes below what
    it keeps, or below what it has used already.
    """
    needed = minutes_behind(plan)
    taken = _take(tuple(each for each in plan.coming if each.key not in PROTECTED), needed)
    rest = needed - sum(taken.values())
    taken |= _take(tuple(each for each in plan.coming if each.key in PROTECTED), rest)
    changes = tuple(
        (share, _with_shift(share, share.shifted(-taken[share.key])))
        for share in plan.coming
        if taken.get(share.key)
    )
    return Shorter(changes=changes, still_behind=needed - sum(taken.values()))


def for_later(plan: Plan) -> tuple[Share, ...]:
    """The last rondes that do not fit any more in the time there is, for a second meeting.

    A ronde that had all its minutes already is not among them.
    """
    room = plan.available * 60 - plan.used - max(0, plan.here.left)
    for place, share in enumerate(plan.coming):
        room -= max(0, share.left)
        if room < 0:
            return tuple(each for each in plan.coming[place:] if each.left > 0)
    return ()


def _take(shares: tuple[Share, ...], wanted: int) -> dict[PhaseKey, int]:
    """Take so many minutes together, from each in proportion to what it can give."""
    spare = {share.key: _spare(share) for share in shares}
    room = sum(spare.values())
    wanted = min(wanted, room)
    if not wanted:
        return {}
    taken = {key: wanted * each // room for key, each in spare.items()}
    by_room = sorted(spare, key=lambda key: taken[key] - spare[key])
    for key in by_room[: wanted - sum(taken.values())]:
        taken[key] += 1
    return taken


def _spare(share: Share) -> int:
    used = -(-share.seconds // 60)
    return max(0, share.minutes - max(share.least, used))


def _with_shift(share: Share, shift: int) -> Share:
    return Share(
        key=share.key, base=share.base, least=share.least, shift=shift, seconds=share.seconds
    )
