"""What returns over many beraden and signals, in numbers that point to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from beraad.records import (
    SOON,
    Answers,
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
    Waiting,
)
from beraad.signals.facts import BeraadFacts, Heard, Went
from beraad.signals.overview import GONE, going_on, longest_of
from beraad.signals.small_numbers import (
    Ranked,
    Sighting,
    counted,
    day_of,
    in_numbers,
    is_within,
    middle,
    seen,
    weeks_in,
)

_MOST = 8
"""So many rows are read; what returns seldom is not a pattern."""

_MOST_VOICES = 16
"""More than a list of perspectives has: who is left out of it is missed least."""

_WEEK = 7
_WITHIN = (4, SOON, 13)
_IN_TIME = "antwoord binnen {} weken"
_ANSWERED = "antwoord, binnen welke tijd ook"
_UNHEARD = "geen antwoord gekregen"
_WAITS = "wacht nog op antwoord"
_WAITS_LONGER = f"wacht langer dan {SOON} weken"

_WENT = {
    Went.NEW_OPTION: "In {} beraden kozen mensen een andere weg dan de twee van het begin.",
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
"""What went well after a signal with an answer, and of which of those that holds."""


_K = TypeVar("_K", bound=Hashable)


def patterns(
    facts: Iterable[BeraadFacts],
    lines: Iterable[SignalLine],
    made: Overview,
    *,
    today: date,
    perspectives: Iterable[str] = (),
) -> Patterns:
    """What returns in the beraden and signals of a period, of which the knelpunten are known.

    Of all these perspectives it is told how often nobody named them, also when nobody ever did.
    """
    period = made.period
    known, everything = tuple(lines), tuple(facts)
    beraden = [one for one in everything if is_within(day_of(one.week), period)]
    voices = dict.fromkeys((*perspectives, *(name for one in everything for name in one.voices)))
    inside = weeks_in(period, {line.week for line in known})
    goes_on = going_on(known)
    told = [
        line for line in known if line.week in inside and line.status is not SignalStatus.WITHDRAWN
    ]
    saw, own, order = _in_order(told, goes_on)
    levels = _levels(saw)
    return Patterns(
        period=period,
        total=counted(map(_seen, beraden)),
        named=made.total,
        located=order.total_of(levels.values()),
        clashes=_clashes(beraden),
        bottlenecks=_most_first(Tally(row.title, row.count) for row in made.rows),
        levels=tuple((one, order.counted(levels[one])) for one in SignalLevel if one in levels),
        voices=_voices(voices, beraden),
        answers=_answers(own, order, today, longest_of(made.rows)),
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


def _levels(signals: _Told) -> Mapping[SignalLevel, list[int]]:
    told: dict[SignalLevel, list[int]] = defaultdict(list)
    for line, place in signals.each():
        if line.level is not None:
            told[line.level].append(place)
    return told


def _voices(names: Iterable[str], beraden: Sequence[BeraadFacts]) -> tuple[Voice, ...]:
    """Of these perspectives those that are missed most first; of as many, in the order given."""
    if not beraden:
        return ()
    said = _by(beraden, lambda one: _heard(one.voices, Heard.SAID))
    filled = _by(beraden, lambda one: _heard(one.voices, Heard.FILLED_IN))
    found: list[Voice] = []
    for name in names:
        unnamed = counted(_seen(one) for one in beraden if name not in one.voices)
        voice = Voice(name, counted(said.get(name, ())), counted(filled.get(name, ())), unnamed)
        found.append(voice)
    return tuple(sorted(found, key=_missed)[:_MOST_VOICES])


def _missed(voice: Voice) -> int:
    return -(voice.unnamed.beraden if voice.unnamed else 0)


def _heard(voices: Mapping[str, Heard], how: Heard) -> Iterable[str]:
    return (name for name, heard in voices.items() if heard is how)


def _answers(signals: _Told, order: Ranked, today: date, longest: Waiting | None) -> Answers:
    waited: dict[tuple[date, date | None, bool], list[int]] = defaultdict(list)
    for line, place in signals.each():
        if line.asked_on is not None and not line.answers_clash:
            waited[line.asked_on, line.answered_on, _is_answered(line)].append(place)
    in_time: dict[int, list[int]] = {most: [] for most in _WITHIN}
    answered: list[int] = []
    unheard: list[int] = []
    waits: list[int] = []
    longer: list[int] = []
    for (asked, ended, is_answered), places in waited.items():
        weeks = _weeks((ended or today) - asked)
        if ended is None:
            waits += places
            longer += places if weeks > SOON else ()
        elif not is_answered:
            unheard += places
        else:
            answered += places
            for most in _WITHIN:
                in_time[most] += places if weeks <= most else ()

    def row(name: str, places: Sequence[int]) -> Tally | None:
        return Tally(name, order.counted(places)) if places else None

    within = {most: row(_IN_TIME.format(most), places) for most, places in in_time.items()}
    came, none = row(_ANSWERED, answered), row(_UNHEARD, unheard)
    open_, late = row(_WAITS, waits), row(_WAITS_LONGER, longer)
    return Answers(
        total=order.total_of((answered, unheard, waits)),
        answered=came,
        soon=within[SOON],
        waiting=open_,
        longest=longest,
        steps=tuple(one for one in (*within.values(), came, none, open_, late) if one),
    )


def _is_answered(line: SignalLine) -> bool:
    """Whether it was passed on and something was said in return."""
    return line.asked_on is not None and line.answered_on is not None and not line.unanswered


def _weeks(days: timedelta) -> int:
    """In which week this falls; thirty days are no four weeks: a week that has begun counts."""
    return max(1, -(-days.days // _WEEK))


def _went_well(beraden: Sequence[BeraadFacts], signals: _Told, order: Ranked) -> tuple[Tally, ...]:
    went = _by(beraden, lambda one: one.went)
    found = [Tally(name, counted(went[one])) for one, name in _WENT.items() if one in went]
    heard = [(line, place) for line, place in signals.each() if _is_answered(line)]
    for name, holds in _AFTERWARDS:
        if some := [place for line, place in heard if holds(line)]:
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
