"""What was erased from a register goes out of every backup of it, and out of what lies beside it.

The register itself says what was erased, also by another laptop: so each backup that is made looks
again, and a folder that was away is emptied as soon as it is there.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from beraad.errors import Solvable
from beraad.store.copies.folder import copies_folder
from beraad.store.copies.moments import copies_in, digest_of, moments, write
from beraad.store.copies.places import places_of_copies
from beraad.store.driver import connect, is_plain, look
from beraad.store.generation import fold
from beraad.store.glance import glance
from beraad.store.kinds import REGISTER_FILE
from beraad.store.migrations import version_of
from beraad.store.places import REGISTER_NAME
from beraad.store.shredding import BESIDE, shred
from beraad.untrusted import opened

WITH_EVENTS = 5
"""The version of the register from which events are kept."""
_ERASED = "SELECT DISTINCT entity FROM events WHERE kind = 'erased'"
_EMPTIED = "SELECT mark FROM events WHERE payload IS NULL"
_SAID = "SELECT 1 FROM events WHERE mark = ? AND payload IS NOT NULL"
_ABOUT = (
    "SELECT 1 FROM events WHERE entity = ? AND payload IS NOT NULL",
    "SELECT 1 FROM drafts WHERE signal_id = ?",
    "SELECT 1 FROM signals WHERE id = ?",
    "SELECT 1 FROM lessons WHERE 'les-' || id = ?",
)
_EMPTY = (
    "UPDATE events SET payload = NULL WHERE entity = ?",
    "DELETE FROM drafts WHERE signal_id = ?",
    "DELETE FROM signals WHERE id = ?",
    "DELETE FROM lessons WHERE 'les-' || id = ?",
)
_EMPTY_ONE = "UPDATE events SET payload = NULL WHERE mark = ?"
_NO_ROLE = """
UPDATE signals SET role = '' WHERE goes_on_with IS NOT NULL
    OR id IN (SELECT entity FROM events WHERE mark = ?)
"""
"""The role in a line comes from a step: of this signal, or of one that it goes on in."""
_WITH_RECIPIENTS = 6
"""The version of the register from which a line names everybody who was asked."""
_NO_RECIPIENTS = """
UPDATE signals SET recipients = '' WHERE id IN (SELECT entity FROM events WHERE mark = ?)
"""
_TO_DERIVE = "UPDATE own SET derived_by = 0"
"""Lines are made anew when somebody opens it."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What a register says is gone.

    Attributes:
        entities: what was erased.
        marks: events of which the words are gone; also steps that were put in other words.
    """

    entities: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptied:
    """What came of it.

    Attributes:
        copies: in how many backups something was emptied.
        away: folders with backups that are not there now; they are emptied when they are.
        left: files that could not be emptied.
    """

    copies: int = 0
    away: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def empty_everywhere(register: Path) -> Emptied:
    """Let no backup of a register, and nothing beside it, hold what was erased from it.

    Raises Solvable when the register cannot be read.
    """
    gone, folder = gone_from(register), register.parent
    copies, away, left = 0, list[Path](), list[Path]()
    for place in places_of_copies(folder):
        if place.is_dir():
            number, failed = empty_in(place, gone)
            copies += number
            left += failed
        elif place != copies_folder(folder):
            away.append(place)
    for each in _beside(register):
        if _may_hold(each, register, gone):
            try:
                shred(each)
            except OSError:
                left.append(each)
    return Emptied(copies=copies, away=tuple(away), left=tuple(left))


def gone_from(register: Path) -> Gone:
    """What is gone from a register; nothing without one. Raises Solvable."""
    if not register.exists():
        return Gone()
    with glance(register, REGISTER_FILE, bounded=False) as connection:
        if version_of(connection) < WITH_EVENTS:
            return Gone()
        entities, marks = (
            frozenset(str(each) for (each,) in connection.execute(question))
            for question in (_ERASED, _EMPTIED)
        )
        return Gone(entities, marks)


def copies_of_register(place: Path) -> tuple[Path, ...]:
    """The backups of the register in a folder."""
    names = map(Path, sorted(copies_in(place)))
    mine = (each for each in names if each.suffix == Path(REGISTER_NAME).suffix)
    return tuple(place / each for each in mine)


def empty_in(place: Path, gone: Gone) -> tuple[int, list[Path]]:
    """Empty what is gone in every backup of the register in a folder.

    How many had something of it, and which could not be emptied. One of before there were events
    goes as a whole.
    """
    done, left = 0, list[Path]()
    for copy in copies_of_register(place) if gone.marks else ():
        try:
            emptied = _empty(copy, gone)
        except (sqlite3.Error, OSError, Solvable):
            left.append(copy)
            continue
        if emptied:
            done += 1
            with suppress(OSError):
                renew_digest(place, copy)
    return done, left


def _empty(copy: Path, gone: Gone) -> bool:
    """Whether there was something to empty. Raises sqlite3.Error, OSError and Solvable."""
    with closing(look(copy, bounded=False)) as connection:
        version = version_of(connection)
        if version < WITH_EVENTS:
            return bool(gone.entities) and bool(shred(copy))
        marks = [each for each in gone.marks if connection.execute(_SAID, (each,)).fetchone()]
        entities = [
            each
            for each in gone.entities
            if any(connection.execute(question, (each,)).fetchone() for question in _ABOUT)
        ]
    if not (marks or entities):
        return False
    with closing(connect(copy)) as connection:  # With `secure_delete`: the words are overwritten.
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(_EMPTY_ONE, [(each,) for each in marks])
        if marks:
            connection.executemany(_NO_ROLE, [(each,) for each in marks])
            if version >= _WITH_RECIPIENTS:
                connection.executemany(_NO_RECIPIENTS, [(each,) for each in marks])
            connection.execute(_TO_DERIVE)
        for statement in _EMPTY:
            connection.executemany(statement, [(each,) for each in entities])
        connection.execute("COMMIT")
        fold(connection)
    return True


def renew_digest(place: Path, copy: Path) -> None:
    """Let the lists know the copy as it is now, or no longer when it went. Raises OSError."""
    digest = digest_of(copy) if copy.exists() else ""
    for moment in moments(place):
        if any(item.copy == copy.name and item.digest for item in moment.items):
            items = (
                replace(item, digest=digest) if item.copy == copy.name and item.digest else item
                for item in moment.items
            )
            write(replace(moment, items=tuple(items)))


def _beside(register: Path) -> tuple[Path, ...]:
    """What was set aside beside a register: logs, and what a lift left."""
    with suppress(OSError):
        names = os.listdir(register.parent)  # noqa: PTH208 - names are all that is needed
        mine = (name for name in names if name.lstrip(".").startswith(f"{register.name}."))
        return tuple(
            register.parent / name
            for name in mine
            if name.lstrip(".").removeprefix(register.name) not in BESIDE
        )
    return ()


def _may_hold(path: Path, register: Path, gone: Gone) -> bool:
    """Whether a file holds something about what was erased; of one under a key nobody can tell."""
    with suppress(OSError, sqlite3.Error, Solvable):
        if not is_plain(register):
            return True
        with opened(path, most=sys.maxsize) as file:
            content = file.read()
        if any(entity.encode() in content for entity in gone.entities):
            return True
    return _says(path, gone.marks)


def _says(path: Path, marks: frozenset[str]) -> bool:
    """Whether one of these events still has its words in a register, such as what a lift left."""
    with suppress(OSError, sqlite3.Error, Solvable), closing(look(path, bounded=False)) as there:
        if version_of(there) >= WITH_EVENTS:
            return any(there.execute(_SAID, (each,)).fetchone() for each in marks)
    return False
