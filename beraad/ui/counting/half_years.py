"""Which whole half-years can be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from beraad.records import Period
from beraad.signals.small_numbers import half_year, widened


class Span(StrEnum):
    """How far back somebody looks."""

    THIS_HALF = "this_half"
    THIS_YEAR = "this_year"
    TWO_YEARS = "two_years"
    ALL = "all"


SPANS = (
    (Span.THIS_YEAR, "Dit jaar"),
    (Span.THIS_HALF, "Dit halfjaar"),
    (Span.TWO_YEARS, "Dit en vorig jaar"),
    (Span.ALL, "Alles"),
)


def period_of(span: Span, today: date, days: Iterable[date]) -> Period:
    """The half-years of this choice; `days` are those on which something happened."""
    match span:
        case Span.THIS_HALF:
            return half_year(today)
        case Span.THIS_YEAR:
            return widened(date(today.year, 1, 1), date(today.year, 12, 31))
        case Span.TWO_YEARS:
            return widened(date(today.year - 1, 1, 1), date(today.year, 12, 31))
        case Span.ALL:
            return widened(min(days, default=today), today)
