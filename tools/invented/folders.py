"""Folders with invented beraden in them."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from beraad.records import Session
from beraad.store.places import prepare, register_path, session_path
from beraad.store.register import Register
from beraad.store.session_file import SessionFile
from beraad.training.practice import practice_cases
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
    """Fill a folder with this many beraden, each with a title and a day of its own."""
    first = keep(written_down(TALKS[0], practice_cases()[0]), folder)
    for number in range(1, count):
        path = first.with_name(f"beraad-{number:04}{first.suffix}")
        shutil.copy2(first, path)
        _rename(path, number)


def _rename(path: Path, number: int) -> None:
    talk = TALKS[number % len(TALKS)]
    held_on = TODAY - timedelta(days=number)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute(
            "UPDATE summary SET title=?, team=?, held_on=?",
            (f"{talk.title} ({number})", talk.team, held_on.isoformat()),
        )
