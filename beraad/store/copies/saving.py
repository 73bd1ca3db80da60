"""Saving what can still be read of a damaged beraad, table by table."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError

from beraad.errors import Solvable
from beraad.records import Id, Session, blank_session
from beraad.records.anatomy import list_sections, single_sections
from beraad.store.catalog import SUMMARY_QUERY, Summary, look_at, summary_of
from beraad.store.changes import changes
from beraad.store.copies.places import latest_copies, places_of_copies
from beraad.store.copies.without_schema import with_schema_anew
from beraad.store.driver import look, memory
from beraad.store.engine import lay_out, wrapped
from beraad.store.glance import located
from beraad.store.keys import UnknownKey
from beraad.store.kinds import SESSION_FILE
from beraad.store.mapping import to_record
from beraad.store.migrations import take_steps
from beraad.store.places import STEM, free_path
from beraad.store.rescued import AS_SAVED
from beraad.store.session_file import SessionFile
from beraad.store.session_rows import read, write, write_head
from beraad.store.tables import SESSION_SCHEMA, table_of
from beraad.store.told_by_copies import identity_saved_from, told_by_copies
from beraad.store.trouble import Damaged, damaged, explained
from beraad.store.whose import identity_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

_AT_ONCE = 64
"""Rows asked for together, before they are asked for one by one."""

_FARTHEST = 100_000
"""The highest row number that is asked for after damage; a beraad has some hundreds."""

_UNREAD = (sqlite3.Error, OverflowError, UnicodeDecodeError)
"""What comes of damage; also where SQLite wants to tell of it, and its own words are damaged."""

_WEEK = re.compile(rf"{STEM}(\d{{4}})-W(\d\d)-")
"""How the name of a file tells the week in which its beraad was held."""

_CREATED = re.compile(r'CREATE TABLE "?(\w+)"? \(', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What was saved.

    Attributes:
        path: the new file.
        rows: how many rows it holds, over all tables.
        lost: the parts of the beraad of which something, or everything, could not be read.
        is_new: there was no file yet that holds just this.
    """

    path: Path
    rows: int
    lost: tuple[str, ...]
    is_new: bool = True


def save(path: Path, folder: Path) -> Saved:
    """Make a new beraad of what can be read in a damaged file, which stays as it is.

    Raises Solvable when nothing can be read of it.
    """
    place = located(path, SESSION_FILE)
    with (
        explained(path, SESSION_FILE),
        closing(_Source(place)) as source,
        closing(memory()) as target,
    ):
        rows, lost = _carry_over(source, target, path)
        with wrapped(target) as connection:
            lost += _reshape(target, connection)
            lost += _drop_unread(target, connection)
            _complete(target)
            session = _with_both_options(_session(connection, path))
            told = _told_by_itself(target, path)
    if "head" in lost:
        session = replace(session, id=_identity_of(path, folder))
    if "opening" in lost:
        session = _with_known_opening(session, told, path, folder)
    if (before := saved_before(session, folder)) is not None:
        return Saved(path=before, rows=rows, lost=tuple(lost), is_new=False)
    target_path = free_path(folder, session, suffix=AS_SAVED)
    SessionFile.create(target_path, session).close()
    return Saved(path=target_path, rows=rows, lost=tuple(lost))


def _identity_of(path: Path, folder: Path) -> Id:
    """Whose a file was that does not say so any more, so that erasing finds what was saved."""
    if found := identity_of(path):
        return found
    pools = [each for each in places_of_copies(folder) if each.is_dir()]
    told = told_by_copies(path, pools, ())
    return identity_saved_from(path) if told is None else told.identity


def _told_by_itself(target: sqlite3.Connection, path: Path) -> Summary | None:
    """What the list knew of the beraad, as far as that stands in the file itself."""
    with suppress(Solvable, sqlite3.Error):
        return summary_of(path, target.execute(SUMMARY_QUERY).fetchall())
    return None


