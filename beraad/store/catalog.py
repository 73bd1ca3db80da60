"""What lies in the sessions folder, for the start screen."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beraad.errors import Solvable
from beraad.records import Id, PhaseKey, Setting
from beraad.store.driver import key_of
from beraad.store.glance import glance
from beraad.store.keys import RING_NAME, is_ring, open_keys
from beraad.store.kinds import SESSION_FILE
from beraad.store.places import STEM, SUFFIX, is_identity
from beraad.store.trouble import damaged, unlisted

if TYPE_CHECKING:
    from beraad.store.vault.lines import KnownRows


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


class CopyOf(Enum):
    """What another file of a beraad is, beside the one changed last; how the list calls it.

    Attributes:
        SAME: every word of it stands there too, and the other way round.
        OLDER: every word of it stands there, and more.
        FULLER: every word of that one stands here, and more.
        OTHER: each says something that the other does not.
        DAMAGED: it cannot be read, so that nothing is known of its words.
        READABLE: it can be read, and the one changed last cannot.
        UNKNOWN: what was kept last in one of the two cannot be read now.
    """

    SAME = "kopie, zelfde woorden"
    OLDER = "oudere kopie"
    FULLER = "kopie, zegt meer"
    OTHER = "kopie, andere woorden"
    DAMAGED = "beschadigd"
    READABLE = "kopie, wel te lezen"
    UNKNOWN = "kopie, nu niet te vergelijken"


Line = Summary | Unreadable

_COLUMNS = tuple(field.name for field in fields(Summary) if field.name != "path")
SUMMARY_QUERY = f"SELECT {', '.join(_COLUMNS)} FROM summary LIMIT 2"  # noqa: S608
_NOT_AS_TEXT = {sqlite3.SQLITE_OK, sqlite3.SQLITE_TOOBIG}
"""What Python and SQLite say of a value that is no text, or more than a line can hold."""


def summaries(folder: Path) -> Iterator[Line]:
    """The beraden in this folder, the latest first; what cannot be read comes last.

    A beraad that a window has open is listed as it was last kept there.
    """
    yield from sorted(as_read(folder), key=place_in_list)


def as_read(folder: Path) -> Iterator[Line]:
    """The same beraden one by one as they are read, the last weeks first.

    `place_in_list` says where a line belongs among those that came earlier; nearly all come last.
    """
    known = _known_rows(folder)
    try:
        for name in _last_weeks_first(folder):
            line = _look(folder / name, known)
            if isinstance(line, Summary) or not is_ring(line.path):
                yield line
        if known is not None:
            known.tidy()
    finally:
        if known is not None:
            known.write()


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
    found = (look_at(each) for each in path.parent.glob(alike))
    mine = [line for line in found if isinstance(line, Summary) and line.id == identity]
    return tuple(sorted(mine, key=_last_changed_first))


def changed_later(one: Summary, other: Summary) -> bool:
    """Whether, of two files of one beraad, this is the newest.

    Of two that were changed at the same moment, the one with the longer name is the copy.
    """
    return _last_changed_first(one) < _last_changed_first(other)


def keep_newest(newest: dict[Id, Summary], line: Summary) -> None:
    """Let the file that was changed last stand for its beraad."""
    other = newest.setdefault(line.id, line)
    if changed_later(line, other):
        newest[line.id] = line


def each_once(
    folder: Path, *, goes_on: Callable[[], bool] = lambda: True
) -> tuple[tuple[Summary, ...], tuple[Unreadable, ...]]:
    """Every beraad once, by the file that was changed last, and what cannot be read.

    Who counts beraden counts these: copies and rescue copies lie among them. When `goes_on` says
    no, reading stops; what was read until then is returned.
    """
    newest: dict[Id, Summary] = {}
    unread: list[Unreadable] = []
    for line in as_read(folder):
        if not goes_on():
            break
        if isinstance(line, Summary):
            keep_newest(newest, line)
        else:
            unread.append(line)
    return tuple(newest.values()), tuple(unread)


def _last_changed_first(line: Summary) -> tuple[float, int, str]:
    return -line.changed_at.timestamp(), len(line.path.name), line.path.name


def _last_weeks_first(folder: Path) -> list[str]:
    """What has the name of a beraad, without opening it; names of ours begin with the week."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - ten thousand paths take longer than a screenful
    except OSError:
        return []
    found = filter(is_listed, names)
    return sorted(found, key=lambda name: (name.startswith(STEM), name), reverse=True)


def is_listed(name: str) -> bool:
    """Whether this is the name of a beraad, and of none that is still being written.

    A copy of the ring can have such a name too: `is_ring` looks what is in it.
    """
    return name.endswith(SUFFIX) and not name.startswith(".") and name != RING_NAME


def summary_of(path: Path, rows: Sequence[Sequence[Any]]) -> Summary:
    """The line that the rows of `SUMMARY_QUERY` make, for the file at this path.

    Dates and enum members are kept as SQLAlchemy writes them: ISO 8601, and by name. Raises
    Solvable when they are not what we write.
    """
    try:
        (found,) = rows
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
        raise unlisted(path) from None


def look_at(path: Path) -> Line:
    """The line of one file, also one of another name than a beraad has."""
    return _look(path, None)


def _known_rows(folder: Path) -> KnownRows | None:
    """What an open vault knows of its files; plain ones are read as quickly."""
    keys = open_keys(folder)
    if keys is None:
        return None
    from beraad.store.vault.lines import KnownRows

    return KnownRows(folder, keys)


def _look(path: Path, known: KnownRows | None) -> Line:
    try:
        row = None if known is None else known.row_of(path)
        if row is not None:
            return summary_of(path, [row])
        with glance(path, SESSION_FILE) as connection:
            _require_identity(path, connection)
            rows = _rows(path, connection)
            line, key = summary_of(path, rows), key_of(connection)
        if known is not None and key is not None:
            known.keep(path, key.name, rows[0])
    except Solvable as problem:
        return Unreadable(path=path, why=problem.happened)
    return line


def _require_identity(path: Path, connection: sqlite3.Connection) -> None:
    heads = connection.execute("SELECT id FROM head LIMIT 2").fetchall()
    if len(heads) != 1 or not is_identity(heads[0][0]):
        raise damaged(path)


def _rows(path: Path, connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    try:
        return connection.execute(SUMMARY_QUERY).fetchall()
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) in _NOT_AS_TEXT:
            raise unlisted(path) from None
        raise


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
