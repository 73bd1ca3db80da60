"""Rows for a spreadsheet: no cell is ever carried out as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from beraad.report.visible import visible

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""What a spreadsheet takes for the begin of something to work out or to run."""


def render_rows(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV: UTF-8 with a mark that Excel knows it by, semicolons as Dutch Excel wants."""
    made = StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([safe(text) for text in header])
    writer.writerows([safe(text) for text in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """The text on one line, with an apostrophe before what would be a formula."""
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(_BEGINS_A_FORMULA) else shown
