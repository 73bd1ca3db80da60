"""Folders with invented beraden in them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from beraad.records import Session, new_id
from beraad.store.places import prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from tools.invented.cases import used_cases
from tools.invented.day import TODAY
from tools.invented.lessons import lessons
from tools.invented.register import signals
from tools.invented.talks import TALKS, talks, written_down


def keep(session: Session, folder: Path) -> Path:
    """Write a beraad into a folder and let go of it; returns its file."""
    path = session_path(folder, session)
    prepare(path.parent)
    SessionFile.create(path, session).close()
    return path


def fill(folder: Path) -> None:
    """Fill a folder with the beraden of half a year and a register of signals and leerverslagen."""
    for session in talks():
        keep(session, folder)
    with Register.open(register_path(folder, practice=False)) as register:
        for signal in signals():
            register.put(signal)
        for lesson in lessons():
            register.put_lesson(lesson)


def fill_with(count: int, folder: Path) -> None:
    """Fill a folder with this many beraden, each with a title and a day of its own.

    One is written as Beraad does; the others are that file in memory with another summary.
    """
    first = written_down(TALKS[0], used_cases()[0])
    path = keep(first, folder)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(path.read_bytes())
        for number in range(1, count):
            talk, held_on = TALKS[number % len(TALKS)], TODAY - timedelta(days=number // 3)
            opening = replace(first.opening, held_on=held_on)
            session = replace(first, id=new_id(), opening=opening)
            connection.execute(
                "UPDATE summary SET id=?, title=?, team=?, held_on=?",
                (session.id, f"{talk.title} ({number})", talk.team, held_on.isoformat()),
            )
            session_path(folder, session).write_bytes(connection.serialize())