def _with_known_opening(
    session: Session, told: Summary | None, path: Path, folder: Path
) -> Session:
    """With title, team and day as the list, a backup or the name of the file still tells them."""
    known = told or _told_by_copies(session.id, folder)
    opening = session.opening
    if known is not None:
        opening = replace(
            opening, title=opening.title or known.title, team=opening.team or known.team
        )
        return replace(session, opening=replace(opening, held_on=known.held_on))
    with suppress(ValueError):
        if named := _WEEK.match(path.name):
            day = date.fromisocalendar(int(named[1]), int(named[2]), 1)
            return replace(session, opening=replace(opening, held_on=day))
    return session


def _told_by_copies(identity: Id, folder: Path) -> Summary | None:
    """What the last backup that can be read knows of a beraad."""
    for copy in latest_copies(folder, identity):
        line = look_at(copy)
        if isinstance(line, Summary):
            return line
    return None


def saved_before(session: Session, folder: Path) -> Path | None:
    """The file that holds just this already, as it was saved earlier."""
    said = _said(session)
    for path in sorted(folder.glob(f"*-{session.id[:8]}*{AS_SAVED}")):
        with suppress(Solvable), SessionFile.open(path) as file:
            if _said(file.session) == said:
                return path
    return None


def _said(value: object) -> object:
    """What somebody wrote and chose in a record; not what is made by chance or by the clock."""
    if is_dataclass(value):
        return {
            field.name: _said(getattr(value, field.name))
            for field in fields(value)
            if field.name != "id" and not field.name.endswith(("_id", "_at"))
        }
    if isinstance(value, tuple):
        return [_said(each) for each in cast("tuple[object, ...]", value)]
    return value


class _Source:
    """A damaged file, opened anew after each part of it that could not be read.

    SQLCipher reads nothing more through a connection that met damage once.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._connection: sqlite3.Connection | None = None
        self._is_in_memory = False

    def ask(self, query: str, values: tuple[int, ...] = ()) -> list[tuple[Any, ...]]:
        """Every row of an answer. Raises whatever is in _UNREAD."""
        try:
            if self._connection is None:
                self._connection = look(self._place, bounded=False)
                self._connection.text_factory = _text
            return self._connection.execute(query, values).fetchall()
        except _UNREAD:
            if not self._is_in_memory:
                self.close()
            raise

    def find_tables(self) -> None:
        """From here on go by what can be found of the tables; what told of them is damaged.

        Raises sqlite3.Error and OSError when nothing is.
        """
        self.close()
        self._connection = with_schema_anew(self._place)
        self._connection.text_factory = _text
        self._is_in_memory = True

    def close(self) -> None:
        """Let go of it until something is asked."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _carry_over(source: _Source, target: sqlite3.Connection, path: Path) -> tuple[int, list[str]]:
    schema, version = _found(source, path)
    if not 1 <= version <= SESSION_FILE.version:
        raise damaged(path)
    target.execute("PRAGMA foreign_keys=OFF")
    rows, lost = 0, list[str]()
    for table, sql in schema:
        try:
            target.execute(sql)
        except _UNREAD:
            lost.append(table)
            continue
        found, whole = _rows(source, table)
        for row in found:
            rows += _put(target, table, row)
        if not whole:
            lost.append(table)
    target.execute(f"PRAGMA user_version={version}")
    _drop_loose(target)
    if not rows:
        raise damaged(path)
    for table in ("head", "opening"):
        if not _columns(target, table) or not target.execute(f"SELECT 1 FROM {table}").fetchone():  # noqa: S608
            lost.append(table)
    _complete(target)
    take_steps(target, SESSION_FILE.steps)
    return rows, lost


def _found(source: _Source, path: Path) -> tuple[list[tuple[str, str]], int]:
    """The tables, and the version of the file. Raises Solvable when these cannot be known."""
    version = None
    with suppress(*_UNREAD, UnknownKey):
        version = int(source.ask("PRAGMA user_version")[0][0])
    with suppress(Damaged, UnknownKey):
        schema = _schema(source, path)
        if version is not None:
            return schema, version
    try:
        source.find_tables()
    except _UNREAD:
        raise damaged(path) from None
    schema = _schema(source, path)
    if version is None:
        # Only the first page says it. Tables as they are made now are of now.
        if not all(_is_of_now(name, sql) for name, sql in schema):
            raise damaged(path)
        version = SESSION_FILE.version
    return schema, version


