"""The date in the properties of a file: never the day itself."""

from __future__ import annotations

from datetime import date

from beraad.phases.dates import monday_of, start_of
from beraad.privacy.leaving.lesson import CleanedLesson
from beraad.report.blocks import Document


def day_of(document: Document) -> date:
    """The Monday of the beraad's week; of a leerverslag the first day of its half year."""
    source = document.source
    return start_of(source.season) if isinstance(source, CleanedLesson) else monday_of(source.week)
