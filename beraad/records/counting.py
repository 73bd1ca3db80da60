"""What overviews tell: rows and patterns in which every number stands for several teams."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beraad.records.identity import Id
from beraad.records.phase_key import PhaseKey
from beraad.records.signal import SignalLevel

FEWEST_BERADEN, FEWEST_TEAMS = 3, 2
"""What a number stands for at least; below that it points to a team."""

SOON = 8
"""So many weeks are told apart: who had an answer by then, and who waits longer."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often something was seen.

    Raises ValueError for a number that would point to somebody, and for more teams than beraden: a
    beraad is of one team.
    """

    beraden: int
    teams: int

    def __post_init__(self) -> None:
        if self.beraden < FEWEST_BERADEN or self.teams < FEWEST_TEAMS:
            msg = "so few are not counted"
            raise ValueError(msg)
        if self.teams > self.beraden:
            msg = "more teams than beraden"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole half-years.

    Attributes:
        first: its first day, in January or July.
        last: its last day, in June or December.
    """

    first: date
    last: date


class RowStanding(StrEnum):
    """How far the signals about one knelpunt are, by what is most urgent."""

    CLASH = "clash"
    TELL_TEAM = "tell_team"
    ASK_TEAM = "ask_team"
    TO_CLOSE = "to_close"
    ASKED_BACK = "asked_back"
    WAITING = "waiting"
    IN_PROGRESS = "in_progress"
    DRAFT = "draft"
    TRIAL = "trial"
    RESEARCH = "research"
    MOVED_ON = "moved_on"
    CHANGED = "changed"
    NOTHING = "nothing"
    UNANSWERED = "unanswered"
    ENDED = "ended"


class Waiting(StrEnum):
    """How long the oldest open signal waits, in steps: a number of days would be a date."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    LONGER = "longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """One knelpunt.

    Attributes:
        key: what makes it this knelpunt; the same as long as nobody joins it with another.
        count: in how many beraden of how many teams; None where that is too few to tell.
        in_beraden: whether anything of it was seen in a beraad; a signal can be written without.
        since: when it was seen first, also before the period: a half-year, "najaar 2026"; the year
            where too few saw it then to tell more.
        levels: where it sits, each once.
        standings: how far its signals are, each once, the most urgent first.
        waits: how long the oldest open signal waits; None when none is open.
        joined: the titles of other knelpunten that somebody said are the same.
        signals: the signals it was made of.
    """

    key: str
    title: str
    count: Count | None
    since: str
    levels: tuple[SignalLevel, ...]
    standings: tuple[RowStanding, ...]
    waits: Waiting | None
    joined: tuple[str, ...]
    signals: tuple[Id, ...]
    in_beraden: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All knelpunten of a period, those that wait longest first.

    Attributes:
        total: the beraden that are in a number of a row; None when there is none.
        is_over: the period had ended on the day of counting.
    """

    period: Period
    rows: tuple[OverviewRow, ...]
    total: Count | None
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one thing was seen; `count` is None where that is too few to tell."""

    name: str
    count: Count | None


@dataclass(frozen=True, slots=True)
class Voice:
    """How often a perspective spoke for itself, was filled in by others, and was not named."""

    name: str
    said: Count | None
    filled_in: Count | None
    unnamed: Count | None


@dataclass(frozen=True, slots=True)
class Pace:
    """The middle of the minutes of one ronde, as used and as planned."""

    key: PhaseKey
    used: int
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What became of what was asked.

    None of a row stands for no signal at all. What came within some time is part of what came, so
    its number is never larger.

    Attributes:
        total: the beraden in the numbers of what was answered, ended without, and waits.
        answered: those with an answer to a signal; `soon` those with one within `SOON` weeks.
        waiting: those with a signal that still waits.
        longest: how long the oldest that waits does, as the overzicht tells; None when none waits.
        steps: every row, with those of more times.
    """

    total: Count | None
    answered: Tally | None
    soon: Tally | None
    waiting: Tally | None
    longest: Waiting | None
    steps: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """What returns over beraden and signals.

    Attributes:
        total: the beraden that were counted.
        named: the beraden that are in the number of a knelpunt, as in the overzicht.
        located: the beraden with a signal that says where it sits.
        clashes: which values collide, two by two.
        bottlenecks: the rows of the overzicht, those of most beraden first.
        went_well: what went well; each name is a sentence with `{}` where the number stands.
    """

    period: Period
    total: Count | None
    named: Count | None
    located: Count | None
    clashes: tuple[Tally, ...]
    bottlenecks: tuple[Tally, ...]
    levels: tuple[tuple[SignalLevel, Count | None], ...]
    voices: tuple[Voice, ...]
    answers: Answers
    went_well: tuple[Tally, ...]
    paces: tuple[Pace, ...]