def _is_of_now(table: str, sql: str) -> bool:
    known = SESSION_SCHEMA.tables.get(table)
    with suppress(sqlite3.Error), closing(memory()) as spare:
        spare.execute(sql)
        columns = _columns(spare, table)
        return known is not None and columns == [column.name for column in known.columns]
    return False


def _text(content: bytes) -> str:
    """A text of which some signs are damaged is still worth reading."""
    return content.decode(errors="replace")


def _schema(source: _Source, path: Path) -> list[tuple[str, str]]:
    """The tables of the file, as text that is ours: nothing of it is carried out but CREATE."""
    try:
        found = source.ask("SELECT name, sql FROM sqlite_schema WHERE type='table' LIMIT 100")
    except _UNREAD:
        raise damaged(path) from None
    tables = [
        (str(name), str(sql))
        for name, sql in found
        if (made := _CREATED.match(str(sql))) and made[1] == name and ";" not in str(sql)
    ]
    if not tables:
        raise damaged(path)
    return tables


def _rows(source: _Source, table: str) -> tuple[list[tuple[Any, ...]], bool]:
    """The rows of a table that can be read, and whether those are all of them."""
    query = f'SELECT rowid, * FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT ?'  # noqa: S608
    found: dict[int, tuple[Any, ...]] = {}
    with suppress(*_UNREAD):
        last = -1
        while batch := source.ask(query, (last, _AT_ONCE)):
            found |= {row[0]: row[1:] for row in batch}
            if batch[-1][0] <= last or len(found) > _FARTHEST:
                break  # Damage leads round in a ring.
            last = batch[-1][0]
        else:
            return [found[number] for number in sorted(found)], True
    for row in _one_by_one(source, table, start=max(found, default=-1) + 1):
        found[row[0]] = row[1:]
    return [found[number] for number in sorted(found)], False


def _one_by_one(source: _Source, table: str, *, start: int) -> Iterator[tuple[Any, ...]]:
    """Rows past the damage: what a page holds that can no longer be reached is skipped."""
    query = f'SELECT rowid, * FROM "{table}" WHERE rowid = ?'  # noqa: S608
    highest = start + 2000
    with suppress(*_UNREAD):
        ((told,),) = source.ask(f'SELECT max(rowid) FROM "{table}"')  # noqa: S608
        highest = int(told or 0)
    for number in range(start, min(highest, _FARTHEST) + 1):
        with suppress(*_UNREAD):
            yield from source.ask(query, (number,))


def _put(target: sqlite3.Connection, table: str, row: tuple[Any, ...]) -> int:
    marks = ", ".join("?" * len(row))
    with suppress(sqlite3.Error):
        target.execute(f'INSERT INTO "{table}" VALUES ({marks})', row)  # noqa: S608
        return 1
    return 0


def _drop_loose(target: sqlite3.Connection) -> None:
    """Rows that hang on a row that is gone would keep everything else from being read."""
    while loose := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, number, *_ in loose:
            target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))  # noqa: S608


def _complete(target: sqlite3.Connection) -> None:
    """Sections of one record that could not be read begin anew, empty."""
    now = datetime.now(UTC)
    blank = blank_session(now=now, held_on=now.date())
    with closing(memory()) as spare, wrapped(spare) as connection:
        with connection.begin():
            lay_out(connection, SESSION_SCHEMA)
            write_head(connection, blank)
            write(connection, changes(None, blank))
        singles = {section.replace("_", "") for section in single_sections()}
        for table in (*singles, "head"):
            there = _columns(target, table)
            if not there or target.execute(f'SELECT 1 FROM "{table}"').fetchone():  # noqa: S608
                continue
            shared = [name for name in _columns(spare, table) if name in there]
            names = ", ".join(f'"{name}"' for name in shared)
            row = spare.execute(f'SELECT {names} FROM "{table}"').fetchone()  # noqa: S608
            marks = ", ".join("?" * len(shared))
            with suppress(sqlite3.IntegrityError):  # Of a damaged table; it is made anew later.
                target.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', row)  # noqa: S608


