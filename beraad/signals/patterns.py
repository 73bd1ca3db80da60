"""What returns over many beraden and signals, in numbers that point to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple, TypeVar

from beraad.records import (
    Answers,
    Count,
    Helped,
    Outcome,
    Pace,
    Patterns,
    Period,
    PhaseKey,
    SignalLevel,
    SignalLine,
    SignalStatus,
    Tally,
    Voice,
)
from beraad.signals.facts import BeraadFacts, Heard, Went
from beraad.signals.overview import GONE, going_on, key_of
from beraad.signals.small_numbers import (
    Ranked,
    Sighting,
    counted,
    day_of,
    half_answered,
    in_numbers,
    is_within,
    middle,
    seen,
    too_few_for_a_middle,
    weeks_in,
)

_MOST = 8
"""So many rows are read; what returns seldom is not a pattern."""

_WEEK = 7
_WITHIN = ((4, "antwoord binnen 4 weken"), (8, "na 5 tot 8 weken"), (13, "na 9 tot 13 weken"))
_LATER = "na meer dan 13 weken"
_WAITS = ((8, "wacht nog, tot 8 weken"),)
_WAITS_LONGER = "wacht nog, langer dan 8 weken"

_WENT = {
    Went.NEW_OPTION: "In {} beraden kozen mensen iets dat er eerst niet was.",
    Went.LOOKED_BACK: "In {} beraden is afgesproken wanneer het team terugkijkt.",
}
_AFTERWARDS: tuple[tuple[str, Callable[[SignalLine], bool]], ...] = (
    (
        "Na signalen uit {} beraden veranderde een regel of werkwijze.",
        lambda line: line.outcome is Outcome.CHANGE,
    ),
    ("Na signalen uit {} beraden kwam er een proef.", lambda line: line.outcome is Outcome.TRIAL),
    (
        "Van signalen uit {} beraden hoorde het team wat ermee is gedaan.",
        lambda line: line.told_on is not None,
    ),
    (
        "Na signalen uit {} beraden vond het team dat het hielp.",
        lambda line: line.helped is Helped.YES,
    ),
)
"""What went well after a signal, and of which signals that holds."""


_K = TypeVar("_K", bound=Hashable)


def patterns(
    facts: Iterable[BeraadFacts], lines: Iterable[SignalLine], period: Period, *, today: date
) -> Patterns:
    """What returns in the beraden and signals of a period."""
    known = tuple(lines)
    beraden = [one for one in facts if is_within(day_of(one.week), period)]
    inside = weeks_in(period, {line.week for line in known})
    goes_on = going_on(known)
    saw, order = _in_order(
        (
            line
            for line in known
            if line.week in inside and line.status is not SignalStatus.WITHDRAWN
        ),
        goes_on,
    )
    signals = [told for told in saw if told.own]
    return Patterns(
        period=period,
        total=counted(map(_seen, beraden)),
        clashes=_clashes(beraden),
        bottlenecks=_bottlenecks(saw, order),
        levels=_levels(saw, order),
        voices=_voices(beraden),
        answers=_answers(signals, order, today),
        went_well=_went_well(beraden, signals, order),
        paces=_paces(beraden),
    )


class _Told(NamedTuple):
    """A signal, the place of when it was seen, and whether it goes on by itself.

    Of one that was joined it is the other one's line, seen by the team that joined.
    """

    line: SignalLine
    place: int
    own: bool


def _in_order(
    lines: Iterable[SignalLine], goes_on: Callable[[SignalLine], SignalLine]
) -> tuple[list[_Told], Ranked]:
    """The signals in the order in which they became known."""
    found = [(line, seen(line.team, line.week, line.registered_on)) for line in lines]
    order = Ranked(one for _, one in found)
    signals: list[_Told] = []
    for line, one in found:
        now = goes_on(line)
        if now.status not in GONE:
            signals.append(_Told(now, order.place(one), line.status is not SignalStatus.JOINED))
    signals.sort(key=itemgetter(1))
    return signals, order


def _seen(one: BeraadFacts) -> Sighting:
    return seen(one.team, one.week, one.held_on)


def _by(
    things: Iterable[BeraadFacts], marks: Callable[[BeraadFacts], Iterable[_K]]
) -> dict[_K, list[Sighting]]:
    found: dict[_K, list[Sighting]] = defaultdict(list)
    for thing in things:
        for mark in marks(thing):
            found[mark].append(_seen(thing))
    return found


def _most_first(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """Those with a number, the largest first; then those that are only a few, by their names."""

    def place(one: Tally) -> tuple[int, str]:
        return -(one.count.beraden if one.count else 0), one.name

    return tuple(sorted(tallies, key=place)[:_MOST])


def _clashes(beraden: Sequence[BeraadFacts]) -> tuple[Tally, ...]:
    found = _by(beraden, lambda one: one.clashes)
    return _most_first(
        Tally(f"{first} ↔ {second}", counted(sightings))
        for (first, second), sightings in found.items()
    )


def _bottlenecks(signals: Sequence[_Told], order: Ranked) -> tuple[Tally, ...]:
    names: dict[str, str] = {}
    told: dict[str, list[int]] = defaultdict(list)
    titled: dict[str, list[int]] = defaultdict(list)
    for line, place, _ in signals:
        titled[line.title].append(place)
    for title, places in titled.items():
        if key := key_of(title):
            names.setdefault(key, " ".join(title.split()))
            told[key] += places
    return _most_first(Tally(names[key], order.counted(found)) for key, found in told.items())


def _levels(
    signals: Sequence[_Told], order: Ranked
) -> tuple[tuple[SignalLevel, Count | None], ...]:
    told: dict[SignalLevel, list[int]] = defaultdict(list)
    for line, one, _ in signals:
        if line.level is not None:
            told[line.level].append(one)
    return tuple((level, order.counted(told[level])) for level in SignalLevel if level in told)


def _voices(beraden: Sequence[BeraadFacts]) -> tuple[Voice, ...]:
    named = _by(beraden, lambda one: one.voices)
    said = _by(beraden, lambda one: _heard(one.voices, Heard.SAID))
    filled = _by(beraden, lambda one: _heard(one.voices, Heard.FILLED_IN))
    found: list[Voice] = []
    for name in named:
        unnamed = counted(_seen(one) for one in beraden if name not in one.voices)
        voice = Voice(name, counted(said.get(name, ())), counted(filled.get(name, ())), unnamed)
        found.append(voice)
    return tuple(sorted(found, key=lambda one: (-_beraden(one), one.name))[:_MOST])


def _beraden(voice: Voice) -> int:
    return sum(count.beraden for count in (voice.said, voice.filled_in) if count)


def _heard(voices: Mapping[str, Heard], how: Heard) -> Iterable[str]:
    return (name for name, heard in voices.items() if heard is how)


def _answers(signals: Sequence[_Told], order: Ranked, today: date) -> Answers:
    asked = [told for told in signals if told.line.asked_on is not None]
    whole = order.in_numbers(told.place for told in asked)
    waits: list[tuple[int, bool]] = []
    waited: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for line, place, _ in asked:
        waited[_waited(line, today)].append(place)
    steps: dict[str, list[int]] = {
        name: [] for name in (*(one for _, one in _WITHIN), _LATER, _WAITS[0][1], _WAITS_LONGER)
    }
    for (weeks, is_answered), places in waited.items():
        steps[_step(weeks, is_answered=is_answered)] += places
        waits += [(weeks, is_answered)] * order.within(places, whole)
    is_told = not too_few_for_a_middle(waits)
    return Answers(
        total=order.counted(told.place for told in asked),
        answered=order.counted(told.place for told in asked if told.line.answered_on is not None),
        steps=tuple(Tally(name, order.counted(found)) for name, found in steps.items() if found),
        half=half_answered(waits) if is_told else None,
        is_told=is_told,
    )


def _waited(line: SignalLine, today: date) -> tuple[int, bool]:
    """In which week of its waiting an answer came, or it waits now; and whether one came.

    Thirty days are no four weeks: a week that has begun counts.
    """
    answered = line.answered_on
    days = ((answered or today) - (line.asked_on or line.registered_on)).days
    return max(1, -(-days // _WEEK)), answered is not None


def _step(weeks: int, *, is_answered: bool) -> str:
    steps, later = (_WITHIN, _LATER) if is_answered else (_WAITS, _WAITS_LONGER)
    return next((name for most, name in steps if weeks <= most), later)


def _went_well(
    beraden: Sequence[BeraadFacts], signals: Sequence[_Told], order: Ranked
) -> tuple[Tally, ...]:
    went = _by(beraden, lambda one: one.went)
    found = [Tally(name, counted(went[one])) for one, name in _WENT.items() if one in went]
    for name, holds in _AFTERWARDS:
        if some := [told.place for told in signals if holds(told.line)]:
            found.append(Tally(name, order.counted(some)))
    return tuple(found)


def _paces(beraden: Sequence[BeraadFacts]) -> tuple[Pace, ...]:
    found: list[Pace] = []
    for key in PhaseKey:
        timed = [one for one in beraden if key in one.minutes]
        whole = in_numbers(map(_seen, timed))
        minutes = [one.minutes[key] for one in timed if _seen(one).beraad in whole]
        used = middle([spent for spent, _ in minutes])
        planned = middle([given for _, given in minutes])
        if used is not None and planned is not None:
            found.append(Pace(key, used, planned))
    return tuple(found)
