"""What lies in the sessions folder, for the start screen."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path

from beraad.errors import Solvable
from beraad.records import Id, PhaseKey, Setting
from beraad.store.glance import glance
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import STEM, SUFFIX
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


Line = Summary | Unreadable

FIRST = 40
"""More than any screen shows at once."""

_LARGEST = 640
_COLUMNS = tuple(field.name for field in fields(Summary) if field.name != "path")
_QUERY = f"SELECT {', '.join(_COLUMNS)} FROM summary LIMIT 2"  # noqa: S608


def summaries(folder: Path) -> Iterator[Line]:
    """The beraden in this folder, the latest first; what cannot be read comes last.

    A beraad that a window has open is listed as it was when it was opened.
    """
    found = (_look(folder / name) for name in _last_weeks_first(folder))
    yield from sorted(found, key=place_in_list)


def in_batches(folder: Path, *, first: int = FIRST) -> Iterator[tuple[Line, ...]]:
    """The same beraden, the last weeks first, and a few at a time: soon a screenful.

    Each batch is in the order of the list and twice as large as the one before; `place_in_list`
    says where a line belongs among those that came earlier.
    """
    names = _last_weeks_first(folder)
    size = first
    while names:
        batch, names = names[:size], names[size:]
        yield tuple(sorted((_look(folder / name) for name in batch), key=place_in_list))
        size = min(size * 2, _LARGEST)


def place_in_list(line: Line) -> tuple[bool, float, float, str]:
    """The latest first, also within one day; what cannot be read last."""
    if isinstance(line, Unreadable):
        return True, 0, 0, line.path.name
    return False, -line.held_on.toordinal(), -line.changed_at.timestamp(), line.path.name


def same_beraad(path: Path, identity: Id) -> tuple[Summary, ...]:
    """The files in this folder that hold one beraad, the last changed first.

    Looked for among the names that begin alike: sync services and file managers add something
    behind the name when they make a copy.
    """
    alike = f"*{identity[:8]}*{SUFFIX}"
    found = (_look(each) for each in path.parent.glob(alike))
    mine = [line for line in found if isinstance(line, Summary) and line.id == identity]
    return tuple(sorted(mine, key=_last_changed_first))


def older_copies(lines: Iterable[Line]) -> dict[Path, Summary]:
    """Which lines are an older copy of a beraad in the list, and the newest of each."""
    newest: dict[Id, Summary] = {}
    copies: dict[Path, Summary] = {}
    for line in sorted((e for e in lines if isinstance(e, Summary)), key=_last_changed_first):
        if line.id in newest:
            copies[line.path] = newest[line.id]
        else:
            newest[line.id] = line
    return copies


def _last_changed_first(line: Summary) -> tuple[float, int, str]:
    """Of two that were changed at the same moment, the one with the shorter name is no copy."""
    return -line.changed_at.timestamp(), len(line.path.name), line.path.name


def _last_weeks_first(folder: Path) -> list[str]:
    """What has the name of a beraad, without opening it; names of ours begin with the week."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - ten thousand paths take longer than a screenful
    except OSError:
        return []
    found = [name for name in names if name.endswith(SUFFIX) and not name.startswith(".")]
    return sorted(found, key=lambda name: (name.startswith(STEM), name), reverse=True)


def _look(path: Path) -> Line:
    try:
        with glance(path, SESSION_FILE) as connection:
            return _summary(path, connection)
    except Solvable as problem:
        return Unreadable(path=path, why=problem.happened)


def _summary(path: Path, connection: sqlite3.Connection) -> Summary:
    """Dates and enum members are kept as SQLAlchemy writes them: ISO 8601, and by name."""
    try:
        (found,) = connection.execute(_QUERY).fetchall()
        row = dict(zip(_COLUMNS, found, strict=True))
        until = row["keep_until"]
        return Summary(
            path=path,
            id=Id(_text(row["id"])),
            title=_text(row["title"]),
            team=_text(row["team"]),
            held_on=date.fromisoformat(row["held_on"]),
            setting=Setting[row["setting"]],
            phase=PhaseKey[row["phase"]],
            keep_until=None if until is None else date.fromisoformat(until),
            changed_at=datetime.fromisoformat(row["changed_at"]).replace(tzinfo=UTC),
            is_practice=bool(row["is_practice"]),
            filled=tuple(PhaseKey(key) for key in _text(row["filled"]).split()),
        )
    except (LookupError, TypeError, ValueError, OverflowError):
        raise damaged(path) from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