def _reshape(target: sqlite3.Connection, connection: Connection) -> list[str]:
    """Make anew what is no table of ours: its name or a column was damaged; those it was."""
    lost: list[str] = []
    for table in SESSION_SCHEMA.sorted_tables:
        wanted = [column.name for column in table.columns]
        there = _columns(target, table.name)
        if set(wanted) <= set(there):
            continue
        lost.append(table.name)
        shared = ", ".join(f'"{name}"' for name in wanted if name in there)
        missing = [name for name in wanted if name not in there]
        if there:
            target.execute(f'CREATE TEMP TABLE stuk AS SELECT * FROM "{table.name}"')  # noqa: S608
            target.execute(f'DROP TABLE "{table.name}"')
        with connection.begin():
            table.create(connection)
        if there:
            names = ", ".join([shared, *(f'"{name}"' for name in missing)])
            values = ", ".join([shared, *["''"] * len(missing)])
            into = f'INSERT OR IGNORE INTO "{table.name}" ({names})'
            with suppress(sqlite3.Error):
                target.execute(f"{into} SELECT {values} FROM temp.stuk")  # noqa: S608
            target.execute("DROP TABLE temp.stuk")
    return lost


def _drop_unread(target: sqlite3.Connection, connection: Connection) -> list[str]:
    """Let go of rows that hold something else than they should; the tables they were in."""
    lost: list[str] = []
    for section, kind in {**single_sections(), **list_sections()}.items():
        table = table_of(section)
        (key,) = table.primary_key.columns
        keys = target.execute(f'SELECT "{key.name}" FROM "{table.name}"').fetchall()  # noqa: S608
        for (value,) in keys:
            try:
                with connection.begin():
                    found = connection.execute(select(table).where(key == value)).mappings()
                    to_record(kind, found.one())
            except (LookupError, TypeError, ValueError, OverflowError, InvalidRequestError):
                target.execute(f'DELETE FROM "{table.name}" WHERE "{key.name}" = ?', (value,))  # noqa: S608
                lost.append(table.name)
    _drop_loose(target)
    return lost


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _session(connection: Connection, path: Path) -> Session:
    """The beraad in memory."""
    try:
        with connection.begin():
            return read(connection)
    except (LookupError, TypeError, ValueError, OverflowError):
        raise damaged(path) from None


def _with_both_options(session: Session) -> Session:
    """A and B stand in every beraad; one that was lost begins anew, empty."""
    blank = blank_session(now=session.created_at, held_on=session.opening.held_on)
    return replace(session, options=(*session.options, *blank.options[len(session.options) :]))


def lost_in_words(lost: tuple[str, ...]) -> str:
    """The parts that could not be read, as a user calls them; empty when everything could be."""
    singles = {section.replace("_", ""): section for section in single_sections()}
    lists = {section.replace("_", ""): section for section in list_sections()}
    named = [_NAMES.get(singles.get(name) or lists.get(name) or name, "") for name in lost]
    return ", ".join(dict.fromkeys(name for name in named if name))


_NAMES = {
    "opening": "de opening",
    "participants": "deelnemers",
    "case": "ronde 1 (casus)",
    "timeline": "ronde 1 (tijdlijn)",
    "dilemma": "ronde 2 (dilemma)",
    "wordings": "ronde 2 (formuleringen)",
    "options": "de keuzes",
    "harms": "gevolgen van keuzes",
    "clarifications": "ronde 3 (verheldering)",
    "stakeholders": "ronde 4 (perspectieven)",
    "values": "ronde 4 (waarden)",
    "norms": "ronde 4 (normen)",
    "considerations": "ronde 6 (afwegingen)",
    "dialogue": "ronde 7 (dialoog)",
    "conclusion": "ronde 8 (conclusie)",
    "agreements": "ronde 8 (afspraken)",
    "look_back": "ronde 8 (terugblik)",
    "signal": "het signaal",
    "decisions": "beslissingen over namen",
    "known_words": "eigen woorden",
    "versions": "vastgelegde versies",
    "reactions": "reacties",
    "parked": "geparkeerd",
    "private_notes": "eigen notities",
    "other_signals": "andere signalen",
    "signal_link": "de plaats in het register",
    "lesson": "het leerverslag",
    "review": "het nalezen",
    "progress": "waar het beraad was",
    "told_answers": "antwoorden op signalen",
    "earlier_agreements": "eerdere afspraken",
    "as_typed": "half getypte velden",
    "time_spent": "de tijd per ronde",
}
"""What a user calls the parts of a beraad."""
