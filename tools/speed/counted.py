"""A municipality's register: reading it, overzicht, patronen and the beleidsbrief; beside SQL.

The folder holds a register made by `tools.invented.many_signals`.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from time import perf_counter

from beraad.publishing.overviewing import cleaned_overview, counted_in, documents, for_documents
from beraad.records import Period
from beraad.report.formats import Format, rendered
from beraad.signals.overview import overview
from beraad.signals.patterns import patterns
from beraad.store.places import register_path
from tools.speed.telling import memory, tell

_TODAY = date(2026, 11, 27)
_ALL = Period(date(2021, 1, 1), date(2026, 12, 31))
_PLAIN = """
    SELECT title, count(DISTINCT team), count(DISTINCT team || week), min(week), max(week)
    FROM signals GROUP BY title
"""
"""About what an overzicht counts, without the rule for small numbers."""


def _sql(path: Path) -> float:
    begun = perf_counter()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(_PLAIN).fetchall()
    return (perf_counter() - begun) * 1000


folder = Path(sys.argv[1])
plain = _sql(register_path(folder, practice=False))
begun = perf_counter()
counted = counted_in(folder)
read = perf_counter()
made = overview(counted.lines, _ALL, today=_TODAY)
rows = perf_counter()
patterns(counted.facts, counted.lines, made, today=_TODAY)
returned = perf_counter()
cleaned = cleaned_overview(counted, _ALL, today=_TODAY)
prepared = perf_counter()
_, letter = documents(for_documents(cleaned, counted))
rendered(letter, Format.PDF)
written = perf_counter()
tell(
    {
        "sql": plain,
        "read": (read - begun) * 1000,
        "overview": (rows - read) * 1000,
        "patterns": (returned - rows) * 1000,
        "letter": (written - prepared) * 1000,
        "memory": memory(),
    }
)
