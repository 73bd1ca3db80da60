"""Signals by knelpunt: what several teams saw, how it stands, and what looks alike.

Nothing is joined by itself. What looks like another knelpunt is pointed out, with why; a person
says that two are the same or are not, and can take that back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from beraad.phases.dates import season_of
from beraad.records import (
    Id,
    Outcome,
    Overview,
    OverviewRow,
    Period,
    RowStanding,
    SignalLevel,
    SignalLine,
    SignalStatus,
    Waiting,
)
from beraad.signals.small_numbers import (
    Sighting,
    count_of,
    day_of,
    groups,
    is_week,
    is_within,
    seen,
    total_of,
    weeks_in,
)

_MOST_ALIKE = 3
_LEAST_WORDS, _MANY_WORDS = 2, 3
_LEAST_SHARE, _LARGE_SHARE = 0.3, 0.5
"""Of the words of the shorter text: teams of one field share a few words whatever they say."""

_WORDS = re.compile(r"[^\W\d_]{5,}")
_MASKS = re.compile(r"\[[^\[\]]*\]")
_EVERYDAY = frozenset(
    {
        *("mevrouw", "meneer"),
        *("omdat", "wordt", "worden", "terwijl", "inwoner", "inwoners", "mensen", "steeds"),
        *("altijd", "zonder", "tussen", "andere", "moeten", "kunnen", "krijgen", "krijgt"),
        *("hebben", "heeft", "waardoor", "wanneer", "daarna", "eerst", "tijdens", "gemeente"),
        *("team", "teams", "soms", "alleen", "iemand", "niemand", "niets", "ander", "anders"),
        *("geeft", "geven", "komen", "begint", "weken", "maand", "maanden", "jaren", "terug"),
        *("duurt", "binnen", "eigen", "dezelfde", "zelfde", "eerste", "zoals", "alles", "waarin"),
        *("samen", "nieuwe", "daardoor", "wachten", "wacht", "blijft", "blijven", "staan"),
        *("staat", "gaan", "vraagt", "vragen", "zitten"),
    }
)
_STEPS = (
    (30, Waiting.MONTH),
    (91, Waiting.QUARTER),
    (182, Waiting.HALF_YEAR),
)
_URGENCY = tuple(RowStanding)
_WAITED = tuple(Waiting)
_OF_STATUS = {
    SignalStatus.DRAFT: RowStanding.DRAFT,
    SignalStatus.PASSED_ON: RowStanding.WAITING,
    SignalStatus.RECEIVED: RowStanding.WAITING,
    SignalStatus.IN_PROGRESS: RowStanding.IN_PROGRESS,
    SignalStatus.ASKED_BACK: RowStanding.ASKED_BACK,
    SignalStatus.ANSWERED: RowStanding.TELL_TEAM,
    SignalStatus.TOLD: RowStanding.ASK_TEAM,
    SignalStatus.WEIGHED: RowStanding.TO_CLOSE,
}
_OF_OUTCOME = {
    Outcome.CHANGE: RowStanding.CHANGED,
    Outcome.TRIAL: RowStanding.TRIAL,
    Outcome.RESEARCH: RowStanding.RESEARCH,
    Outcome.MOVED_ON: RowStanding.MOVED_ON,
    Outcome.NOTHING: RowStanding.NOTHING,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of two knelpunten, named by their titles.

    Attributes:
        disputed: two laptops said something else; as long as nobody chose, neither counts.
    """

    first: str
    second: str
    same: bool
    disputed: bool = False

    @property
    def pair(self) -> frozenset[str]:
        """The two, in whatever order."""
        return frozenset({key_of(self.first), key_of(self.second)})


