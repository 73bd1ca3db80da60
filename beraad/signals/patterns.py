"""What returns over many beraden and signals, in numbers that point to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from beraad.records import (
    Answers,
    Count,
    Helped,
    Outcome,
    Overview,
    Pace,
    Patterns,
    PhaseKey,
    SignalLevel,
    SignalLine,
    SignalStatus,
    Tally,
    Voice,
)
from beraad.signals.facts import BeraadFacts, Heard, Went
from beraad.signals.overview import GONE, going_on
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
    facts: Iterable[BeraadFacts], lines: Iterable[SignalLine], made: Overview, *, today: date
) -> Patterns:
    """What returns in the beraden and signals of a period, of which the knelpunten are known."""
    period = made.period
    known = tuple(lines)
    beraden = [one for one in facts if is_within(day_of(one.week), period)]
    inside = weeks_in(period, {line.week for line in known})
    goes_on = going_on(known)
    told = [
        line for line in known if line.week in inside and line.status is not SignalStatus.WITHDRAWN
    ]
    saw, own, order = _in_order(told, goes_on)
    return Patterns(
        period=period,
        total=counted(map(_seen, beraden)),
        named=made.total,
        located=order.counted(place for line, place in saw.each() if line.level is not None),
        clashes=_clashes(beraden),
        bottlenecks=_most_first(Tally(row.title, row.count) for row in made.rows),
        levels=_levels(saw, order),
        voices=_voices(beraden),
        answers=_answers(own, order, today),
        went_well=_went_well(beraden, own, order),
        paces=_paces(beraden),
    )


class _Told(NamedTuple):
    """Signals, and of each the place of when it was seen: two lists, for there are many."""

    lines: list[SignalLine]
    places: list[int]

    def each(self) -> Iterator[tuple[SignalLine, int]]:
        """A signal and its place."""
        return zip(self.lines, self.places, strict=True)


def _in_order(
    lines: Sequence[SignalLine], goes_on: Callable[[SignalLine], SignalLine]
) -> tuple[_Told, _Told, Ranked]:
    """What was seen, those of it that go on by themselves, and the order in which all was seen.

    Of a signal that was joined it is the other one's line, seen by the team that joined.
    """
    found = [seen(line.team, line.week, line.registered_on) for line in lines]
    order = Ranked(found)
    saw, own = _Told([], []), _Told([], [])
    for line, place in zip(lines, order.places(found), strict=True):
        now = goes_on(line)
        if now.status in GONE:
            continue
        for told in (saw,) if now is not line else (saw, own):
            told.lines.append(now)
            told.places.append(place)
    return saw, own, order


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


def _levels(signals: _Told, order: Ranked) -> tuple[tuple[SignalLevel, Count | None], ...]:
    told: dict[SignalLevel, list[int]] = defaultdict(list)
    for line, place in signals.each():
        if line.level is not None:
            told[line.level].append(place)
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


def _answers(signals: _Told, order: Ranked, today: date) -> Answers:
    spans: dict[tuple[date, date | None], list[int]] = defaultdict(list)
    for line, place in signals.each():
        if line.asked_on is not None:
            spans[line.asked_on, line.answered_on].append(place)
    waited: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for span, places in spans.items():
        waited[_waited(*span, today)] += places
    asked = [place for places in spans.values() for place in places]
    answered = [place for (_, is_answered), some in waited.items() if is_answered for place in some]
    whole = order.in_numbers(asked)
    waits: list[tuple[int, bool]] = []
    steps: dict[str, list[int]] = {
        name: [] for name in (*(one for _, one in _WITHIN), _LATER, _WAITS[0][1], _WAITS_LONGER)
    }
    for (weeks, is_answered), places in waited.items():
        steps[_step(weeks, is_answered=is_answered)] += places
        waits += [(weeks, is_answered)] * order.within(places, whole)
    is_told = not too_few_for_a_middle(waits)
    return Answers(
        total=order.counted(asked),
        answered=order.counted(answered),
        steps=tuple(Tally(name, order.counted(found)) for name, found in steps.items() if found),
        half=half_answered(waits) if is_told else None,
        is_told=is_told,
    )


def _waited(asked: date, answered: date | None, today: date) -> tuple[int, bool]:
    """In which week of its waiting an answer came, or it waits now; and whether one came.

    Thirty days are no four weeks: a week that has begun counts.
    """
    days = ((answered or today) - asked).days
    return max(1, -(-days // _WEEK)), answered is not None


def _step(weeks: int, *, is_answered: bool) -> str:
    steps, later = (_WITHIN, _LATER) if is_answered else (_WAITS, _WAITS_LONGER)
    return next((name for most, name in steps if weeks <= most), later)


def _went_well(beraden: Sequence[BeraadFacts], signals: _Told, order: Ranked) -> tuple[Tally, ...]:
    went = _by(beraden, lambda one: one.went)
    found = [Tally(name, counted(went[one])) for one, name in _WENT.items() if one in went]
    for name, holds in _AFTERWARDS:
        if some := [place for line, place in signals.each() if holds(line)]:
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
