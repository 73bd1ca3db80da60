"""The date in the properties of a file: never the day itself."""

from __future__ import annotations

from datetime import date

from beraad.phases.dates import monday_of, start_of
from beraad.privacy.leaving.cleaned import CleanedSignal
from beraad.privacy.leaving.lesson import CleanedLesson
from beraad.report.blocks import Document


def day_of(document: Document) -> date:
    """The Monday of the beraad's week; of a leerverslag the first day of its half year.

    Of a signal that comes from no beraad the Monday of when it came into the register.
    """
    source = document.source
    if isinstance(source, CleanedLesson):
        return start_of(source.season)
    if isinstance(source, CleanedSignal):
        return monday_of(source.week or source.registered_in)
    return monday_of(source.week)