@dataclass(frozen=True, slots=True)
class Likeness:
    """A knelpunt that looks like another one.

    Attributes:
        why: what is alike, each a few words.
    """

    key: str
    title: str
    why: tuple[str, ...]


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, in small letters."""
    return frozenset(_WORDS.findall(_MASKS.sub(" ", text).casefold())) - _EVERYDAY


def says_the_same(shared: int, shorter: int, *, in_titles: bool) -> bool:
    """Whether two texts with so many telling words in common, of the shorter, may say the same.

    `in_titles` tells that one of those words stands in both titles.
    """
    if shared < _LEAST_WORDS:
        return False
    share = shared / shorter
    is_much = shared >= _MANY_WORDS and share >= _LEAST_SHARE
    return in_titles or share > _LARGE_SHARE or is_much


def key_of(title: str) -> str:
    """What makes a knelpunt the same, however it was typed."""
    return " ".join(title.casefold().split()).rstrip(".")


def overview(
    lines: Iterable[SignalLine],
    period: Period,
    *,
    today: date,
    judgements: Sequence[Judgement] = (),
) -> Overview:
    """The knelpunten of a period, those that wait longest first."""
    leader = _leaders(judgements)
    known = tuple(lines)
    goes_on = going_on(known)
    inside = weeks_in(period, {line.week for line in known})
    rows: dict[str, list[SignalLine]] = defaultdict(list)
    ever: dict[str, list[SignalLine]] = defaultdict(list)
    for line in known:
        now = goes_on(line)
        key = key_of(now.title)
        if not key or now.status in GONE:
            continue
        key = leader.get(key, key)
        ever[key].append(line)
        if line.week in inside or _came_within(line, period):
            rows[key].append(line)
    made = [_row(key, found, _since(ever[key]), goes_on, today) for key, found in rows.items()]
    ordered = sorted((row for row, _ in made), key=_place)
    return Overview(
        period=period,
        rows=tuple(ordered),
        total=total_of(full for _, full in made),
        is_over=period.last < today,
    )


GONE = frozenset({SignalStatus.WITHDRAWN, SignalStatus.JOINED})
"""A signal that stands for nothing by itself; who joined it may stand for another."""


def going_on(lines: Sequence[SignalLine]) -> Callable[[SignalLine], SignalLine]:
    """With which signal each goes on: itself, or at last the one that it was joined with.

    Who joined a signal with another saw the same knelpunt, and is counted there.
    """
    joined = {line.id: line for line in lines if line.status is SignalStatus.JOINED}
    ends = {line.goes_on_with for line in joined.values()}
    known = {line.id: line for line in lines if line.id in ends}

    def now(line: SignalLine) -> SignalLine:
        passed: set[Id] = set()
        while line.id in joined and line.id not in passed:
            passed.add(line.id)
            other = known.get(line.goes_on_with) if line.goes_on_with else None
            if other is None:
                break
            line = other
        return line

    return now


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a knelpunt can be told to look like another."""

    words: frozenset[str]
    titles: frozenset[str]
    processes: frozenset[str]
    levels: frozenset[SignalLevel]

    def shared_with(self, other: Marks) -> Iterator[str]:
        """What is alike, each a few words; a level alone is no reason."""
        words, processes = self.words & other.words, self.processes & other.processes
        shorter = min(len(self.words), len(other.words))
        says = says_the_same(len(words), shorter, in_titles=bool(self.titles & other.titles))
        if not says and not processes:
            return
        if processes:
            yield f"zelfde proces: {', '.join(sorted(processes))}"
        if words:
            yield f"zelfde woorden: {', '.join(sorted(words)[:4])}"
        if self.levels and other.levels:
            yield "zelfde niveau" if self.levels & other.levels else "ander niveau"


def telling_best(row: OverviewRow, lines: Iterable[SignalLine]) -> SignalLine | None:
    """Of the signals of a row the one that says most of what happens and what is asked.

    Of those that are as good, the latest. None when no signal of the row is among these.
    """
    known = frozenset(row.signals)
    return max((line for line in lines if line.id in known), key=_told_by, default=None)


def _told_by(line: SignalLine) -> tuple[int, date, Id]:
    said = 2 * bool(line.what.strip()) + bool(line.ask.strip())
    return said, line.registered_on, line.id


def marks_of(rows: Iterable[OverviewRow], lines: Iterable[SignalLine]) -> dict[str, Marks]:
    """By what each knelpunt can be told to look like another, by its key."""
    known = {line.id: line for line in lines}
    return {row.key: _marks(row, [known[one] for one in row.signals]) for row in rows}


def alike(
    row: OverviewRow,
    rows: Iterable[OverviewRow],
    marks: Mapping[str, Marks],
    judgements: Sequence[Judgement] = (),
) -> tuple[Likeness, ...]:
    """What looks like this knelpunt and nobody judged yet, the most alike first."""
    judged = {judgement.pair for judgement in judgements}
    mine = marks[row.key]
    found: list[tuple[int, str, Likeness]] = []
    for other in rows:
        if other.key == row.key or frozenset({row.key, other.key}) in judged:
            continue
        theirs = marks[other.key]
        if why := tuple(mine.shared_with(theirs)):
            weight = len(mine.words & theirs.words) + 3 * len(mine.processes & theirs.processes)
            found.append((-weight, other.title, Likeness(other.key, other.title, why)))
    found.sort(key=lambda one: one[:2])
    return tuple(likeness for _, _, likeness in found[:_MOST_ALIKE])


