"""How the time of an oefening went, as a picture with words, and what to talk about.

It says what was planned, given and used, where the group went back, and when something came. It
weighs nothing: whoever led says what it was good for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from beraad.phases.course import Course
from beraad.phases.marks import whole_minutes
from beraad.phases.parts import part_short
from beraad.phases.plan import PROTECTED, Plan, plan_of
from beraad.records import PhaseKey, Session
from beraad.report.charts import Fill, Lane, Series, Span, Timeline
from beraad.training.observing.time_log import Event, EventKind

_A_WHILE = 20
"""Seconds in a ronde that were more than passing through."""
_HALF = 30
"""Seconds of half a minute."""
_MUCH = 120
"""Seconds over what was planned at which a ronde is worth a question, whatever was given."""
_ALWAYS = "Waar nam je tijd, en wat gaf dat?"
"""What there is to talk about however the time went."""
_TICK_EVERY = (5, 10, 15, 20, 30, 60)
_MOST_TICKS = 9
_MARK = 0.5
"""Minutes that a mark is wide in the picture."""

_SERIES = (
    Series("gepland", Fill.OUTLINE),
    Series("gebruikt, binnen wat je gaf", Fill.SOLID),
    Series("meer dan je gaf", Fill.HATCHED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A stretch of the talk in one ronde, in seconds on the clock.

    Attributes:
        is_return: the group had been here already, and further on.
    """

    phase: PhaseKey
    begin: int
    end: int
    is_return: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """The time of one oefening.

    Attributes:
        chart: the picture; None as long as the clock did not run.
        told: in one sentence, how long it was to take and took.
        questions: what to talk about.
    """

    chart: Timeline | None
    told: str
    questions: tuple[str, ...]


def stays(
    course: Course, events: Sequence[Event], until: int, *, filled: Collection[PhaseKey] = ()
) -> tuple[Stay, ...]:
    """Where the talk was from when to when; passing through a ronde is no stay.

    Of what was `filled` before it began, all was said already: who goes there goes back.
    """
    turns = [event for event in events if event.kind is EventKind.RONDE]
    order = (PhaseKey.OPENING, *course.keys)
    found: list[Stay] = []
    furthest = -1
    been = set(filled)
    for turn, after in pairwise([*turns, None]):
        if turn is None:
            continue
        end = after.at if after is not None else until
        if end - turn.at < _A_WHILE:
            continue
        place = order.index(turn.phase)
        before = found[-1] if found else None
        if before is not None and before.phase is turn.phase:
            found[-1] = Stay(
                phase=turn.phase, begin=before.begin, end=end, is_return=before.is_return
            )
            continue
        is_return = place < furthest and turn.phase in been
        found.append(Stay(phase=turn.phase, begin=turn.at, end=end, is_return=is_return))
        been.add(turn.phase)
        furthest = max(furthest, place)
    return tuple(found)


def replay(session: Session, events: Sequence[Event], *, first: PhaseKey | None) -> Replay:
    """The time of this oefening, that began at the ronde `first`; None for the opening."""
    course = Course.of(session)
    plan = plan_of(session)
    order = (PhaseKey.OPENING, *course.keys)
    practised = order[order.index(first) :] if first is not None else order
    begin = min((event.at for event in events), default=0)
    filled = [key for key in order if key not in practised]
    there = stays(course, events, plan.used, filled=filled)
    planned = sum(share.base for share in plan.shares if share.key in practised)
    used = sum(stay.end - stay.begin for stay in there)
    if not there:
        ran = sum(share.seconds for share in plan.shares if share.key in practised)
        return Replay(chart=None, told=_hardly(ran), questions=(_ALWAYS,))
    told = f"Gepland {_minutes(planned * 60)}, gebruikt {_minutes(used)}."
    return Replay(
        chart=_chart(course, plan, practised, there, events, begin, told),
        told=told,
        questions=tuple(_questions(course, plan, practised, there, events)) or (_ALWAYS,),
    )


def _hardly(seconds: int) -> str:
    """How long the clock ran, where it was nowhere for a while."""
    if not seconds:
        return "De klok heeft in deze oefening niet gelopen."
    return (
        f"De klok liep in deze oefening {_minutes(seconds)}, in geen ronde langer dan "
        f"{_A_WHILE} seconden achter elkaar."
    )


def _chart(
    course: Course,
    plan: Plan,
    practised: Sequence[PhaseKey],
    there: Sequence[Stay],
    events: Sequence[Event],
    begin: int,
    told: str,
) -> Timeline:
    lanes = [*_rondes(course, plan, practised, there, begin), *_marks(course, events, begin)]
    planned = sum(share.base for share in plan.shares if share.key in practised)
    end = max([float(planned), *(span.end for lane in lanes for span in lane.spans)])
    words = " ".join(f"{lane.label}: {lane.said}." for lane in lanes)
    return Timeline(
        head="Ronde",
        told="Minuten gepland, gegeven, gebruikt",
        lanes=tuple(lanes),
        ticks=tuple(_ticks(end)),
        alternative=f"{told} {words}",
        series=_SERIES,
        line=(float(planned), "gepland einde"),
    )


