"""What goes into a file to hand over, as any program for ZIP and SQLite can read it."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beraad.errors import Solvable
from beraad.store.address import is_written_down
from beraad.store.database import Database
from beraad.store.driver import LONGEST_VALUE, memory
from beraad.store.glance import glance_at_all, require
from beraad.store.kinds import FileKind
from beraad.store.migrations import take_steps
from beraad.store.trouble import damaged, explained, unnamable

if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData

LIST = "lijst.json"
_MOST_FILES = 20_000
_MOST_BYTES = 4_000_000_000
"""Of everything together, once unpacked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """One file as it travels.

    Attributes:
        name: what it is called.
        content: a plain SQLite file, as it is nowhere on disk.
    """

    name: str
    content: bytes


def taken_from(path: Path, kind: FileKind) -> Packed:
    """Everything in a file, without its key, in memory. Raises Solvable."""
    if not is_written_down(path.name):
        raise unnamable(path)
    with (
        glance_at_all(path, kind) as source,
        closing(memory()) as plain,
        explained(path, kind),
    ):
        made = source.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC"
        ).fetchall()
        plain.execute("PRAGMA foreign_keys=OFF")
        for (sql,) in made:
            plain.execute(str(sql))
        for table in _tables(plain):
            rows = source.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name of ours
            _put(plain, table, rows.fetchall())
        for pragma in ("application_id", "user_version"):
            (value,) = source.execute(f"PRAGMA {pragma}").fetchone()
            plain.execute(f"PRAGMA {pragma}={int(value)}")
        return Packed(name=path.name, content=plain.serialize())


def put_in(packed: Packed, path: Path, kind: FileKind, schema: MetaData) -> None:
    """Make a file of ours of what came; in a vault it gets a key of its own. Raises Solvable.

    It is looked at as every file of a stranger, and lifted when it is of an earlier version.
    """
    with closing(memory()) as came, explained(path, kind, kept=""):
        came.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        came.deserialize(packed.content)
        came.execute("PRAGMA trusted_schema=OFF")
        require(came, Path(packed.name), kind)
        if came.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(Path(packed.name))
        take_steps(came, kind.steps)

        def fill(connection: Connection) -> None:
            for table in schema.sorted_tables:
                names = [column.name for column in table.columns]
                listed = ", ".join(f'"{name}"' for name in names)
                rows = came.execute(f'SELECT {listed} FROM "{table.name}"').fetchall()  # noqa: S608
                marks = ", ".join("?" * len(names))
                for row in rows:
                    connection.exec_driver_sql(
                        f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})',  # noqa: S608
                        tuple(row),
                    )

        Database.create(path, kind, schema, fill)


def packed_together(files: Iterator[Packed] | tuple[Packed, ...], *, now: datetime) -> bytes:
    """All files in one ZIP, with a list."""
    bundle = io.BytesIO()
    names: list[str] = []
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in files:
            archive.writestr(each.name, each.content)
            names.append(each.name)
        said = {
            "versie": 1,
            "gemaakt": now.astimezone(UTC).isoformat(timespec="seconds"),
            "bestanden": names,
        }
        archive.writestr(LIST, json.dumps(said, indent=1))
    return bundle.getvalue()


def unpacked(content: bytes) -> tuple[Packed, ...]:
    """The files in such a ZIP; names hold no folder. Raises Solvable when it is none of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = archive.infolist()
            whole = sum(each.file_size for each in found)
            if len(found) > _MOST_FILES or whole > _MOST_BYTES:
                raise _no_hand_over()
            said: Any = json.loads(archive.read(LIST))
            names = [str(name) for name in said["bestanden"]]
            if any(Path(name).name != name or name.startswith(".") for name in names):
                raise _no_hand_over()
            return tuple(Packed(name=name, content=archive.read(name)) for name in names)
    except (zipfile.BadZipFile, ValueError, LookupError, TypeError, NotImplementedError):
        raise _no_hand_over() from None


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type='table'").fetchall()
    return [str(name) for (name,) in found]


def _put(connection: sqlite3.Connection, table: str, rows: list[Any]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608


def _no_hand_over() -> Solvable:
    return Solvable(
        "In dit bestand zitten geen beraden om over te nemen.", kept="Er is niets geopend."
    )
