"""What is new is told together with enough other news, so that nobody sees whose it is.

Who lays the overview of before one beraad beside the one of after it, sees what that beraad
brought: a title, a voice, a number that went up. Therefore what is new waits until it is of
`FEWEST_BERADEN` beraden of `FEWEST_TEAMS` teams, in the order in which it came. So one beraad more,
or one signal more of a beraad that is told of already, changes nothing, or it changes together with
all that waited.

It waits for others of its own half-year. Periods are whole half-years: what one period tells and
another does not is then of enough beraden as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from beraad.records import FEWEST_BERADEN, FEWEST_TEAMS, Id, SignalLine
from beraad.signals.facts import BeraadFacts
from beraad.signals.small_numbers import Sighting, day_of, half_year, is_week, seen

_T = TypeVar("_T", SignalLine, BeraadFacts)


def come_together(
    lines: Iterable[SignalLine], arrived: Mapping[Id, int] = MappingProxyType({})
) -> tuple[SignalLine, ...]:
    """The signals that came into the register together with enough others, in the same order.

    They came in the order of `arrived`; without that, in the order in which they are given. A
    signal without a beraad is of the day on which it was written down.
    """
    known = tuple(lines)
    came = sorted(known, key=lambda line: arrived.get(line.id, 0))
    inside = {line.id for line in _in_whole_groups((line, _seen(line)) for line in came)}
    return tuple(line for line in known if line.id in inside)


def held_together(facts: Iterable[BeraadFacts]) -> tuple[BeraadFacts, ...]:
    """The beraden that were held together with enough others; of one day in the order given."""
    held = sorted(facts, key=lambda one: one.held_on)
    told = _in_whole_groups((one, seen(one.team, one.week, one.held_on)) for one in held)
    return tuple(sorted(told, key=lambda one: one.held_on))


def _seen(line: SignalLine) -> Sighting:
    on = line.registered_on
    return seen(line.team, line.week or on.isoformat(), on)


def _in_whole_groups(things: Iterable[tuple[_T, Sighting]]) -> list[_T]:
    told: list[_T] = []
    waiting: dict[date, tuple[list[_T], set[tuple[str, str]]]] = defaultdict(lambda: ([], set()))
    for thing, sighting in things:
        group, beraden = waiting[_half_of(sighting)]
        group.append(thing)
        beraden.add(sighting.beraad)
        if len(beraden) >= FEWEST_BERADEN and len({team for _, team in beraden}) >= FEWEST_TEAMS:
            told += group
            group.clear()
            beraden.clear()
    return told


def _half_of(sighting: Sighting) -> date:
    week = sighting.week
    return half_year(day_of(week) if is_week(week) else sighting.on).first