def _rondes(
    course: Course,
    plan: Plan,
    practised: Sequence[PhaseKey],
    there: Sequence[Stay],
    begin: int,
) -> Iterator[Lane]:
    from_ = 0.0
    for share in plan.shares:
        mine = [stay for stay in there if stay.phase is share.key]
        used = sum(stay.end - stay.begin for stay in mine)
        spans: list[Span] = []
        if share.key in practised:
            base, given = share.base, share.minutes
            spans.append(Span(from_, from_ + base, Fill.OUTLINE))
            from_ += base
        elif mine:  # A ronde that was filled in: nothing was planned to go back for.
            base, given = 0, max(0, share.shift)
        else:
            continue
        left = given * 60
        for stay in mine:
            within = min(left, stay.end - stay.begin)
            left -= within
            middle = stay.begin + within
            if within:
                spans.append(Span(_at(stay.begin, begin), _at(middle, begin)))
            if middle < stay.end:
                spans.append(Span(_at(middle, begin), _at(stay.end, begin), Fill.HATCHED))
        said = f"{base} · {given} · {whole_minutes(used)}"
        if share.key not in practised:
            said += ", van vóór het begin"
        elif any(stay.is_return for stay in mine):
            said += ", met een keer terug"
        yield Lane(part_short(course, share.key), tuple(spans), said)


def _marks(course: Course, events: Sequence[Event], begin: int) -> Iterator[Lane]:
    """When the question changed, alternatives came, afwegingen were shown, and hints."""
    for kind, name in (
        (EventKind.QUESTION, "Vraag aangepast"),
        (EventKind.ALTERNATIVE, "Alternatieven"),
        (EventKind.REVEALED, "Afwegingen getoond"),
        (EventKind.HINT, "Tips gekregen"),
        (EventKind.HINT_AWAY, "Tips weggelegd"),
    ):
        mine = [event for event in events if event.kind is kind]
        if not mine:
            continue
        spans = tuple(Span(_at(event.at, begin), _at(event.at, begin) + _MARK) for event in mine)
        said = [
            f"{event.detail} in {part_short(course, event.phase)}".strip()
            if event.detail
            else part_short(course, event.phase)
            for event in mine
        ]
        yield Lane(name, spans, _short_list(said))


def _short_list(said: Sequence[str]) -> str:
    most = 2
    shown = ", ".join(said[:most])
    return shown if len(said) <= most else f"{shown} en {len(said) - most} meer"


def _questions(
    course: Course,
    plan: Plan,
    practised: Sequence[PhaseKey],
    there: Sequence[Stay],
    events: Sequence[Event],
) -> Iterator[str]:
    used = {
        share.key: sum(stay.end - stay.begin for stay in there if stay.phase is share.key)
        for share in plan.shares
    }
    over = {
        share.key: used[share.key] - share.base * 60
        for share in plan.shares
        if share.key in practised
    }
    long = [
        share.key
        for share in plan.shares
        if share.key in practised
        and (round(used[share.key] / 60) > share.minutes or over[share.key] > _MUCH)
    ]
    if long:
        longest = max(long, key=lambda key: over[key])
        yield (
            f"{_named(course, longest)} duurde {_minutes(used[longest])}. Waarvoor koos je, toen "
            "je doorging?"
        )
    for phase in dict.fromkeys(stay.phase for stay in there if stay.is_return):
        yield f"Jullie gingen terug naar {_named(course, phase).lower()}. Wat leverde dat op?"
    early = [
        event
        for event in events
        if event.kind is EventKind.ALTERNATIVE and event.phase in _before_alternatives(course)
    ]
    if early:
        where = _named(course, early[0].phase).lower()
        yield f"Alternatief {early[0].detail} kwam al in {where}. Wat maakte dat het er toen was?"
    last = sum(seconds for key, seconds in used.items() if key in PROTECTED)
    if used[PhaseKey.CONCLUSION]:
        yield (
            f"De laatste drie rondes kregen samen {_minutes(last)}. Was dat genoeg voor de "
            "afspraken?"
        )
    away = sum(event.kind is EventKind.HINT_AWAY for event in events)
    if away:
        tips = "één tip" if away == 1 else f"{away} tips"
        yield f"Je legde {tips} weg. Welke paste niet bij wat je hoorde?"


def _before_alternatives(course: Course) -> tuple[PhaseKey, ...]:
    keys = course.keys
    return (PhaseKey.OPENING, *keys[: keys.index(PhaseKey.ALTERNATIVES)])


def _named(course: Course, phase: PhaseKey) -> str:
    if phase is PhaseKey.OPENING:
        return "De opening"
    return f"Ronde {course.number(phase)}"


def _at(seconds: int, begin: int) -> float:
    """Minutes since the oefening began."""
    return (seconds - begin) / 60


def _minutes(seconds: int) -> str:
    if 0 < seconds < _HALF:
        return "minder dan een halve minuut"
    minutes = whole_minutes(seconds)
    return "één minuut" if minutes == 1 else f"{minutes} minuten"


def _ticks(end: float) -> Iterator[tuple[float, str]]:
    apart = next((each for each in _TICK_EVERY if end / each < _MOST_TICKS), _TICK_EVERY[-1])
    for number in range(int(end // apart) + 1):
        yield float(number * apart), f"{number * apart}"
    if end < apart:
        yield float(apart), f"{apart}"
