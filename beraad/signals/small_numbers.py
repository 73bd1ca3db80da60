"""Numbers that point to nobody: what is counted, and what is only said to be a few.

Beraden are counted in groups of one half-year, in the order in which they came. A group is full
with `FEWEST_BERADEN` beraden of `FEWEST_TEAMS` teams; what is not in a full group is not counted.
Each group counts for `FEWEST_BERADEN`, also when its first beraden came of one team and it had to
wait for another. So one beraad more, wherever it comes in the order, makes a number no larger or
larger by a whole group: also one that another laptop brings later, and one of the same day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from beraad.phases.dates import monday_of
from beraad.records import FEWEST_BERADEN, FEWEST_TEAMS, Count, Period
from beraad.remembering import of_a_beraad

FEW = "enkele"
"""What is said in the place of a number that is too small to tell."""

FEWEST_FOR_A_MIDDLE = 5
"""The middle of fewer is one of them."""

_HALF = 7
"""The month in which the second half-year begins."""


class Sighting(NamedTuple):
    """Something was seen in one beraad; in the order in which it is counted.

    Attributes:
        on: the day on which it became known.
        team: the same however it was typed.
    """

    on: date
    week: str
    team: str

    @property
    def beraad(self) -> tuple[str, str]:
        """Which beraad this is: however often something is said in it, it counts once."""
        return self[1], self[2]


def seen(team: str, week: str, on: date) -> Sighting:
    """A team saw something in a week; `on` is when that became known."""
    return Sighting(on, week, _folded(team))


@of_a_beraad
@lru_cache(maxsize=4096)
def _folded(team: str) -> str:
    return " ".join(team.casefold().split())


def half_year(day: date) -> Period:
    """The half-year in which a day falls."""
    if day.month < _HALF:
        return Period(date(day.year, 1, 1), date(day.year, _HALF - 1, 30))
    return Period(date(day.year, _HALF, 1), date(day.year, 12, 31))


def widened(first: date, last: date) -> Period:
    """The whole half-years that hold these days; the later day may come first."""
    early, late = min(first, last), max(first, last)
    return Period(half_year(early).first, half_year(late).last)


@lru_cache(maxsize=4096)
def day_of(week: str) -> date:
    """The Thursday of an ISO week, which decides in which year it lies; raises ValueError."""
    return monday_of(week) + timedelta(days=3)


def is_week(week: str) -> bool:
    """Whether something came out of a beraad: then it has its week."""
    try:
        day_of(week)
    except ValueError:
        return False
    return True


def is_within(day: date, period: Period) -> bool:
    """Whether a day belongs to this period."""
    return period.first <= day <= period.last


def weeks_in(period: Period, weeks: Iterable[str]) -> frozenset[str]:
    """Those of these weeks that belong to a period; what is no week belongs to none."""
    return frozenset(week for week in weeks if is_week(week) and is_within(day_of(week), period))


def groups(sightings: Iterable[Sighting]) -> tuple[tuple[Sighting, ...], ...]:
    """The full groups, each beraad once; what is left over is in none."""
    known: set[tuple[str, str]] = set()
    waiting: dict[date, tuple[list[Sighting], set[str]]] = defaultdict(lambda: ([], set()))
    full: list[tuple[Sighting, ...]] = []
    for one in sorted(sightings):
        beraad = week, team = one[1:]
        if beraad in known:
            continue
        known.add(beraad)
        group, teams = waiting[_half_of(week)]
        group.append(one)
        teams.add(team)
        if len(group) >= FEWEST_BERADEN and len(teams) >= FEWEST_TEAMS:
            full.append(tuple(group))
            group.clear()
            teams.clear()
    return tuple(full)


def counted(sightings: Iterable[Sighting]) -> Count | None:
    """How many beraden of how many teams; None where that is too few to tell."""
    return count_of(groups(sightings))


def count_of(full: Sequence[Sequence[Sighting]]) -> Count | None:
    """The count of full groups; None without any."""
    if not full:
        return None
    return Count(len(full) * FEWEST_BERADEN, len({one.team for group in full for one in group}))


def total_of(rows: Iterable[Sequence[Sequence[Sighting]]]) -> Count | None:
    """The count of what is in the numbers of these rows, each of full groups; None without any.

    A beraad in more rows counts once, and a total is never more than its rows say together. So its
    teams may be more than the beraden it tells; it tells no more teams than beraden.
    """
    known = tuple(rows)
    beraden = {one.beraad for full in known for group in full for one in group}
    return _total(beraden, sum(map(len, known)))


def _total(beraden: Collection[tuple[object, str]], groups: int) -> Count | None:
    told = min(len(beraden) // FEWEST_BERADEN, groups) * FEWEST_BERADEN
    return Count(told, min(told, len({team for _, team in beraden}))) if told else None


class Ranked:
    """Sightings by their place in the order in which they are counted.

    It counts as `counted` does, for tens of thousands of sightings many times over: what a beraad,
    a team and a half-year are is worked out once, and each half-year is a stretch of places.
    """

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        halves: dict[date, list[Sighting]] = defaultdict(list)
        for one in sorted(set(sightings)):
            halves[_half_of(one[1])].append(one)
        ordered = [one for half in halves.values() for one in half]
        self._ends = list(accumulate(map(len, halves.values())))
        self._places = {one: place for place, one in enumerate(ordered)}
        beraden: dict[tuple[str, str], int] = {}
        self._beraden = [beraden.setdefault(one[1:], len(beraden)) for one in ordered]
        self._teams = [one[2] for one in ordered]

    def places(self, sightings: Iterable[Sighting]) -> list[int]:
        """Where these come in the order; raises KeyError for another than was given."""
        return list(map(self._places.__getitem__, sightings))

    def counted(self, places: Iterable[int]) -> Count | None:
        """How many beraden of how many teams; None where that is too few to tell."""
        inside, groups = self._in_full_groups(places)
        teams = set(map(self._teams.__getitem__, inside))
        return Count(groups * FEWEST_BERADEN, len(teams)) if groups else None

    def total_of(self, rows: Iterable[Iterable[int]]) -> Count | None:
        """The count of what is in the numbers of rows of these places: as `total_of` counts it."""
        beraden: set[tuple[object, str]] = set()
        groups = 0
        for places in rows:
            inside, full = self._in_full_groups(places)
            groups += full
            beraden.update((self._beraden[one], self._teams[one]) for one in inside)
        return _total(beraden, groups)

    def _in_full_groups(self, places: Iterable[int]) -> tuple[list[int], int]:
        """The places of the beraden in full groups, and how many groups: as `groups` makes them."""
        back = sorted(set(places), reverse=True)
        first = dict(zip(map(self._beraden.__getitem__, back), back, strict=True))
        ordered = sorted(first.values())
        teams = list(map(self._teams.__getitem__, ordered))
        inside: list[int] = []
        groups = 0
        at = 0
        for end in self._ends:
            upto = bisect_left(ordered, end, at)
            while (after := _full_at(teams, at, upto)) is not None:
                inside += ordered[at:after]
                groups += 1
                at = after
            at = upto
        return inside, groups


def _full_at(teams: Sequence[str], begin: int, end: int) -> int | None:
    """Where a group that begins here is full; None when it is not before the end."""
    at = begin + FEWEST_BERADEN
    if at > end:
        return None
    known = set(teams[begin:at])
    while len(known) < FEWEST_TEAMS:
        if at == end:
            return None
        known.add(teams[at])
        at += 1
    return at


def in_numbers(sightings: Iterable[Sighting]) -> frozenset[tuple[str, str]]:
    """The beraden that are in a number."""
    return frozenset(one.beraad for group in groups(sightings) for one in group)


def middle(values: Sequence[float]) -> int | None:
    """The middle of these, rounded; None where they are too few for it."""
    if len(values) < FEWEST_FOR_A_MIDDLE:
        return None
    ordered = sorted(values)
    at = len(ordered) // 2
    if len(ordered) % 2:
        return round(ordered[at])
    return round((ordered[at - 1] + ordered[at]) / 2)


@lru_cache(maxsize=4096)
def _half_of(week: str) -> date:
    return half_year(day_of(week)).first
