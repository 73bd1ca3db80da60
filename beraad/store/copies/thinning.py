"""Which backups stay: every one of the last days, then one a day, a week, a month.

It counts days, weeks and months in which there is a backup, not how long ago they were: a laptop
that lay in a drawer for a year, or a clock that jumped, costs no backup.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

LATEST, DAYS, WEEKS, MONTHS = 4, 10, 6, 12

_SLACK = timedelta(minutes=5)
"""How far a clock may be ahead of itself."""


def to_keep(moments: Iterable[datetime], *, now: datetime) -> frozenset[datetime]:
    """Which moments stay. One in the future counts for nothing, and stays: the clock was wrong."""
    found = sorted(set(moments), reverse=True)
    future = [at for at in found if at > now + _SLACK]
    past = [at for at in found if at <= now + _SLACK]
    return frozenset(
        (
            *future,
            *past[:LATEST],
            *_latest_of_each(past, _day, DAYS),
            *_latest_of_each(past, _week, WEEKS),
            *_latest_of_each(past, _month, MONTHS),
        )
    )


def _latest_of_each(
    moments: list[datetime], stretch: Callable[[datetime], Hashable], most: int
) -> list[datetime]:
    latest: dict[Hashable, datetime] = {}
    for at in moments:
        latest.setdefault(stretch(at.astimezone()), at)
    return list(latest.values())[:most]


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month
