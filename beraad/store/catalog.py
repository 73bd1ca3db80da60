"""What lies in the sessions folder, for the start screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.records import Id, PhaseKey, Setting
from beraad.store.glance import glance
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import SUFFIX
from beraad.store.trouble import damaged


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One line in the list of beraden.

    Attributes:
        phase: where the talk is.
        changed_at: when it was last kept, in UTC.
        filled: the rondes in which something was written.
    """

    path: Path
    id: Id
    title: str
    team: str
    held_on: date
    setting: Setting
    phase: PhaseKey
    keep_until: date | None
    changed_at: datetime
    is_practice: bool
    filled: tuple[PhaseKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that cannot be listed; `why` is a Dutch sentence."""

    path: Path
    why: str


_COLUMNS = tuple(field.name for field in fields(Summary) if field.name != "path")
_QUERY = f"SELECT {', '.join(_COLUMNS)} FROM summary"  # noqa: S608


def summaries(folder: Path) -> Iterator[Summary | Unreadable]:
    """The beraden in this folder, the latest first; what cannot be read comes last.

    A beraad that a window has open is listed as it was when it was opened.
    """
    found = [_look(path) for path in folder.glob(f"[!.]*{SUFFIX}")]
    readable = [line for line in found if isinstance(line, Summary)]
    yield from sorted(readable, key=_latest, reverse=True)
    yield from (line for line in found if isinstance(line, Unreadable))


def _latest(line: Summary) -> tuple[date, datetime]:
    return line.held_on, line.changed_at


def _look(path: Path) -> Summary | Unreadable:
    try:
        with glance(path, SESSION_FILE) as connection:
            return _summary(path, connection)
    except Solvable as problem:
        return Unreadable(path=path, why=problem.happened)


def _summary(path: Path, connection: sqlite3.Connection) -> Summary:
    """Dates and enum members are kept as SQLAlchemy writes them: ISO 8601, and by name."""
    try:
        row = dict(zip(_COLUMNS, connection.execute(_QUERY).fetchone(), strict=True))
        until = row["keep_until"]
        return Summary(
            path=path,
            id=Id(row["id"]),
            title=row["title"],
            team=row["team"],
            held_on=date.fromisoformat(row["held_on"]),
            setting=Setting[row["setting"]],
            phase=PhaseKey[row["phase"]],
            keep_until=None if until is None else date.fromisoformat(until),
            changed_at=datetime.fromisoformat(row["changed_at"]).replace(tzinfo=UTC),
            is_practice=bool(row["is_practice"]),
            filled=tuple(PhaseKey(key) for key in row["filled"].split()),
        )
    except (LookupError, TypeError, ValueError, sqlite3.OperationalError):
        raise damaged(path) from None
