"""Lines and rows of a table that were pasted, as rows of a list."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from beraad.editing.operations import with_added, with_field, with_typed
from beraad.records import Id, Session
from beraad.records.anatomy import Address, place_of, read
from beraad.storable import storable

MOST: Final = 200
"""Rows that are made at once; more is no list of a talk."""

_NAMED = 4
"""Words in what is only named; more is a sentence."""

_SIGN = re.compile(r"[ \t]*(?:[•·▪◦‣⁃*–—-]|o(?=\t)|\d{1,2}[.)])[ \t]+")
"""What stands before a line of a list, in Word or in mail."""

_APART = " · "
"""Between texts for which there is no column."""

Cells = tuple[str, ...]
Rows = tuple[Cells, ...]
Spread = Callable[[Session, Id, Cells], Session]


@dataclass(frozen=True, slots=True)
class Column:
    """A field of the record that a cell can go into.

    `value` gives the value a cell means, and None when it means none; every text means itself.
    One that `keeps_typed` lets what means none stand in the field as it was typed.
    """

    name: str
    value: Callable[[str], Any]
    is_text: bool = True
    keeps_typed: bool = False


def rows_in(text: str) -> Rows:
    """The rows of a pasted text with their cells; none when it is one line without cells.

    Signs before the lines of a list go, and so do empty lines. A cell may hold lines of its own,
    as in a table from Excel.
    """
    lines = [_SIGN.sub("", line, count=1) for line in storable(text).split("\n")]
    table = any("\t" in line.strip() for line in lines)
    split = _cells("\n".join(lines)) if table else ((line,) for line in lines)
    stripped = (tuple(cell.strip() for cell in cells) for cells in split)
    rows = tuple(_without_end(cells) for cells in stripped if any(cells))
    several = len(rows) > 1 or any(len(cells) > 1 for cells in rows)
    return rows if several and len(rows) <= MOST else ()


def parts_in(text: str) -> Rows:
    """What one short line names side by side, as "A en B" or "A, B en C", each as a row.

    None when it is a sentence: a part of it has more words than what is only named.
    """
    line = " ".join(storable(text).split())
    before, joined, last = line.rpartition(" en ")
    parts = [part.strip() for part in (*before.split(","), last)]
    named = all(part and len(part.split()) <= _NAMED for part in parts)
    return tuple((part,) for part in parts) if joined and named and "\n" not in text.strip() else ()


def with_rows(
    session: Session,
    section: str,
    item: Id,
    columns: Sequence[Column],
    rows: Rows,
    *,
    make: Callable[[], Any],
    companions: Callable[[Session, Any], Session],
    spread: Spread | None = None,
) -> Session:
    """Return the session with these rows: the first in this record where it is empty, others below.

    `columns` are those from where was pasted. `make` and `companions` make a record and what comes
    along with it; `spread` takes the cells behind the first where the columns of a row are records
    of their own. No word of a cell is left out: what fits nowhere stands behind the last text.
    """
    here = item
    for place, cells in enumerate(rows):
        if place or not _is_empty(session, section, here, columns, len(cells)):
            record = make()
            at = [each.id for each in getattr(session, section)].index(here) + 1
            session = companions(with_added(session, section, record, at), record)
            here = record.id
        if spread is None:
            session = _put(session, section, here, columns, cells)
        else:
            session = _put(session, section, here, columns[:1], cells[:1])
            session = spread(session, here, cells[1:])
    return session


def _is_empty(
    session: Session, section: str, item: Id, columns: Sequence[Column], count: int
) -> bool:
    texts = (column for column in columns[:count] if column.is_text)
    return not any(read(session, Address(section, one.name, item)).strip() for one in texts)


def _put(
    session: Session, section: str, item: Id, columns: Sequence[Column], cells: tuple[str, ...]
) -> Session:
    left: list[str] = []
    for place, cell in enumerate(cells):
        column = columns[place] if place < len(columns) else None
        value = column.value(cell) if column and cell else None
        if column and value is not None:
            session = with_field(session, Address(section, column.name, item), value)
        elif column and cell and column.keeps_typed:
            address = Address(section, column.name, item)
            session = with_typed(with_field(session, address, None), place_of(address), cell)
        elif cell:
            left.append(cell)
    if left:
        last = [column for column in columns[: len(cells)] if column.is_text][-1]
        address = Address(section, last.name, item)
        session = with_field(session, address, _APART.join([read(session, address), *left]))
    return session


def _cells(text: str) -> Iterator[tuple[str, ...]]:
    """The cells of a table as spreadsheets copy it: quoted where a cell holds lines or tabs."""
    for cells in csv.reader(text.splitlines(keepends=True), dialect="excel-tab"):
        yield tuple(cells)


def _without_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    while len(cells) > 1 and not cells[-1]:
        cells = cells[:-1]
    return cells
