"""The programme of a course: its days, what is done between them and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise
from typing import Any

from beraad.phases.clock_time import clock_time
from beraad.phases.data_file import DataFile
from beraad.training.place import LONGEST_TEXT, unreadable
from beraad.training.practice import LONGEST_TITLE

_PART, _BETWEEN, _AFTER = "dagdeel", "daartussen", "daarna"
_MOST_MINUTES = 480
_DAY = 24 * 60
_MOST_PARTS = 200
_MOST_TASKS = 200
_ANY_DAY = date(2026, 11, 23)

_HEAD: Mapping[str, tuple[str, type]] = {
    "titel": ("title", str),
    "voor": ("meant_for", str),
    "peildatum": ("checked_on", date),
    "inleiding": ("introduction", str),
}
_PART_FIELDS: Mapping[str, tuple[str, type]] = {
    "dag": ("day", str),
    "tijd": ("begins", str),
    "minuten": ("minutes", int),
    "naam": ("name", str),
    "doel": ("aim", str),
    "werkvorm": ("way", str),
    "casus": ("case", str),
    "ronden": ("rondes", str),
    "nodig": ("needs", str),
}
_PART_NEEDED = ("dag", "tijd", "minuten", "naam", "doel", "werkvorm")
_TASK_FIELDS: Mapping[str, tuple[str, type]] = {
    "wat": ("what", str),
    "wanneer": ("when", str),
    "waarom": ("why", str),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPart:
    """A part of a day.

    Attributes:
        day: which day, such as "Dag 1".
        begins: on the clock.
        way: how the group works.
        case: what the oefencasus is called that is used; may be empty.
        rondes: of which rondes, in words.
        needs: what lies ready.
    """

    day: str
    begins: time
    minutes: int
    name: str
    aim: str
    way: str
    case: str = ""
    rondes: str = ""
    needs: str = ""

    @property
    def ends(self) -> time:
        """On the clock."""
        begin = datetime.combine(_ANY_DAY, self.begins)
        return (begin + timedelta(minutes=self.minutes)).time()

    @property
    def clock(self) -> str:
        """From when until when: "09:30-10:15"."""
        return f"{self.begins:%H:%M}–{self.ends:%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to do outside the days."""

    what: str
    when: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A course.

    Attributes:
        checked_on: the day on which it was last checked (peildatum).
        between: what is done between the days, `after` what after the last.
    """

    title: str
    meant_for: str
    checked_on: date
    introduction: str
    parts: tuple[DayPart, ...]
    between: tuple[Task, ...]
    after: tuple[Task, ...]

    @property
    def days(self) -> tuple[tuple[str, tuple[DayPart, ...]], ...]:
        """Each day with its parts."""
        return tuple(
            (day, tuple(parts)) for day, parts in groupby(self.parts, key=lambda part: part.day)
        )


def read_programme(file: DataFile, cases: Iterable[str]) -> Programme:
    """The programme in a file, that uses no other `cases` than these.

    Raises Solvable with the line of what is not understood.
    """
    table = file.table()
    _require_readable(file, table)
    parts = file.tables(table, _PART)
    between, after = file.tables(table, _BETWEEN), file.tables(table, _AFTER)
    head = file.fields(table, _HEAD, needed=tuple(_HEAD))
    if len(str(head["title"])) > LONGEST_TITLE:
        why = f"een titel heeft hoogstens {LONGEST_TITLE} tekens"
        raise file.fault(file.line_of("", 0, "titel"), why)
    if not 0 < len(parts) <= _MOST_PARTS:
        raise file.fault(file.line_of(_PART, 1, ""), f"hier horen 1 tot {_MOST_PARTS} onderdelen")
    for header, tasks in ((_BETWEEN, between), (_AFTER, after)):
        if len(tasks) > _MOST_TASKS:
            line = file.line_of(header, _MOST_TASKS + 1, "")
            raise file.fault(line, f"hier horen hoogstens {_MOST_TASKS} opdrachten")
    known = frozenset(cases)
    read = tuple(_part(file, row, at, known) for at, row in enumerate(parts, start=1))
    _require_order(file, read)
    return Programme(
        **head,
        parts=read,
        between=_tasks(file, between, _BETWEEN),
        after=_tasks(file, after, _AFTER),
    )


def _require_readable(file: DataFile, table: Mapping[str, Any]) -> None:
    """Refuse a text that no sheet has room for, or that holds a sign nobody sees."""
    rows = [("", 0, dict(table))]
    for header in (_PART, _BETWEEN, _AFTER):
        under = file.tables(dict(table), header)
        rows += [(header, at, row) for at, row in enumerate(under, start=1)]
    for header, number, row in rows:
        for key, text in row.items():
            if not isinstance(text, str):
                continue
            if reason := unreadable(text, most=LONGEST_TEXT):
                raise file.fault(file.line_of(header, number, key), reason)


def _part(file: DataFile, row: Mapping[str, Any], number: int, cases: frozenset[str]) -> DayPart:
    values = file.fields(row, _PART_FIELDS, needed=_PART_NEEDED, header=_PART, number=number)

    def line(key: str) -> int:
        return file.line_of(_PART, number, key)

    begins = clock_time(values.pop("begins"))
    if begins is None:
        raise file.fault(line("tijd"), "schrijf de tijd als 09:30")
    if not 0 < values["minutes"] <= _MOST_MINUTES:
        raise file.fault(line("minuten"), f"hier horen 1 tot {_MOST_MINUTES} minuten")
    if _minutes(begins) + values["minutes"] >= _DAY:
        raise file.fault(line("minuten"), "dit dagdeel loopt door tot na middernacht")
    if values.get("case") and values["case"] not in cases:
        raise file.fault(line("casus"), "deze casus zit er niet bij")
    return DayPart(**values, begins=begins)


def _require_order(file: DataFile, parts: tuple[DayPart, ...]) -> None:
    """Refuse a day that stands in two places, and parts that overlap."""
    days = [day for day, _ in groupby(part.day for part in parts)]
    for number, (before, part) in enumerate(pairwise(parts), start=2):
        if part.day == before.day and _minutes(part.begins) < (
            _minutes(before.begins) + before.minutes
        ):
            line = file.line_of(_PART, number, "tijd")
            raise file.fault(line, "dit dagdeel begint voordat het vorige klaar is")
        if part.day != before.day and days.count(part.day) > 1:
            line = file.line_of(_PART, number, "dag")
            raise file.fault(line, "de onderdelen van één dag horen bij elkaar te staan")


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _tasks(file: DataFile, rows: list[dict[str, Any]], header: str) -> tuple[Task, ...]:
    needed = tuple(_TASK_FIELDS)
    return tuple(
        Task(**file.fields(row, _TASK_FIELDS, needed=needed, header=header, number=number))
        for number, row in enumerate(rows, start=1)
    )