def _marks(row: OverviewRow, lines: Sequence[SignalLine]) -> Marks:
    told = " ".join((row.title, *row.joined, *(line.what for line in lines)))
    words = telling_words(told)
    titles = telling_words(" ".join((row.title, *row.joined)))
    processes = frozenset(key_of(line.process) for line in lines if line.process.strip())
    return Marks(words, titles, processes, frozenset(row.levels))


def _leaders(judgements: Sequence[Judgement]) -> dict[str, str]:
    """For every knelpunt that is the same as another, under which of them it stands.

    The last word about two counts; what is the same goes on: a is b and b is c makes a c.
    """
    last: dict[frozenset[str], Judgement] = {one.pair: one for one in judgements}
    leader: dict[str, str] = {}

    def found(key: str) -> str:
        while key in leader:
            key = leader[key]
        return key

    for judgement in last.values():
        if judgement.same and not judgement.disputed:
            first, second = found(key_of(judgement.first)), found(key_of(judgement.second))
            if first != second:
                leader[max(first, second)] = min(first, second)
    return {key: found(key) for key in leader}


def _row(
    key: str,
    lines: Sequence[SignalLine],
    since: str,
    goes_on: Callable[[SignalLine], SignalLine],
    today: date,
) -> tuple[OverviewRow, tuple[tuple[Sighting, ...], ...]]:
    full = _groups(lines)
    count = count_of(full)
    now = tuple({line.id: line for line in map(goes_on, lines)}.values())
    titles = {key_of(line.title): " ".join(line.title.split()) for line in reversed(now)}
    title = titles.get(key) or titles[min(titles)]
    row = OverviewRow(
        key=key,
        title=title,
        count=count,
        since=since,
        levels=tuple(dict.fromkeys(line.level for line in lines if line.level)),
        in_beraden=any(is_week(line.week) for line in lines),
        standings=tuple(sorted({_standing(line) for line in now}, key=_URGENCY.index)),
        waits=_waits(now, today, coarse=count is None),
        joined=tuple(sorted(name for one, name in titles.items() if name != title and one != key)),
        signals=tuple(dict.fromkeys(line.id for line in (*lines, *now))),
    )
    return row, full


def _groups(lines: Iterable[SignalLine]) -> tuple[tuple[Sighting, ...], ...]:
    return groups(
        seen(line.team, line.week, line.registered_on) for line in lines if is_week(line.week)
    )


def _since(lines: Sequence[SignalLine]) -> str:
    """Since when it is seen, also before the period.

    A half-year only when enough saw it in that half-year already; otherwise the year.
    """
    first = min(map(_day, lines))
    counted = (day_of(one.week) for group in _groups(lines) for one in group)
    season = season_of(first)
    return season if season in map(season_of, counted) else str(first.year)


def _came_within(line: SignalLine, period: Period) -> bool:
    """Whether what came without a beraad was written down in this period."""
    return not is_week(line.week) and is_within(line.registered_on, period)


def _day(line: SignalLine) -> date:
    """The day of the beraad; of what came without a beraad, the day it was written down."""
    return day_of(line.week) if is_week(line.week) else line.registered_on


def _standing(line: SignalLine) -> RowStanding:
    if line.answers_clash:
        return RowStanding.CLASH
    if line.unanswered and line.status is SignalStatus.TOLD:
        return RowStanding.TO_CLOSE
    if line.status in _OF_STATUS:
        return _OF_STATUS[line.status]
    if line.unanswered:
        return RowStanding.UNANSWERED
    return _OF_OUTCOME[line.outcome] if line.outcome else RowStanding.ENDED


def _waits(lines: Iterable[SignalLine], today: date, *, coarse: bool) -> Waiting | None:
    """How long the oldest of those without an answer waits; for a few only half a year or more."""
    since = [line.asked_on for line in lines if line.asked_on and is_waiting(line)]
    if not since:
        return None
    days = (today - min(since)).days
    found = next((step for most, step in _STEPS if days <= most), Waiting.LONGER)
    if not coarse:
        return found
    return Waiting.HALF_YEAR if days <= _STEPS[2][0] else Waiting.LONGER


def is_waiting(line: SignalLine) -> bool:
    """Whether what was asked has no answer: where two clash, one came and nobody chose."""
    return line.asked_on is not None and line.answered_on is None and not line.answers_clash


def longest_of(rows: Iterable[OverviewRow]) -> Waiting | None:
    """How long the oldest of all these waits for an answer; None when nothing waits."""
    return max(filter(None, (row.waits for row in rows)), key=_WAITED.index, default=None)


def _place(row: OverviewRow) -> tuple[int, int, str]:
    waits = -1 if row.waits is None else _WAITED.index(row.waits)
    return -waits, _URGENCY.index(row.standings[0]), row.key
